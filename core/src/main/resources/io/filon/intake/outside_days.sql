-- One row per day, place and measure of the world outside, as the weather: a number, the mean of a place's stations, or a
-- word. Without a place, it is so everywhere.
-- reads  in_outside (noted_on, country, region, city, postal_code, measure, value, number, merged)
-- grain  noted_on, place, measure
with

told as (
    select
        noted_on,
        coalesce(same_name(coalesce(city, postal_code, region, country)), '') as place,
        measure,
        number,
        value
    from in_outside
    where not merged
),

outside_days as (
    select
        noted_on,
        place,
        measure,
        avg(number)                                             as number,
        case when count(number) = 0 then min(value) end         as word
    from told
    group by noted_on, place, measure
)

select * from outside_days
