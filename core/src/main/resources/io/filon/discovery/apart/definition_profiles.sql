-- Two rows: stars of the outcome window and the other customers known before it, by what the definition of a star is made of. Shown, never tested: they differ by definition.
-- reads  outcomes, order_ledger (customer_id, bought_on, orders, revenue), outcome_window (from_on)
-- grain  star
with

before as (
    select
        order_ledger.customer_id,
        sum(order_ledger.orders)                                        as orders,
        sum(order_ledger.revenue)                                       as revenue
    from order_ledger
    cross join outcome_window
    where order_ledger.bought_on < outcome_window.from_on
    group by order_ledger.customer_id
),

definition_profiles as (
    select
        outcomes.star,
        count(*)                                                        as customers,
        avg(before.orders)                                              as orders_before,
        coalesce(ratio(sum(before.revenue), sum(before.orders)), 0)     as revenue_per_order_before,
        avg(outcomes.orders)                                            as orders_inside,
        coalesce(ratio(sum(outcomes.net), count(*)), 0)                 as net_inside
    from outcomes
    inner join before on before.customer_id = outcomes.customer_id
    group by outcomes.star
)

select * from definition_profiles order by star
