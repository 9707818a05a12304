-- One row per customer with a purchase or a cost: money and orders in the star window, in the last 365 days, and in the window that ended with the last order.
-- Money of different months is compared in the prices of the run's date where a price index is given.
-- reads  order_ledger, customer_costs, buyers (last_order_on), star_window, price_levels (month, factor), run (as_of)
-- grain  customer_id
with

movements as (
    select
        customer_id,
        bought_on                                                   as moved_on,
        contribution                                                as net,
        revenue,
        gross_sales,
        gross_margin,
        net_sales,
        returned,
        orders,
        0                                                           as tickets
    from order_ledger
    union all
    select
        customer_id,
        spent_on                                                    as moved_on,
        -(returned + return_cost + service_cost + contact_cost + acquisition_cost) as net,
        -returned                                                   as revenue,
        0                                                           as gross_sales,
        -returned                                                   as gross_margin,
        -returned                                                   as net_sales,
        returned,
        0                                                           as orders,
        tickets
    from customer_costs
),

compared as (
    select
        movements.*,
        case when price_levels.factor is null then movements.net else money(movements.net * price_levels.factor) end as real_net,
        movements.moved_on between star_window.from_on and star_window.to_on as in_window,
        movements.moved_on > days_after(run.as_of, -365)            as in_12m,
        movements.moved_on > days_after(buyers.last_order_on, -star_window.window_days)
            and movements.moved_on <= buyers.last_order_on          as in_last_active
    from movements
    cross join star_window
    cross join run
    left join buyers on buyers.customer_id = movements.customer_id
    left join price_levels on price_levels.month = month_of(movements.moved_on)
    where movements.customer_id is not null
),

customer_windows as (
    select
        customer_id,
        cast(sum(real_net) as decimal(18, 4))                                                   as net_total,
        cast(coalesce(sum(real_net) filter (where in_window), 0) as decimal(18, 4))             as net_window,
        cast(coalesce(sum(orders) filter (where in_window), 0) as bigint)                       as orders_window,
        cast(coalesce(sum(gross_sales) filter (where in_window), 0) as decimal(18, 4))          as gross_sales_window,
        cast(coalesce(sum(net_sales) filter (where in_window), 0) as decimal(18, 4))            as net_sales_window,
        cast(coalesce(sum(gross_margin) filter (where in_window), 0) as decimal(18, 4))         as gross_margin_window,
        cast(coalesce(sum(returned) filter (where in_window), 0) as decimal(18, 4))             as returned_window,
        cast(coalesce(sum(tickets) filter (where in_window), 0) as bigint)                      as tickets_window,
        cast(coalesce(sum(real_net) filter (where in_12m), 0) as decimal(18, 4))                as net_12m,
        cast(coalesce(sum(revenue) filter (where in_12m), 0) as decimal(18, 4))                 as revenue_12m,
        cast(coalesce(sum(orders) filter (where in_12m), 0) as bigint)                          as orders_12m,
        cast(coalesce(sum(real_net) filter (where in_last_active), 0) as decimal(18, 4))        as net_last_active,
        cast(coalesce(sum(orders) filter (where in_last_active), 0) as bigint)                  as orders_last_active
    from compared
    group by customer_id
)

select * from customer_windows
