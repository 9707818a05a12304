-- One row per customer, thing bought (a category where files tell several, else a product) and day: for how much.
-- reads  purchases (order_id, customer_id, bought_on), order_lines (order_id, product_id, product, category, amount, is_return), products (product_id, name, category), deals (deal_id, product_id, amount)
-- grain  customer_id, want, bought_on
with

sold as (
    select
        purchases.customer_id,
        purchases.bought_on,
        coalesce(order_lines.category, products.category)                           as category,
        coalesce(order_lines.product, products.name, order_lines.product_id)        as product,
        order_lines.amount
    from purchases
    join order_lines on order_lines.order_id = purchases.order_id
    left join products on products.product_id = order_lines.product_id
    where not coalesce(order_lines.is_return, false)
    union all
    -- where won deals are the purchases
    select
        purchases.customer_id,
        purchases.bought_on,
        products.category,
        coalesce(products.name, deals.product_id)                                   as product,
        deals.amount
    from purchases
    join deals on deals.deal_id = purchases.order_id
    left join products on products.product_id = deals.product_id
    where not exists (select 1 from order_lines where order_lines.order_id = purchases.order_id)
),

kinds as (
    select count(distinct category) > 1 as many_categories
    from sold
),

wanted as (
    select
        sold.customer_id,
        case when kinds.many_categories then sold.category else sold.product end    as want,
        sold.bought_on,
        sold.amount
    from sold
    cross join kinds
    where sold.customer_id is not null
),

niche_want_days as (
    select
        customer_id,
        want,
        bought_on,
        sum(cast(amount as double))                                                 as amount
    from wanted
    where want is not null and want <> ''
    group by customer_id, want, bought_on
)

select * from niche_want_days
