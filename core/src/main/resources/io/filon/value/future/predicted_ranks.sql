-- One row per customer whose value was predicted: what the customer left in the last 365 days after the costs of the orders, and the places by that and by the value to come.
-- reads  predicted_values (customer_id, value), purchase_days (customer_id, bought_on, margin), run (as_of)
-- grain  customer_id
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

known as (
    select
        predicted_values.customer_id,
        coalesce(past.left_year, 0)                                  as left_year,
        predicted_values.value
    from predicted_values
    left join past on past.customer_id = predicted_values.customer_id
),

predicted_ranks as (
    select
        customer_id,
        left_year,
        value,
        row_number() over (order by left_year desc, customer_id)    as left_place,
        row_number() over (order by value desc, customer_id)        as value_place
    from known
)

select * from predicted_ranks
