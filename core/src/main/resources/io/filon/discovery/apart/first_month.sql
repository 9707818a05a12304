-- One row per customer of outcomes whose first 30 days ended before the outcome window: what happened in them, equally long for all. What no file tells is null.
-- reads  outcomes (customer_id, first_order_on, already_there), outcome_window (from_on), returns (customer_id, returned_on), tickets (customer_id, opened_on), units
-- grain  customer_id
with

anchored as (
    select
        outcomes.customer_id,
        outcomes.first_order_on,
        days_after(outcomes.first_order_on, 30) as until_on
    from outcomes
    cross join outcome_window
    where not outcomes.already_there and days_after(outcomes.first_order_on, 30) < outcome_window.from_on
),

returned as (
    select distinct anchored.customer_id
    from returns
    left join units on units.customer_id = returns.customer_id
    inner join anchored on anchored.customer_id = coalesce(units.unit_id, returns.customer_id)
    where returns.returned_on between anchored.first_order_on and anchored.until_on
),

asked as (
    select distinct anchored.customer_id
    from tickets
    left join units on units.customer_id = tickets.customer_id
    inner join anchored on anchored.customer_id = coalesce(units.unit_id, tickets.customer_id)
    where tickets.opened_on between anchored.first_order_on and anchored.until_on
),

first_month as (
    select
        anchored.customer_id,
        case when exists (select 1 from returns) then returned.customer_id is not null end as returned,
        case when exists (select 1 from tickets) then asked.customer_id is not null end as asked_for_help
    from anchored
    left join returned on returned.customer_id = anchored.customer_id
    left join asked on asked.customer_id = anchored.customer_id
)

select * from first_month
