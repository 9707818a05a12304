-- One row per customer of outcomes and fact in words known before the outcome window, with the block it is of: demography (who and where somebody is), declared (what somebody said), browsing (what somebody did on site) or purchases.
-- What is a number stands in block_visits and block_purchases. Left out: facts without a date, which may have been written after the outcome; the channel that brought a customer, which is of no block.
-- reads  known_before, block_visits (customer_id, device, job)
-- grain  customer_id, attribute
with

words as (
    select
        customer_id,
        case
            when named and evidence = 'fixed' then 'demography'
            when named then 'declared'
            when attribute in ('country', 'region', 'city', 'gender', 'age', 'sector', 'company_country', 'company_region',
                'first_country', 'first_region') then 'demography'
            when attribute = 'satisfaction' then 'declared'
            when attribute in ('first_device', 'first_visit_channel') then 'browsing'
            else 'purchases'
        end                                                     as block,
        case when named then 'named ' || attribute else attribute end as attribute,
        value
    from known_before
    where evidence <> 'undated' and attribute not in ('acquisition_channel', 'lead_channel')
    union all
    select customer_id, 'browsing' as block, 'usual_device' as attribute, device as value from block_visits
    union all
    select customer_id, 'browsing' as block, 'usual_job' as attribute, job as value from block_visits
),

block_facts as (
    select customer_id, block, attribute, value
    from words
    where value is not null
)

select * from block_facts
