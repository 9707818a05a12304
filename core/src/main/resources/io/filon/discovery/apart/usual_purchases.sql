-- One row per customer of outcomes: what most of the purchases before the outcome window have in common. A share of the purchases, so that buying often does not by itself change it.
-- reads  outcomes (customer_id), purchases (order_id, customer_id, bought_on), orders (order_id, channel, payment_method), order_lines (order_id, category, amount, is_return), outcome_window (from_on)
-- grain  customer_id
with

before as (
    select
        purchases.customer_id,
        purchases.order_id
    from purchases
    inner join outcomes on outcomes.customer_id = purchases.customer_id
    cross join outcome_window
    where purchases.bought_on < outcome_window.from_on
),

channels as (
    select before.customer_id, orders.channel, count(*) as times
    from before
    inner join orders on orders.order_id = before.order_id
    where orders.channel is not null
    group by before.customer_id, orders.channel
),

payments as (
    select before.customer_id, orders.payment_method, count(*) as times
    from before
    inner join orders on orders.order_id = before.order_id
    where orders.payment_method is not null
    group by before.customer_id, orders.payment_method
),

categories as (
    select before.customer_id, order_lines.category, sum(order_lines.amount) as amount
    from before
    inner join order_lines on order_lines.order_id = before.order_id
    where order_lines.category is not null and not order_lines.is_return
    group by before.customer_id, order_lines.category
),

most_channels as (
    select customer_id, channel
    from channels
    qualify row_number() over (partition by customer_id order by times desc, channel) = 1
),

most_payments as (
    select customer_id, payment_method
    from payments
    qualify row_number() over (partition by customer_id order by times desc, payment_method) = 1
),

most_categories as (
    select customer_id, category
    from categories
    qualify row_number() over (partition by customer_id order by amount desc nulls last, category) = 1
),

usual_purchases as (
    select
        outcomes.customer_id,
        most_channels.channel,
        most_payments.payment_method,
        most_categories.category
    from outcomes
    left join most_channels on most_channels.customer_id = outcomes.customer_id
    left join most_payments on most_payments.customer_id = outcomes.customer_id
    left join most_categories on most_categories.customer_id = outcomes.customer_id
)

select * from usual_purchases
