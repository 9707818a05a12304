-- One row per customer with a purchase: the segment that owns it, what an order of it is expected to leave before the contact's cost, what it left when awake, the chance that it buys in the next 12 months, and whether it refused to be written to.
-- Where nothing could be foretold every order is expected to leave what the segment's orders left on average, and the chance is null.
-- reads  priority_owners (customer_id, segment), lifecycle (customer_id, stage, net_last_active), purchase_days (customer_id, bought_on, revenue, margin), predicted_values (customer_id, expected_orders, no_purchase_share, value), consents (customer_id, channel, granted), units, run (as_of)
-- grain  customer_id
with

refused as (
    select distinct coalesce(units.unit_id, consents.customer_id) as customer_id
    from consents
    left join units on units.customer_id = consents.customer_id
    where not consents.granted and consents.channel = 'email'
),

orders as (
    select
        purchase_days.customer_id,
        count(*)                                                                        as order_days,
        sum(purchase_days.revenue)                                                      as revenue,
        sum(purchase_days.margin)                                                       as margin
    from purchase_days
    cross join run
    where purchase_days.bought_on > days_after(run.as_of, -730)
    group by purchase_days.customer_id
),

segment_orders as (
    select
        priority_owners.segment,
        ratio(sum(orders.margin), sum(orders.order_days))                               as margin_each,
        ratio(sum(orders.revenue), sum(orders.margin))                                  as revenue_share
    from orders
    inner join priority_owners on priority_owners.customer_id = orders.customer_id
    group by priority_owners.segment
),

base_orders as (
    select ratio(sum(margin), sum(order_days)) as margin_each, ratio(sum(revenue), sum(margin)) as revenue_share
    from orders
),

priority_people as (
    select
        priority_owners.customer_id,
        priority_owners.segment,
        lifecycle.stage,
        coalesce(
            ratio(predicted_values.value, case when predicted_values.expected_orders >= 0.001 then predicted_values.expected_orders end),
            segment_orders.margin_each, base_orders.margin_each, 0)                     as order_worth,
        -- of a margin, how much was charged
        coalesce(segment_orders.revenue_share, base_orders.revenue_share, 0)            as revenue_share,
        predicted_values.expected_orders,
        cast(lifecycle.net_last_active as double)                                       as past_worth,
        1 - predicted_values.no_purchase_share                                          as buying_chance,
        refused.customer_id is not null                                                 as refused
    from priority_owners
    inner join lifecycle on lifecycle.customer_id = priority_owners.customer_id
    cross join base_orders
    left join predicted_values on predicted_values.customer_id = priority_owners.customer_id
    left join segment_orders on segment_orders.segment = priority_owners.segment
    left join refused on refused.customer_id = priority_owners.customer_id
)

select * from priority_people order by segment, order_worth desc, customer_id
