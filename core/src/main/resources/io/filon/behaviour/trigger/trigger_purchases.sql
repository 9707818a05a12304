-- One row per purchase day of a customer, with the time of day of the first order where a file tells it, else midnight: what came on the same day may have come after it.
-- reads  purchase_days (customer_id, bought_on, margin), purchases (order_id, customer_id, bought_on), orders (order_id, ordered_at), customer_facts (customer_id, known_since), run (zone)
-- grain  customer_id, bought_on
with

times as (
    select
        purchases.customer_id,
        purchases.bought_on,
        min(second_of_day(orders.ordered_at, run.zone)) as second
    from purchases
    cross join run
    inner join orders on orders.order_id = purchases.order_id
    where orders.ordered_at is not null and day_in(orders.ordered_at, run.zone) = purchases.bought_on
    group by purchases.customer_id, purchases.bought_on
),

trigger_purchases as (
    select
        purchase_days.customer_id,
        purchase_days.bought_on,
        day_number(purchase_days.bought_on)                         as bought_day,
        times.second is not null                                    as timed,
        coalesce(times.second, 0)                                   as bought_second,
        day_number(coalesce(customer_facts.known_since, purchase_days.bought_on)) as known_day,
        cast(purchase_days.margin as double)                        as margin
    from purchase_days
    left join times on times.customer_id = purchase_days.customer_id and times.bought_on = purchase_days.bought_on
    left join customer_facts on customer_facts.customer_id = purchase_days.customer_id
)

select * from trigger_purchases order by customer_id, bought_on
