-- One row per customer of outcomes whose first purchase is known: how that purchase was made.
-- reads  outcomes (customer_id, already_there), purchases (order_id, customer_id, bought_on), orders, order_lines (order_id, category, product, amount, is_return), order_ledger (order_id, discounts), deals (deal_id, product_id, owner, channel)
-- grain  customer_id
with

firsts as (
    select
        purchases.customer_id,
        purchases.order_id,
        purchases.bought_on
    from purchases
    inner join outcomes on outcomes.customer_id = purchases.customer_id
    where not outcomes.already_there
    qualify row_number() over (partition by purchases.customer_id order by purchases.bought_on, purchases.order_id) = 1
),

categories as (
    select
        firsts.order_id,
        order_lines.category,
        sum(order_lines.amount)     as amount
    from firsts
    inner join order_lines on order_lines.order_id = firsts.order_id
    where order_lines.category is not null and not order_lines.is_return
    group by firsts.order_id, order_lines.category
),

main_categories as (
    select
        order_id,
        category
    from categories
    qualify row_number() over (partition by order_id order by amount desc nulls last, category) = 1
),

line_counts as (
    select
        firsts.order_id,
        count(*)                    as lines
    from firsts
    inner join order_lines on order_lines.order_id = firsts.order_id
    where not order_lines.is_return
    group by firsts.order_id
),

first_purchases as (
    select
        firsts.customer_id,
        firsts.bought_on,
        coalesce(orders.channel, deals.channel)                     as channel,
        orders.acquisition_source,
        orders.payment_method,
        orders.country,
        orders.region,
        main_categories.category,
        deals.product_id                                            as deal_product,
        deals.owner                                                 as seller,
        orders.coupon is not null                                   as coupon,
        order_ledger.discounts > 0                                  as discount,
        case when orders.shipped then orders.shipping_charged = 0 end as free_shipping,
        case when line_counts.lines is not null then line_counts.lines > 1 end as several_lines
    from firsts
    left join orders on orders.order_id = firsts.order_id
    left join deals on deals.deal_id = firsts.order_id
    left join main_categories on main_categories.order_id = firsts.order_id
    left join line_counts on line_counts.order_id = firsts.order_id
    left join order_ledger on order_ledger.order_id = firsts.order_id
)

select * from first_purchases
