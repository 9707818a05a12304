-- One row per customer and day on which something was bought or spent: what it leaves of net contribution, in the money of the last day; also at the low end of the assumed costs, worked out as in customer_ledger.
-- reads  order_ledger, customer_costs, cost_rates, price_levels (month, factor)
-- grain  customer_id, moved_on
with

movements as (
    select
        order_ledger.customer_id,
        order_ledger.bought_on                                                              as moved_on,
        order_ledger.orders,
        cast(order_ledger.contribution as double)                                           as net,
        order_ledger.assumed_taxes * (1 - coalesce(tax_part_low / nullif(tax_part, 0), 1))
            * (1 - coalesce(ratio(order_ledger.assumed_product_cost, order_ledger.net_sales), 0))
            + order_ledger.assumed_product_cost * (1 - coalesce(product_cost_low / nullif(product_cost_share, 0), 1))
            + order_ledger.assumed_payment_cost * (1 - coalesce(payment_low / nullif(payment, 0), 1))
            + order_ledger.assumed_shipping_cost * (1 - coalesce(shipping_low / nullif(shipping, 0), 1))
            + order_ledger.assumed_return_cost * (1 - coalesce(handling_low / nullif(handling, 0), 1)) as saved_at_low
    from order_ledger
    cross join cost_rates
    union all
    select
        customer_costs.customer_id,
        customer_costs.spent_on                                                             as moved_on,
        0                                                                                   as orders,
        cast(-(returned + return_cost + service_cost + contact_cost + acquisition_cost) as double) as net,
        assumed_return_cost * (1 - coalesce(handling_low / nullif(handling, 0), 1))
            + (assumed_service_cost - assumed_minutes_cost) * (1 - coalesce(hour_low / nullif(hour, 0), 1))
            + assumed_minutes_cost * (1 - coalesce(hour_low * minutes_low / nullif(hour * minutes, 0), 1))
            + assumed_contact_cost * (1 - coalesce(contact_low / nullif(contact, 0), 1))    as saved_at_low
    from customer_costs
    cross join cost_rates
),

net_movements as (
    select
        movements.customer_id,
        movements.moved_on,
        cast(sum(movements.orders) as bigint)                                               as orders,
        cast(sum(money(movements.net * coalesce(price_levels.factor, 1))) as decimal(18, 4)) as net,
        cast(sum(money((movements.net + movements.saved_at_low) * coalesce(price_levels.factor, 1)))
            as decimal(18, 4))                                                              as net_low_costs
    from movements
    left join price_levels on price_levels.month = month_of(movements.moved_on)
    group by movements.customer_id, movements.moved_on
)

select * from net_movements
