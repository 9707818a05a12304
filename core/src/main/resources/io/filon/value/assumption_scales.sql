-- One row per used assumption that costs rest on: by which part those costs grow when it lies at its low and at its high end (0.5 is half as much again).
-- `tax_inside` is what nobody says: whether amounts hold tax. Its cost is the whole sale, and the growth the part that would be tax.
-- Dollar prices are written without tax, and a stated profit is already without it.
-- reads  assumptions, assumed (name, high), value_settings (prices_include_tax), purchases (tax_stated), order_lines (profit), run (currency)
-- grain  name
with

weights as (
    select
        name,
        unit,
        value,
        low,
        high,
        -- what the assumed cost is proportional to
        case name when 'product_margin_share' then 1 - value when 'tax_rate' then value / (1 + value) else value end as weight,
        case name when 'product_margin_share' then 1 - low when 'tax_rate' then low / (1 + low) else low end as weight_low,
        case name when 'product_margin_share' then 1 - high when 'tax_rate' then high / (1 + high) else high end as weight_high
    from assumptions
    where used and name <> 'usual_gap_days'
),

unsaid as (
    select
        assumed.high
    from assumed
    cross join value_settings
    cross join run
    where assumed.name = 'tax_rate'
        and assumed.high > 0
        and not value_settings.prices_include_tax
        and run.currency not in ('USD', 'CAD')
        and exists (select 1 from purchases)
        and not exists (select 1 from purchases where tax_stated)
        and not exists (select 1 from order_lines where profit is not null)
),

assumption_scales as (
    select
        name,
        unit,
        value,
        low,
        high,
        coalesce(ratio(weight_low, weight) - 1, 0)      as low_scale,
        coalesce(ratio(weight_high, weight) - 1, 0)     as high_scale
    from weights
    union all
    select
        'tax_inside'                                    as name,
        'share'                                         as unit,
        0                                               as value,
        0                                               as low,
        high,
        0                                               as low_scale,
        high / (1 + high)                               as high_scale
    from unsaid
)

select * from assumption_scales
