-- One row per used assumption that costs rest on: by which part those costs grow when it lies at its low and at its high end (0.5 is half as much again).
-- reads  assumptions
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
)

select * from assumption_scales
