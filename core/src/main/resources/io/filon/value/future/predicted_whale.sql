-- One row when values were predicted: how much the best tenth of customers left in the last 365 days and will leave, and how many left, or will leave, less than nothing.
-- reads  predicted_values (customer_id, value), purchase_days, run (as_of)
-- grain  customers
with

past as (
    select
        purchase_days.customer_id,
        sum(purchase_days.margin)                                   as left_year
    from purchase_days
    cross join run
    where purchase_days.bought_on > days_after(run.as_of, -365)
    group by purchase_days.customer_id
),

ranked as (
    select
        coalesce(past.left_year, 0)                                  as left_year,
        predicted_values.value,
        percent_rank() over (order by coalesce(past.left_year, 0) desc, predicted_values.customer_id) as past_place,
        percent_rank() over (order by predicted_values.value desc, predicted_values.customer_id) as next_place
    from predicted_values
    left join past on past.customer_id = predicted_values.customer_id
),

predicted_whale as (
    select
        count(*)                                                    as customers,
        cast(sum(left_year) as decimal(18, 4))                       as left_year,
        cast(sum(left_year) filter (where past_place < 0.1) as decimal(18, 4)) as best_left_year,
        count(*) filter (where left_year < 0)                        as lost_year,
        cast(sum(value) as decimal(18, 4))                          as value,
        cast(sum(value) filter (where next_place < 0.1) as decimal(18, 4)) as best_value,
        count(*) filter (where value < 0)                           as losing
    from ranked
    having count(*) > 0
)

select * from predicted_whale
