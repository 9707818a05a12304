-- One row per product and day on which its price, as listed, went down or up by a tenth or more and stayed there for the next sale too. Only products that have a list price: nine sales of ten at that of the sale before.
-- reads  order_lines (product_id, ordered_on, quantity, list_amount, is_return), run (as_of)
-- grain  product_id, changed_on
with

prices as (
    select
        order_lines.product_id,
        order_lines.ordered_on,
        median(ratio(order_lines.list_amount, order_lines.quantity)) as price
    from order_lines
    cross join run
    where order_lines.product_id is not null and order_lines.quantity > 0 and order_lines.list_amount > 0
        and not order_lines.is_return and order_lines.ordered_on <= run.as_of
    group by order_lines.product_id, order_lines.ordered_on
),

beside as (
    select
        product_id,
        ordered_on,
        price,
        lag(price) over (partition by product_id order by ordered_on)       as price_before,
        lead(price) over (partition by product_id order by ordered_on)      as price_after
    from prices
),

listed as (
    select product_id
    from beside
    where price_before is not null
    group by product_id
    having count(*) >= 20 and avg(case when abs(price - price_before) <= 0.005 * price_before then 1.0 else 0.0 end) >= 0.9
),

price_changes as (
    select
        beside.product_id,
        beside.ordered_on                                           as changed_on,
        beside.price > beside.price_before                          as went_up
    from beside
    semi join listed on listed.product_id = beside.product_id
    where (beside.price <= 0.9 * beside.price_before and beside.price_after <= 0.9 * beside.price_before)
        or (beside.price >= 1.1 * beside.price_before and beside.price_after >= 1.1 * beside.price_before)
)

select * from price_changes order by product_id, changed_on
