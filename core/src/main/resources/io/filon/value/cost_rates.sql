-- One row: what is assumed of each cost, with the low and the high end of what it may really be.
-- Product cost follows the margin of the lines that state one, give or take ten points, before any default.
-- reads  assumed (name, value, low, high), purchase_totals, value_settings (prices_include_tax)
-- grain  product_cost_share
with

stated as (
    select
        max(value) filter (where name = 'product_margin_share')     as margin,
        max(low) filter (where name = 'product_margin_share')       as margin_low,
        max(high) filter (where name = 'product_margin_share')      as margin_high,
        max(value) filter (where name = 'tax_rate')                 as tax,
        max(low) filter (where name = 'tax_rate')                   as tax_low,
        max(high) filter (where name = 'tax_rate')                  as tax_high,
        max(value) filter (where name = 'payment_fee_share')        as payment,
        max(low) filter (where name = 'payment_fee_share')          as payment_low,
        max(high) filter (where name = 'payment_fee_share')         as payment_high,
        max(value) filter (where name = 'shipping_cost_per_order')  as shipping,
        max(low) filter (where name = 'shipping_cost_per_order')    as shipping_low,
        max(high) filter (where name = 'shipping_cost_per_order')   as shipping_high,
        max(value) filter (where name = 'return_handling_cost')     as handling,
        max(low) filter (where name = 'return_handling_cost')       as handling_low,
        max(high) filter (where name = 'return_handling_cost')      as handling_high,
        max(value) filter (where name = 'service_cost_per_hour')    as hour,
        max(low) filter (where name = 'service_cost_per_hour')      as hour_low,
        max(high) filter (where name = 'service_cost_per_hour')     as hour_high,
        max(value) filter (where name = 'minutes_per_ticket')       as minutes,
        max(low) filter (where name = 'minutes_per_ticket')         as minutes_low,
        max(high) filter (where name = 'minutes_per_ticket')        as minutes_high,
        max(value) filter (where name = 'contact_cost')             as contact,
        max(low) filter (where name = 'contact_cost')               as contact_low,
        max(high) filter (where name = 'contact_cost')              as contact_high
    from assumed
),

observed as (
    -- cost over sales without tax and order discounts, of the lines that state a cost
    select
        case when lines_with_cost > 0 and amount_with_cost > 0
            and ratio(stated_cost, amount_with_cost) between 0 and 9
            then ratio(stated_cost, amount_with_cost) / nullif(ratio(amount - order_discount - stated_tax, amount), 0)
        end                                                         as cost_share
    from purchase_totals
),

cost_rates as (
    select
        coalesce(observed.cost_share, 1 - stated.margin)             as product_cost_share,
        case when observed.cost_share is null then 1 - stated.margin_high else greatest(observed.cost_share - 0.1, 0) end as product_cost_low,
        coalesce(observed.cost_share + 0.1, 1 - stated.margin_low)   as product_cost_high,
        observed.cost_share                                         as observed_cost_share,
        case when value_settings.prices_include_tax then stated.tax / (1 + stated.tax) else 0 end as tax_part,
        case when value_settings.prices_include_tax then stated.tax_low / (1 + stated.tax_low) else 0 end as tax_part_low,
        case when value_settings.prices_include_tax then stated.tax_high / (1 + stated.tax_high) else 0 end as tax_part_high,
        stated.payment,
        stated.payment_low,
        stated.payment_high,
        stated.shipping,
        stated.shipping_low,
        stated.shipping_high,
        stated.handling,
        stated.handling_low,
        stated.handling_high,
        stated.hour,
        stated.hour_low,
        stated.hour_high,
        stated.minutes,
        stated.minutes_low,
        stated.minutes_high,
        stated.contact,
        stated.contact_low,
        stated.contact_high
    from stated
    cross join observed
    cross join value_settings
)

select * from cost_rates
