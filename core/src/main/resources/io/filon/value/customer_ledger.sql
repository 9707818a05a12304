-- One row per customer with a purchase or a cost: the ladder over the whole history, and net at both ends of every cost assumption.
-- A null customer holds what belongs to nobody known.
-- reads  order_ledger, customer_costs, cost_rates
-- grain  customer_id
with

bought as (
    select
        customer_id,
        sum(orders)                     as orders,
        sum(lines)                      as lines,
        sum(returns)                    as returns,
        sum(revenue)                    as revenue,
        sum(gross_sales)                as gross_sales,
        sum(discounts)                  as discounts,
        sum(returned)                   as returned,
        sum(taxes)                      as taxes,
        sum(product_cost)               as product_cost,
        sum(shipping_income)            as shipping_income,
        sum(shipping_cost)              as shipping_cost,
        sum(payment_cost)               as payment_cost,
        sum(commission)                 as commission,
        sum(return_cost)                as return_cost,
        sum(assumed_taxes)              as assumed_taxes,
        sum(assumed_product_cost)       as assumed_product_cost,
        sum(assumed_payment_cost)       as assumed_payment_cost,
        sum(assumed_shipping_cost)      as assumed_shipping_cost,
        sum(assumed_return_cost)        as assumed_return_cost
    from order_ledger
    group by customer_id
),

spent as (
    select
        customer_id,
        sum(tickets)                    as tickets,
        sum(returns)                    as returns,
        sum(returned)                   as returned,
        sum(return_cost)                as return_cost,
        sum(service_cost)               as service_cost,
        sum(contact_cost)               as contact_cost,
        sum(acquisition_cost)           as acquisition_cost,
        sum(assumed_return_cost)        as assumed_return_cost,
        sum(assumed_service_cost)       as assumed_service_cost,
        sum(assumed_minutes_cost)       as assumed_minutes_cost,
        sum(assumed_contact_cost)       as assumed_contact_cost
    from customer_costs
    group by customer_id
),

both_sides as (
    select
        coalesce(bought.customer_id, spent.customer_id)                                     as customer_id,
        cast(coalesce(bought.orders, 0) as bigint)                                          as orders,
        cast(coalesce(bought.lines, 0) as bigint)                                           as lines,
        cast(coalesce(bought.returns, 0) + coalesce(spent.returns, 0) as bigint)            as returns,
        cast(coalesce(spent.tickets, 0) as bigint)                                          as tickets,
        cast(coalesce(bought.revenue, 0) - coalesce(spent.returned, 0) as decimal(18, 4))   as revenue,
        cast(coalesce(bought.gross_sales, 0) as decimal(18, 4))                             as gross_sales,
        cast(coalesce(bought.discounts, 0) as decimal(18, 4))                               as discounts,
        cast(coalesce(bought.returned, 0) + coalesce(spent.returned, 0) as decimal(18, 4))  as returned,
        cast(coalesce(bought.taxes, 0) as decimal(18, 4))                                   as taxes,
        cast(coalesce(bought.product_cost, 0) as decimal(18, 4))                            as product_cost,
        cast(coalesce(bought.shipping_income, 0) as decimal(18, 4))                         as shipping_income,
        cast(coalesce(bought.shipping_cost, 0) as decimal(18, 4))                           as shipping_cost,
        cast(coalesce(bought.payment_cost, 0) as decimal(18, 4))                            as payment_cost,
        cast(coalesce(bought.commission, 0) as decimal(18, 4))                              as commission,
        cast(coalesce(bought.return_cost, 0) + coalesce(spent.return_cost, 0) as decimal(18, 4)) as return_cost,
        cast(coalesce(spent.service_cost, 0) as decimal(18, 4))                             as service_cost,
        cast(coalesce(spent.contact_cost, 0) as decimal(18, 4))                             as contact_cost,
        cast(coalesce(spent.acquisition_cost, 0) as decimal(18, 4))                         as acquisition_cost,
        cast(coalesce(bought.assumed_taxes, 0) as decimal(18, 4))                           as assumed_taxes,
        cast(coalesce(bought.assumed_product_cost, 0) as decimal(18, 4))                    as assumed_product_cost,
        cast(coalesce(bought.assumed_payment_cost, 0) as decimal(18, 4))                    as assumed_payment_cost,
        cast(coalesce(bought.assumed_shipping_cost, 0) as decimal(18, 4))                   as assumed_shipping_cost,
        cast(coalesce(bought.assumed_return_cost, 0) + coalesce(spent.assumed_return_cost, 0)
            as decimal(18, 4))                                                              as assumed_return_cost,
        cast(coalesce(spent.assumed_service_cost, 0) as decimal(18, 4))                     as assumed_service_cost,
        cast(coalesce(spent.assumed_minutes_cost, 0) as decimal(18, 4))                     as assumed_minutes_cost,
        cast(coalesce(spent.assumed_contact_cost, 0) as decimal(18, 4))                     as assumed_contact_cost
    from bought
    full outer join spent on spent.customer_id is not distinct from bought.customer_id
),

rungs as (
    select
        *,
        gross_sales - discounts - returned - taxes                                          as net_sales,
        assumed_product_cost + assumed_payment_cost + assumed_shipping_cost + assumed_return_cost
            + assumed_service_cost + assumed_contact_cost                                   as assumed_cost
    from both_sides
),

contributions as (
    select
        *,
        net_sales - product_cost                                                            as gross_margin,
        net_sales - product_cost + shipping_income - shipping_cost - payment_cost - commission - return_cost
            - service_cost - contact_cost                                                   as contribution
    from rungs
),

-- an assumed cost moves in proportion to its rate, so its ends are the amount times low / value and high / value
ends as (
    select
        contributions.*,
        contribution - acquisition_cost                                                     as net,
        assumed_taxes * (1 - coalesce(tax_part_low / nullif(tax_part, 0), 1))
            * (1 - coalesce(ratio(assumed_product_cost, net_sales), 0))
            + assumed_product_cost * (1 - coalesce(product_cost_low / nullif(product_cost_share, 0), 1))
            + assumed_payment_cost * (1 - coalesce(payment_low / nullif(payment, 0), 1))
            + assumed_shipping_cost * (1 - coalesce(shipping_low / nullif(shipping, 0), 1))
            + assumed_return_cost * (1 - coalesce(handling_low / nullif(handling, 0), 1))
            + (assumed_service_cost - assumed_minutes_cost) * (1 - coalesce(hour_low / nullif(hour, 0), 1))
            + assumed_minutes_cost * (1 - coalesce(hour_low * minutes_low / nullif(hour * minutes, 0), 1))
            + assumed_contact_cost * (1 - coalesce(contact_low / nullif(contact, 0), 1))    as saved_at_low,
        assumed_taxes * (coalesce(tax_part_high / nullif(tax_part, 0), 1) - 1)
            * (1 - coalesce(ratio(assumed_product_cost, net_sales), 0))
            + assumed_product_cost * (coalesce(product_cost_high / nullif(product_cost_share, 0), 1) - 1)
            + assumed_payment_cost * (coalesce(payment_high / nullif(payment, 0), 1) - 1)
            + assumed_shipping_cost * (coalesce(shipping_high / nullif(shipping, 0), 1) - 1)
            + assumed_return_cost * (coalesce(handling_high / nullif(handling, 0), 1) - 1)
            + (assumed_service_cost - assumed_minutes_cost) * (coalesce(hour_high / nullif(hour, 0), 1) - 1)
            + assumed_minutes_cost * (coalesce(hour_high * minutes_high / nullif(hour * minutes, 0), 1) - 1)
            + assumed_contact_cost * (coalesce(contact_high / nullif(contact, 0), 1) - 1)   as added_at_high
    from contributions
    cross join cost_rates
),

customer_ledger as (
    select
        customer_id,
        orders,
        lines,
        returns,
        tickets,
        revenue,
        gross_sales,
        discounts,
        returned,
        taxes,
        cast(net_sales as decimal(18, 4))       as net_sales,
        product_cost,
        cast(gross_margin as decimal(18, 4))    as gross_margin,
        shipping_income,
        shipping_cost,
        payment_cost,
        commission,
        return_cost,
        service_cost,
        contact_cost,
        cast(contribution as decimal(18, 4))    as contribution,
        acquisition_cost,
        cast(net as decimal(18, 4))             as net,
        cast(assumed_cost as decimal(18, 4))    as assumed_cost,
        assumed_taxes,
        assumed_product_cost,
        assumed_payment_cost,
        assumed_shipping_cost,
        assumed_return_cost,
        assumed_service_cost,
        assumed_minutes_cost,
        assumed_contact_cost,
        money(net + saved_at_low)               as net_low_costs,
        money(net - added_at_high)              as net_high_costs
    from ends
)

select * from customer_ledger
