-- One row per group of today, star customers and the stages of the lifecycle: what its customers left in the last 365 days after the costs of their orders, and what they will leave.
-- Among the best is who has one of the highest expected values, as many as there are star customers.
-- reads  predicted_values (customer_id, value, no_purchase_share), purchase_days, star_customers (customer_id), lifecycle (customer_id, stage), run (as_of)
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
        predicted_values.customer_id,
        predicted_values.value,
        1 - predicted_values.no_purchase_share                      as buying,
        row_number() over (order by predicted_values.value desc, predicted_values.customer_id) as place
    from predicted_values
),

members as (
    select 'star_customers' as group_name, star_customers.customer_id from star_customers
    union all
    select lifecycle.stage as group_name, lifecycle.customer_id from lifecycle
),

predicted_groups as (
    select
        members.group_name,
        count(*)                                                    as customers,
        cast(coalesce(sum(past.left_year), 0) as decimal(18, 4))     as left_year,
        cast(sum(ranked.value) as decimal(18, 4))                   as value,
        sum(ranked.buying)                                          as buying,
        count(*) filter (where ranked.place <= stars.customers)     as among_best
    from members
    join ranked on ranked.customer_id = members.customer_id
    left join past on past.customer_id = members.customer_id
    cross join stars
    group by members.group_name
)

select * from predicted_groups order by group_name
