-- One row: buyers who lost money in one period, and what the same customers did in the next of the same length.
-- The periods are the last two years, or the halves of a history of 360 days or more; no row in a shorter one.
-- reads  order_ledger, customer_costs, star_window (history_days), run (as_of)
-- grain  first_from
with

periods as (
    select
        days_after(run.as_of, 1 - 2 * length_days)  as first_from,
        days_after(run.as_of, -length_days)         as first_to,
        run.as_of                                   as next_to
    from run
    cross join (
        select case when history_days >= 730 then 365 else cast(floor(history_days / 2) as integer) end as length_days
        from star_window
        where history_days >= 360
    ) as sized
),

movements as (
    select
        customer_id,
        bought_on as moved_on,
        contribution as net,
        orders
    from order_ledger
    union all
    select
        customer_id,
        spent_on as moved_on,
        -(returned + return_cost + service_cost + contact_cost + acquisition_cost) as net,
        0 as orders
    from customer_costs
),

by_customer as (
    select
        movements.customer_id,
        coalesce(sum(movements.net) filter (where movements.moved_on <= periods.first_to), 0)     as net_first,
        coalesce(sum(movements.net) filter (where movements.moved_on > periods.first_to), 0)      as net_next,
        coalesce(sum(movements.orders) filter (where movements.moved_on <= periods.first_to), 0)  as orders_first,
        coalesce(sum(movements.orders) filter (where movements.moved_on > periods.first_to), 0)   as orders_next
    from movements
    cross join periods
    where movements.customer_id is not null
        and movements.moved_on between periods.first_from and periods.next_to
    group by movements.customer_id
),

tail as (
    select
        count(*) filter (where orders_next > 0)                         as loss_makers,
        count(*) filter (where orders_next > 0 and net_next < 0)        as still_loss_makers,
        cast(coalesce(sum(net_first), 0) as decimal(18, 4))             as tail_net_first,
        cast(coalesce(sum(net_next), 0) as decimal(18, 4))              as tail_net_next
    from by_customer
    where orders_first > 0 and net_first < 0
),

next_period as (
    select
        periods.first_from,
        periods.first_to,
        tail.loss_makers,
        tail.still_loss_makers,
        tail.tail_net_first,
        tail.tail_net_next
    from periods
    cross join tail
)

select * from next_period
