-- One row per customer who was sent something and hour in which he or she did anything: what a message may have answered to.
-- reads  trigger_onsets (kind, customer_id), events (customer_id, occurred_at), tickets (customer_id, opened_at), returns (customer_id, returned_on), trigger_purchases (customer_id, bought_day, timed, bought_second), units (customer_id, unit_id), run (zone)
-- grain  customer_id, action_day, action_second, bought
with

reached as (
    select distinct customer_id
    from trigger_onsets
    where kind = 'campaign'
),

hours as (
    select
        customer_id,
        min(occurred_at) as acted_at
    from events
    where customer_id is not null
    group by customer_id, date_trunc('hour', occurred_at)
    union all
    select
        customer_id,
        opened_at as acted_at
    from tickets
    where customer_id is not null and opened_at is not null
),

acted as (
    select
        coalesce(units.unit_id, hours.customer_id)              as customer_id,
        day_number(day_in(hours.acted_at, run.zone))            as action_day,
        second_of_day(hours.acted_at, run.zone)                 as action_second,
        false                                                   as bought
    from hours
    cross join run
    left join units on units.customer_id = hours.customer_id
    union all
    select
        coalesce(units.unit_id, returns.customer_id)            as customer_id,
        day_number(returns.returned_on)                         as action_day,
        0                                                       as action_second,
        false                                                   as bought
    from returns
    left join units on units.customer_id = returns.customer_id
    where returns.returned_on is not null
    union all
    select
        customer_id,
        bought_day                                              as action_day,
        case when timed then bought_second else 86399 end       as action_second,
        true                                                    as bought
    from trigger_purchases
),

own_actions as (
    select distinct
        acted.customer_id,
        acted.action_day,
        acted.action_second,
        acted.bought
    from acted
    semi join reached on reached.customer_id = acted.customer_id
)

select * from own_actions order by customer_id, action_day, action_second, bought
