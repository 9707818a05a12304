-- One row per customer of outcomes: the purchases before the outcome window in numbers.
-- reads  purchase_days (customer_id, bought_on, margin), outcomes (customer_id), outcome_window (from_on)
-- grain  customer_id
with

block_purchases as (
    select
        purchase_days.customer_id,
        count(*)                                                as days,
        days_between(max(purchase_days.bought_on), min(outcome_window.from_on)) as days_since,
        days_between(min(purchase_days.bought_on), min(outcome_window.from_on)) as days_known,
        cast(sum(purchase_days.margin) as double)               as margin,
        cast(max(purchase_days.margin) as double)               as best_day
    from purchase_days
    cross join outcome_window
    inner join outcomes on outcomes.customer_id = purchase_days.customer_id
    where purchase_days.bought_on < outcome_window.from_on
    group by purchase_days.customer_id
)

select * from block_purchases
