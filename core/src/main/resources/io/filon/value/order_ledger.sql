-- One row per purchase: its ladder from gross sales to contribution, before what is paid per customer (service, contact, acquisition).
-- reads  purchases, cost_rates (product_cost_share, tax_part, payment, shipping, handling)
-- grain  order_id
with

sold as (
    select
        purchases.*,
        purchases.amount + purchases.line_discounts + purchases.returned_lines      as gross_sales,
        purchases.line_discounts + purchases.order_discount                         as discounts,
        purchases.returned_lines + purchases.returned_later                         as returned,
        purchases.amount - purchases.order_discount - purchases.returned_later      as revenue
    from purchases
),

taxed as (
    select
        sold.*,
        -- the tax of what came back goes back with it
        case
            when sold.tax_stated and sold.returned_later = 0 then sold.stated_tax
            when sold.tax_stated then money_share(
                sold.stated_tax,
                least(1, greatest(0, coalesce(ratio(sold.revenue, sold.amount - sold.order_discount), 0))))
            else 0
        end                                                                         as stated_taxes,
        case when sold.tax_stated then 0 else money_share(sold.revenue, cost_rates.tax_part) end as assumed_taxes
    from sold
    cross join cost_rates
),

net as (
    select
        taxed.*,
        taxed.revenue - taxed.stated_taxes - taxed.assumed_taxes                    as net_sales,
        case
            when taxed.lines_with_cost = 0 then 1
            when taxed.lines_with_cost = taxed.lines then 0
            else least(9, greatest(-9, coalesce(ratio(taxed.amount_without_cost, taxed.amount), 0)))
        end                                                                         as part_without_cost,
        greatest(taxed.amount + taxed.returned_lines - taxed.order_discount + taxed.shipping_income, 0) as paid
    from taxed
),

costs as (
    select
        net.*,
        case when net.part_without_cost = 0 then 0
            else money_share(money_share(net.net_sales, net.part_without_cost), cost_rates.product_cost_share)
        end                                                                         as assumed_product_cost,
        case when net.payment_fee is null and net.payment_known then money_share(net.paid, cost_rates.payment)
            else 0 end                                                              as assumed_payment_cost,
        case when net.shipping_cost is null and net.shipped then money(cost_rates.shipping) else 0 end as assumed_shipping_cost,
        case when net.returns_without_cost > 0 then money(cost_rates.handling * net.returns_without_cost)
            else 0 end                                                              as assumed_return_cost
    from net
    cross join cost_rates
),

steps as (
    select
        order_id,
        customer_id,
        bought_on,
        orders,
        lines,
        returns,
        cast(revenue as decimal(18, 4))                                             as revenue,
        cast(gross_sales as decimal(18, 4))                                         as gross_sales,
        cast(discounts as decimal(18, 4))                                           as discounts,
        cast(returned as decimal(18, 4))                                            as returned,
        cast(stated_taxes + assumed_taxes as decimal(18, 4))                        as taxes,
        cast(net_sales as decimal(18, 4))                                           as net_sales,
        cast(stated_cost + assumed_product_cost as decimal(18, 4))                  as product_cost,
        cast(net_sales - stated_cost - assumed_product_cost as decimal(18, 4))      as gross_margin,
        shipping_income,
        cast(coalesce(shipping_cost, 0) + assumed_shipping_cost as decimal(18, 4))  as shipping_cost,
        cast(coalesce(payment_fee, 0) + assumed_payment_cost as decimal(18, 4))     as payment_cost,
        commission,
        cast(stated_return_cost + assumed_return_cost as decimal(18, 4))            as return_cost,
        cast(assumed_taxes as decimal(18, 4))                                       as assumed_taxes,
        cast(assumed_product_cost as decimal(18, 4))                                as assumed_product_cost,
        cast(assumed_payment_cost as decimal(18, 4))                                as assumed_payment_cost,
        cast(assumed_shipping_cost as decimal(18, 4))                               as assumed_shipping_cost,
        cast(assumed_return_cost as decimal(18, 4))                                 as assumed_return_cost
    from costs
),

order_ledger as (
    select
        *,
        cast(gross_margin + shipping_income - shipping_cost - payment_cost - commission - return_cost
            as decimal(18, 4))                                                      as contribution,
        cast(assumed_product_cost + assumed_payment_cost + assumed_shipping_cost + assumed_return_cost
            as decimal(18, 4))                                                      as assumed_cost
    from steps
)

select * from order_ledger
