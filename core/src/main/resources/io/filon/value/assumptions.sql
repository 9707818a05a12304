-- One row per named number that no file states: its range, and the share of all money in the ladder that rests on it.
-- reads  assumed, customer_ledger, cost_rates (observed_cost_share, product_cost_low, product_cost_high), base_rhythm (base_gap_days, measured), buyers
-- grain  name
with

flow as (
    select
        coalesce(sum(gross_sales + discounts + abs(returned) + abs(taxes) + abs(product_cost) + abs(shipping_income) + shipping_cost
            + payment_cost + commission + return_cost + service_cost + contact_cost + acquisition_cost), 0) as moved,
        coalesce(sum(abs(assumed_taxes)), 0) as assumed_taxes,
        coalesce(sum(abs(assumed_product_cost)), 0) as assumed_product_cost,
        coalesce(sum(abs(assumed_payment_cost)), 0) as assumed_payment_cost,
        coalesce(sum(abs(assumed_shipping_cost)), 0) as assumed_shipping_cost,
        coalesce(sum(abs(assumed_return_cost)), 0) as assumed_return_cost,
        coalesce(sum(abs(assumed_service_cost)), 0) as assumed_service_cost,
        coalesce(sum(abs(assumed_minutes_cost)), 0) as assumed_minutes_cost,
        coalesce(sum(abs(assumed_contact_cost)), 0) as assumed_contact_cost
    from customer_ledger
),

resting as (
    select 'tax_rate' as name, assumed_taxes as amount, moved from flow
    union all
    select 'product_margin_share' as name, assumed_product_cost as amount, moved from flow
    union all
    select 'payment_fee_share' as name, assumed_payment_cost as amount, moved from flow
    union all
    select 'shipping_cost_per_order' as name, assumed_shipping_cost as amount, moved from flow
    union all
    select 'return_handling_cost' as name, assumed_return_cost as amount, moved from flow
    union all
    select 'service_cost_per_hour' as name, assumed_service_cost as amount, moved from flow
    union all
    select 'minutes_per_ticket' as name, assumed_minutes_cost as amount, moved from flow
    union all
    select 'contact_cost' as name, assumed_contact_cost as amount, moved from flow
),

stated as (
    select
        assumed.name,
        case when assumed.name = 'product_margin_share' and cost_rates.observed_cost_share is not null
            then 1 - cost_rates.product_cost_share else assumed.value end               as value,
        case when assumed.name = 'product_margin_share' and cost_rates.observed_cost_share is not null
            then 1 - cost_rates.product_cost_high else assumed.low end                  as low,
        case when assumed.name = 'product_margin_share' and cost_rates.observed_cost_share is not null
            then 1 - cost_rates.product_cost_low else assumed.high end                  as high,
        assumed.unit,
        case when assumed.name = 'product_margin_share' and cost_rates.observed_cost_share is not null
            then 'file' else assumed.origin end                                         as origin,
        coalesce(ratio(resting.amount, resting.moved), 0)                               as share_of_result,
        resting.amount > 0                                                              as used
    from assumed
    cross join cost_rates
    inner join resting on resting.name = assumed.name
),

rhythm as (
    -- who never came back has no rhythm of his own: with no repeat at all the usual gap is assumed
    select
        'usual_gap_days'        as name,
        base_gap_days           as value,
        base_gap_days / 2       as low,
        base_gap_days * 1.5     as high,
        'days'                  as unit,
        'default'               as origin,
        cast(0 as double)       as share_of_result,
        exists (select 1 from buyers) as used
    from base_rhythm
    where not measured
),

assumptions as (
    select * from stated
    union all
    select * from rhythm
)

select * from assumptions order by share_of_result desc nulls last, name
