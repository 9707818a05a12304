-- One row when values were predicted: how much the best tenth of customers left in the last 365 days and will leave, and how many left, or will leave, less than nothing.
-- reads  predicted_ranks (left_year, value, left_place, value_place)
-- grain  customers
with

everybody as (
    select count(*) as customers from predicted_ranks
),

predicted_whale as (
    select
        count(*)                                                    as customers,
        cast(sum(left_year) as decimal(18, 4))                       as left_year,
        cast(sum(left_year) filter (where left_place - 1 < 0.1 * (everybody.customers - 1)) as decimal(18, 4)) as best_left_year,
        count(*) filter (where left_year < 0)                        as lost_year,
        cast(sum(value) as decimal(18, 4))                          as value,
        cast(sum(value) filter (where value_place - 1 < 0.1 * (everybody.customers - 1)) as decimal(18, 4)) as best_value,
        count(*) filter (where value < 0)                           as losing
    from predicted_ranks
    cross join everybody
    having count(*) > 0
)

select * from predicted_whale
