-- One row per group of today, star customers and the stages of the lifecycle: what its customers left in the last 365 days after the costs of their orders, and what they will buy and leave.
-- In eight cases of ten these are between low and high: what chance does to each customer averages out, what is not known of all of them moves all alike (GroupError).
-- Among the best is who has one of the highest expected values, as many as there are star customers.
-- reads  predicted_ranks (customer_id, left_year, value_place), predicted_values (customer_id, value, no_purchase_share, expected_orders, chance_variance, shared_1, shared_2, shared_3, shared_4, shared_5, order_chance_variance, order_shared_1, order_shared_2, order_shared_3, order_shared_4), star_customers (customer_id), lifecycle (customer_id, stage)
-- grain  group_name
with

stars as (
    select count(*) as customers from star_customers
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
        cast(sum(predicted_ranks.left_year) as decimal(18, 4))       as left_year,
        sum(told.value)                                             as value,
        sum(told.expected_orders)                                   as orders,
        1.2815515655446004 * sqrt(sum(told.chance_variance)
            + power(sum(told.shared_1), 2) + power(sum(told.shared_2), 2) + power(sum(told.shared_3), 2)
            + power(sum(told.shared_4), 2) + power(sum(told.shared_5), 2)) as half,
        1.2815515655446004 * sqrt(sum(told.order_chance_variance)
            + power(sum(told.order_shared_1), 2) + power(sum(told.order_shared_2), 2)
            + power(sum(told.order_shared_3), 2) + power(sum(told.order_shared_4), 2)) as orders_half,
        sum(1 - told.no_purchase_share)                             as buying,
        count(*) filter (where predicted_ranks.value_place <= stars.customers) as among_best
    from members
    join predicted_values as told on told.customer_id = members.customer_id
    join predicted_ranks on predicted_ranks.customer_id = members.customer_id
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
