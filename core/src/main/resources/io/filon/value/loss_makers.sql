-- One row per buyer who costs money over the whole history: how much, whether that survives the low end of every assumed cost, and what takes more of the gross sales than from other buyers.
-- reads  customer_ledger, buyers (customer_id)
-- grain  customer_id
with

bought as (
    select customer_ledger.*
    from customer_ledger
    inner join buyers on buyers.customer_id = customer_ledger.customer_id
),

usual as (
    -- what each step takes of gross sales in the whole base
    select
        coalesce(ratio(sum(discounts), sum(gross_sales)), 0) as discounts_rate,
        coalesce(ratio(sum(returned), sum(gross_sales)), 0) as returned_rate,
        coalesce(ratio(sum(product_cost), sum(gross_sales)), 0) as product_cost_rate,
        coalesce(ratio(sum(shipping_cost - shipping_income), sum(gross_sales)), 0) as shipping_cost_rate,
        coalesce(ratio(sum(payment_cost), sum(gross_sales)), 0) as payment_cost_rate,
        coalesce(ratio(sum(commission), sum(gross_sales)), 0) as commission_rate,
        coalesce(ratio(sum(return_cost), sum(gross_sales)), 0) as return_cost_rate,
        coalesce(ratio(sum(service_cost), sum(gross_sales)), 0) as service_cost_rate,
        coalesce(ratio(sum(contact_cost), sum(gross_sales)), 0) as contact_cost_rate,
        coalesce(ratio(sum(acquisition_cost), sum(gross_sales)), 0) as acquisition_cost_rate
    from bought
),

excess as (
    select
        bought.customer_id,
        bought.net,
        bought.net_low_costs,
        greatest(bought.discounts - usual.discounts_rate * bought.gross_sales, 0) as discounts_excess,
        greatest(bought.returned - usual.returned_rate * bought.gross_sales, 0) as returned_excess,
        greatest(bought.product_cost - usual.product_cost_rate * bought.gross_sales, 0) as product_cost_excess,
        greatest(bought.shipping_cost - bought.shipping_income - usual.shipping_cost_rate * bought.gross_sales, 0) as shipping_cost_excess,
        greatest(bought.payment_cost - usual.payment_cost_rate * bought.gross_sales, 0) as payment_cost_excess,
        greatest(bought.commission - usual.commission_rate * bought.gross_sales, 0) as commission_excess,
        greatest(bought.return_cost - usual.return_cost_rate * bought.gross_sales, 0) as return_cost_excess,
        greatest(bought.service_cost - usual.service_cost_rate * bought.gross_sales, 0) as service_cost_excess,
        greatest(bought.contact_cost - usual.contact_cost_rate * bought.gross_sales, 0) as contact_cost_excess,
        greatest(bought.acquisition_cost - usual.acquisition_cost_rate * bought.gross_sales, 0) as acquisition_cost_excess
    from bought
    cross join usual
    where bought.net < 0
),

largest as (
    select
        *,
        greatest(
            discounts_excess,
            returned_excess,
            product_cost_excess,
            shipping_cost_excess,
            payment_cost_excess,
            commission_excess,
            return_cost_excess,
            service_cost_excess,
            contact_cost_excess,
            acquisition_cost_excess
        ) as most
    from excess
),

loss_makers as (
    select
        customer_id,
        net,
        net_low_costs,
        net_low_costs < 0 as survives_low_costs,
        case
            when most > 0 and returned_excess = most then 'returned'
            when most > 0 and shipping_cost_excess = most then 'shipping_cost'
            when most > 0 and return_cost_excess = most then 'return_cost'
            when most > 0 and service_cost_excess = most then 'service_cost'
            when most > 0 and acquisition_cost_excess = most then 'acquisition_cost'
            when most > 0 and contact_cost_excess = most then 'contact_cost'
            when most > 0 and commission_excess = most then 'commission'
            when most > 0 and payment_cost_excess = most then 'payment_cost'
            when most > 0 and discounts_excess = most then 'discounts'
            else 'product_cost'
        end as main_cause,
        money(discounts_excess) as discounts_excess,
        money(returned_excess) as returned_excess,
        money(product_cost_excess) as product_cost_excess,
        money(shipping_cost_excess) as shipping_cost_excess,
        money(payment_cost_excess) as payment_cost_excess,
        money(commission_excess) as commission_excess,
        money(return_cost_excess) as return_cost_excess,
        money(service_cost_excess) as service_cost_excess,
        money(contact_cost_excess) as contact_cost_excess,
        money(acquisition_cost_excess) as acquisition_cost_excess
    from largest
)

select * from loss_makers order by net, customer_id
