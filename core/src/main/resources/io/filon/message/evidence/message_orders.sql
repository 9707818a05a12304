-- One row per customer of a group who ever bought: the orders of the year that ended with the last one and what they left, help desk and messages since then included, before acquisition.
-- reads  message_people (segment, customer_id), buyers (customer_id, last_order_on), order_ledger (customer_id, bought_on, orders, revenue, net_sales, gross_margin, shipping_income, contribution), customer_costs (customer_id, spent_on, service_cost, contact_cost)
-- grain  segment, customer_id
with

people as (
    select
        message_people.segment,
        message_people.customer_id,
        buyers.last_order_on
    from message_people
    inner join buyers on buyers.customer_id = message_people.customer_id
),

bought as (
    select
        people.segment,
        people.customer_id,
        sum(order_ledger.orders)            as orders,
        sum(order_ledger.revenue)           as revenue,
        sum(order_ledger.net_sales)         as net_sales,
        sum(order_ledger.gross_margin)      as gross_margin,
        sum(order_ledger.shipping_income)   as shipping_income,
        sum(order_ledger.contribution)      as contribution
    from people
    inner join order_ledger on order_ledger.customer_id = people.customer_id
    where days_between(order_ledger.bought_on, people.last_order_on) < 365
    group by people.segment, people.customer_id
),

served as (
    select
        people.segment,
        people.customer_id,
        sum(customer_costs.service_cost + customer_costs.contact_cost) as cost
    from people
    inner join customer_costs on customer_costs.customer_id = people.customer_id
    where days_between(customer_costs.spent_on, people.last_order_on) < 365
    group by people.segment, people.customer_id
),

message_orders as (
    select
        bought.segment,
        bought.customer_id,
        cast(bought.orders as double)                                       as orders,
        cast(bought.revenue as double)                                      as revenue,
        cast(bought.net_sales as double)                                    as net_sales,
        cast(bought.gross_margin as double)                                 as gross_margin,
        cast(bought.shipping_income as double)                              as shipping_income,
        cast(bought.contribution - coalesce(served.cost, 0) as double)      as net
    from bought
    left join served on served.segment = bought.segment and served.customer_id = bought.customer_id
)

select * from message_orders order by segment, customer_id
