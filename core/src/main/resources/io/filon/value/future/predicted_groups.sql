-- One row per group of today, star customers and the stages of the lifecycle: what its customers left in the last 365 days after the costs of their orders, and what they will buy and leave.
-- In eight cases of ten these are between low and high: what chance does to each customer averages out, what is not known of all of them moves all alike (GroupError).
-- Among the best is who has one of the highest expected values, as many as there are star customers.
-- reads  predicted_values (customer_id, value, no_purchase_share, expected_orders, chance_variance, shared_1, shared_2, shared_3, shared_4, shared_5, order_chance_variance, order_shared_1, order_shared_2, order_shared_3, order_shared_4), purchase_days, star_customers (customer_id), lifecycle (customer_id, stage), run (as_of)
-- grain  group_name
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

stars as (
    select count(*) as customers from star_customers
),

ranked as (
    select
        predicted_values.*,
        1 - predicted_values.no_purchase_share                      as buying,
        row_number() over (order by predicted_values.value desc, predicted_values.customer_id) as place
    from predicted_values
),

members as (
    select 'star_customers' as group_name, star_customers.customer_id from star_customers
    union all
    select lifecycle.stage as group_name, lifecycle.customer_id from lifecycle
),

totals as (
    select
        members.group_name,
        count(*)                                                    as customers,
        cast(coalesce(sum(past.left_year), 0) as decimal(18, 4))     as left_year,
        sum(ranked.value)                                           as value,
        sum(ranked.expected_orders)                                 as orders,
        1.2815515655446004 * sqrt(sum(ranked.chance_variance)
            + power(sum(ranked.shared_1), 2) + power(sum(ranked.shared_2), 2) + power(sum(ranked.shared_3), 2)
            + power(sum(ranked.shared_4), 2) + power(sum(ranked.shared_5), 2)) as half,
        1.2815515655446004 * sqrt(sum(ranked.order_chance_variance)
            + power(sum(ranked.order_shared_1), 2) + power(sum(ranked.order_shared_2), 2)
            + power(sum(ranked.order_shared_3), 2) + power(sum(ranked.order_shared_4), 2)) as orders_half,
        sum(ranked.buying)                                          as buying,
        count(*) filter (where ranked.place <= stars.customers)     as among_best
    from members
    join ranked on ranked.customer_id = members.customer_id
    left join past on past.customer_id = members.customer_id
    cross join stars
    group by members.group_name
),

predicted_groups as (
    select
        group_name,
        customers,
        left_year,
        cast(value as decimal(18, 4))                               as value,
        cast(value - half as decimal(18, 4))                        as low,
        cast(value + half as decimal(18, 4))                        as high,
        orders,
        greatest(0, orders - orders_half)                           as orders_low,
        orders + orders_half                                        as orders_high,
        buying,
        among_best
    from totals
)

select * from predicted_groups order by group_name
