-- One row per buyer: first and last purchase.
-- reads  order_ledger (customer_id, bought_on, orders)
-- grain  customer_id
with

buyers as (
    select
        customer_id,
        min(bought_on)  as first_order_on,
        max(bought_on)  as last_order_on,
        sum(orders)     as orders
    from order_ledger
    where customer_id is not null
    group by customer_id
)

select * from buyers
