-- One row per star customer, best first.
-- reads  customer_facts
-- grain  customer_id
with

star_customers as (
    select
        customer_id,
        net_window,
        orders_window,
        net_total,
        last_order_on,
        days_since_last_order
    from customer_facts
    where star
)

select * from star_customers order by net_window desc nulls last, customer_id
