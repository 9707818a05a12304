-- One row per customer of outcomes seen on or before the day of the first purchase: device and channel of the first visit.
-- reads  events (customer_id, occurred_at, device, channel), outcomes (customer_id, first_order_on, already_there), units, run (zone)
-- grain  customer_id
with

seen as (
    select
        outcomes.customer_id,
        events.occurred_at,
        events.device,
        events.channel
    from events
    left join units on units.customer_id = events.customer_id
    inner join outcomes on outcomes.customer_id = coalesce(units.unit_id, events.customer_id)
    cross join run
    where not outcomes.already_there
        and (events.device is not null or events.channel is not null)
        and day_in(events.occurred_at, run.zone) <= outcomes.first_order_on
),

earliest as (
    select customer_id, min(occurred_at) as occurred_at
    from seen
    group by customer_id
),

first_visits as (
    select
        seen.customer_id,
        min(seen.device)    as device,
        min(seen.channel)   as channel
    from seen
    inner join earliest on earliest.customer_id = seen.customer_id and earliest.occurred_at = seen.occurred_at
    group by seen.customer_id
)

select * from first_visits
