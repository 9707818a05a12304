-- One row per customer, habit and day (or part of the year) on which the customer bought or visited, with the value it had.
-- reads  purchases (order_id, customer_id, bought_on), orders (order_id, ordered_at, channel), order_lines (order_id, category), sessions (customer_id, started_local, hour, device), units (customer_id, unit_id), run (zone)
-- grain  customer_id, habit, value, happened_on
with

visits as (
    select
        coalesce(units.unit_id, sessions.customer_id)   as customer_id,
        cast(sessions.started_local as date)            as happened_on,
        sessions.hour,
        device_kind(sessions.device)                    as device
    from sessions
    left join units on units.customer_id = sessions.customer_id
    where sessions.customer_id is not null
),

bought as (
    select
        purchases.customer_id,
        purchases.bought_on                             as happened_on,
        purchases.order_id,
        orders.channel,
        second_of_day(orders.ordered_at, run.zone) // 3600 as hour
    from purchases
    cross join run
    left join orders on orders.order_id = purchases.order_id
    where purchases.customer_id is not null
),

days as (
    select customer_id, happened_on from visits
    union
    select customer_id, happened_on from bought
),

hours as (
    select customer_id, happened_on, hour from visits where hour is not null
    union
    select customer_id, happened_on, hour from bought where hour is not null
),

each_one as (
    select
        customer_id,
        'weekday'                                       as habit,
        cast(weekday_of(happened_on) as varchar)        as value,
        happened_on
    from days
    union all
    select
        customer_id,
        'weekend'                                       as habit,
        case when weekday_of(happened_on) >= 6 then 'yes' else 'no' end as value,
        happened_on
    from days
    union all
    select distinct
        customer_id,
        'hours'                                         as habit,
        case
            when hour < 6 then 'night'
            when hour < 12 then 'morning'
            when hour < 16 then 'midday'
            when hour < 20 then 'afternoon'
            else 'evening'
        end                                             as value,
        happened_on
    from hours
    union all
    select
        customer_id,
        'payday'                                        as habit,
        case
            when extract(day from happened_on) >= 25 then 'month_end'
            when extract(day from happened_on) <= 5 then 'month_start'
            else 'rest'
        end                                             as value,
        happened_on
    from (select distinct customer_id, happened_on from bought) bought_days
    union all
    select distinct
        customer_id,
        'season'                                        as habit,
        cast(extract(quarter from happened_on) as varchar) as value,
        quarter_of(happened_on)                         as happened_on
    from days
    union all
    select distinct
        customer_id,
        'device'                                        as habit,
        device                                          as value,
        happened_on
    from visits
    where device is not null
    union all
    select distinct
        customer_id,
        'channel'                                       as habit,
        channel                                         as value,
        happened_on
    from bought
    where channel is not null
    union all
    select distinct
        bought.customer_id,
        'category'                                      as habit,
        order_lines.category                            as value,
        bought.happened_on
    from bought
    inner join order_lines on order_lines.order_id = bought.order_id
    where order_lines.category is not null
)

select * from each_one
