-- One row per customer and used assumption: what of the customer's costs rests on it, over the whole history and in the star window; the net falls by this times the growth of the cost.
-- Tax taken out of a sale also takes the assumed product cost of that part with it.
-- reads  customer_ledger, order_ledger, customer_costs, star_window, assumption_scales (name)
-- grain  customer_id, name
with

in_window as (
    select
        order_ledger.customer_id,
        order_ledger.assumed_taxes * (1 - coalesce(ratio(order_ledger.assumed_product_cost, order_ledger.net_sales), 0)) as tax_rate,
        order_ledger.revenue * (1 - coalesce(ratio(order_ledger.assumed_product_cost, order_ledger.net_sales), 0)) as tax_inside,
        order_ledger.assumed_product_cost       as product_margin_share,
        order_ledger.assumed_payment_cost       as payment_fee_share,
        order_ledger.assumed_shipping_cost      as shipping_cost_per_order,
        order_ledger.assumed_return_cost        as return_handling_cost,
        0                                       as service_cost_per_hour,
        0                                       as minutes_per_ticket,
        0                                       as contact_cost
    from order_ledger
    cross join star_window
    where order_ledger.bought_on between star_window.from_on and star_window.to_on
    union all
    select
        customer_costs.customer_id,
        0,
        -customer_costs.returned,
        0, 0, 0,
        customer_costs.assumed_return_cost,
        customer_costs.assumed_service_cost,
        customer_costs.assumed_minutes_cost,
        customer_costs.assumed_contact_cost
    from customer_costs
    cross join star_window
    where customer_costs.spent_on between star_window.from_on and star_window.to_on
),

window_costs as (
    select
        customer_id,
        sum(tax_rate)                           as tax_rate,
        sum(tax_inside)                         as tax_inside,
        sum(product_margin_share)               as product_margin_share,
        sum(payment_fee_share)                  as payment_fee_share,
        sum(shipping_cost_per_order)            as shipping_cost_per_order,
        sum(return_handling_cost)               as return_handling_cost,
        sum(service_cost_per_hour)              as service_cost_per_hour,
        sum(minutes_per_ticket)                 as minutes_per_ticket,
        sum(contact_cost)                       as contact_cost
    from in_window
    group by customer_id
),

resting as (
    select
        customer_ledger.customer_id,
        assumption_scales.name,
        cast(case assumption_scales.name
            when 'tax_rate' then customer_ledger.assumed_taxes
                * (1 - coalesce(ratio(customer_ledger.assumed_product_cost, customer_ledger.net_sales), 0))
            when 'tax_inside' then customer_ledger.revenue
                * (1 - coalesce(ratio(customer_ledger.assumed_product_cost, customer_ledger.net_sales), 0))
            when 'product_margin_share' then customer_ledger.assumed_product_cost
            when 'payment_fee_share' then customer_ledger.assumed_payment_cost
            when 'shipping_cost_per_order' then customer_ledger.assumed_shipping_cost
            when 'return_handling_cost' then customer_ledger.assumed_return_cost
            when 'service_cost_per_hour' then customer_ledger.assumed_service_cost
            when 'minutes_per_ticket' then customer_ledger.assumed_minutes_cost
            when 'contact_cost' then customer_ledger.assumed_contact_cost
            else 0 end as double)                                               as cost,
        cast(coalesce(case assumption_scales.name
            when 'tax_rate' then window_costs.tax_rate
            when 'tax_inside' then window_costs.tax_inside
            when 'product_margin_share' then window_costs.product_margin_share
            when 'payment_fee_share' then window_costs.payment_fee_share
            when 'shipping_cost_per_order' then window_costs.shipping_cost_per_order
            when 'return_handling_cost' then window_costs.return_handling_cost
            when 'service_cost_per_hour' then window_costs.service_cost_per_hour
            when 'minutes_per_ticket' then window_costs.minutes_per_ticket
            when 'contact_cost' then window_costs.contact_cost
            else 0 end, 0) as double)                                           as cost_window
    from customer_ledger
    cross join assumption_scales
    left join window_costs on window_costs.customer_id is not distinct from customer_ledger.customer_id
),

assumed_costs as (
    select * from resting where cost <> 0 or cost_window <> 0
)

select * from assumed_costs
