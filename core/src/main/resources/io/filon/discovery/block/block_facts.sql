-- One row per customer of outcomes and fact known before the outcome window, with the block it is of: demography (who and where somebody is), declared (what somebody said), browsing (what somebody did on site) or purchases.
-- A fact is a word or a number. Left out: facts without a date, which may have been written after the outcome; the channel that brought a customer, which is of no block.
-- reads  known_before, block_visits, block_purchases
-- grain  customer_id, attribute
with

visit_numbers as (
    select customer_id, 'visits' as attribute, cast(visits as double) as number from block_visits
    union all
    select customer_id, 'visit_days' as attribute, cast(days as double) as number from block_visits
    union all
    select customer_id, 'days_since_visit' as attribute, cast(days_since as double) as number from block_visits
    union all
    select customer_id, 'product_views' as attribute, cast(product_views as double) as number from block_visits
    union all
    select customer_id, 'categories_seen' as attribute, cast(categories as double) as number from block_visits
    union all
    select customer_id, 'searches' as attribute, cast(searches as double) as number from block_visits
    union all
    select customer_id, 'lists' as attribute, cast(lists as double) as number from block_visits
    union all
    select customer_id, 'choosing' as attribute, cast(choosing as double) as number from block_visits
    union all
    select customer_id, 'reading' as attribute, cast(reading as double) as number from block_visits
    union all
    select customer_id, 'asking' as attribute, cast(asking as double) as number from block_visits
    union all
    select customer_id, 'wishlists' as attribute, cast(wishlists as double) as number from block_visits
    union all
    select customer_id, 'visit_seconds' as attribute, cast(seconds as double) as number from block_visits
    union all
    select customer_id, 'visits_in_evenings' as attribute, cast(evenings as double) as number from block_visits
),

purchase_numbers as (
    select customer_id, 'purchase_days' as attribute, cast(days as double) as number from block_purchases
    union all
    select customer_id, 'days_since_purchase' as attribute, cast(days_since as double) as number from block_purchases
    union all
    select customer_id, 'days_known' as attribute, cast(days_known as double) as number from block_purchases
    union all
    select customer_id, 'margin' as attribute, margin as number from block_purchases
    union all
    select customer_id, 'best_day' as attribute, best_day as number from block_purchases
),

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
    select customer_id, block, attribute, value, cast(null as double) as number
    from words
    where value is not null
    union all
    select customer_id, 'browsing' as block, attribute, cast(null as varchar) as value, number
    from visit_numbers
    where number is not null
    union all
    select customer_id, 'purchases' as block, attribute, cast(null as varchar) as value, number
    from purchase_numbers
    where number is not null
)

select * from block_facts
