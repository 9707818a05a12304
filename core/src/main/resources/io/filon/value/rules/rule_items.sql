-- One row per product in an order: the items of an event `Order Completed`.
-- reads  order_lines (order_id, line_no, customer_id, product_id, product, category, subcategory, quantity, amount, discount), units (customer_id, unit_id)
-- grain  event_id, item_no
with

rule_items as (
    select
        coalesce(units.unit_id, order_lines.customer_id)    as customer_id,
        'order ' || order_lines.order_id                    as event_id,
        order_lines.line_no                                 as item_no,
        order_lines.product_id,
        order_lines.product,
        order_lines.category,
        order_lines.subcategory,
        cast(order_lines.quantity as double)                as quantity,
        order_lines.amount,
        order_lines.discount
    from order_lines
    left join units on units.customer_id = order_lines.customer_id
    where order_lines.customer_id is not null
)

select * from rule_items order by event_id, item_no
