-- One row per buyer whose first purchase in the files is not the first: signed up before the files begin, or came in the burst with which an export of a running shop begins.
-- A burst is half as many first purchases a day again in the first cycle (twice the usual gap, 90 to 365 days) as later.
-- reads  buyers (customer_id, first_order_on), customers (customer_id, created_on), units, base_rhythm (base_gap_days), outcome_window (first_bought_on, to_on)
-- grain  customer_id
with

signed_up as (
    select
        coalesce(units.unit_id, customers.customer_id)          as customer_id,
        min(customers.created_on)                               as created_on
    from customers
    left join units on units.customer_id = customers.customer_id
    group by all
),

cycle as (
    select
        outcome_window.first_bought_on,
        cast(least(365, greatest(90, ceil(2 * base_rhythm.base_gap_days))) as integer) as cycle_days,
        days_between(outcome_window.first_bought_on, outcome_window.to_on) + 1 as days
    from outcome_window
    cross join base_rhythm
),

arrivals as (
    select
        count(*) filter (where buyers.first_order_on < days_after(cycle.first_bought_on, cycle.cycle_days)) as early,
        count(*) filter (where buyers.first_order_on >= days_after(cycle.first_bought_on, cycle.cycle_days)) as later
    from buyers
    cross join cycle
),

burst as (
    select
        cycle.first_bought_on,
        days_after(cycle.first_bought_on, cycle.cycle_days)     as ended_on,
        arrivals.later > 0
            and coalesce(ratio(arrivals.early, cycle.cycle_days)
                >= 1.5 * ratio(arrivals.later, cycle.days - cycle.cycle_days), false) as happened
    from cycle
    cross join arrivals
),

already_there as (
    select
        buyers.customer_id,
        signed_up.created_on
    from buyers
    cross join burst
    left join signed_up on signed_up.customer_id = buyers.customer_id
    where signed_up.created_on < burst.first_bought_on
        or (signed_up.created_on is null and burst.happened and buyers.first_order_on < burst.ended_on)
)

select * from already_there
