-- One row per step of the bridge from gross sales to contribution after acquisition, for the whole base.
-- Spend that no customer can be charged with is in it, and in no customer's ledger.
-- reads  customer_ledger, channel_spend (to_share), acquired (stated_cost)
-- grain  position
with

shared as (
    select
        (select coalesce(sum(to_share), 0) from channel_spend)
            - (select coalesce(sum(acquisition_cost), 0) from customer_ledger)
            + (select coalesce(sum(stated_cost), 0) from acquired)              as unattributed
),

totals as (
    select
        coalesce(sum(customer_ledger.gross_sales), 0)                                   as gross_sales,
        count(customer_ledger.customer_id) filter (where customer_ledger.gross_sales <> 0) as gross_sales_customers,
        coalesce(sum(customer_ledger.discounts), 0)                                     as discounts,
        count(customer_ledger.customer_id) filter (where customer_ledger.discounts <> 0) as discounts_customers,
        coalesce(sum(customer_ledger.returned), 0)                                      as returned,
        count(customer_ledger.customer_id) filter (where customer_ledger.returned <> 0) as returned_customers,
        coalesce(sum(customer_ledger.taxes), 0)                                         as taxes,
        count(customer_ledger.customer_id) filter (where customer_ledger.taxes <> 0) as taxes_customers,
        coalesce(sum(customer_ledger.assumed_taxes), 0)                                 as assumed_taxes,
        coalesce(sum(customer_ledger.net_sales), 0)                                     as net_sales,
        count(customer_ledger.customer_id) filter (where customer_ledger.net_sales <> 0) as net_sales_customers,
        coalesce(sum(customer_ledger.product_cost), 0)                                  as product_cost,
        count(customer_ledger.customer_id) filter (where customer_ledger.product_cost <> 0) as product_cost_customers,
        coalesce(sum(customer_ledger.assumed_product_cost), 0)                          as assumed_product_cost,
        coalesce(sum(customer_ledger.gross_margin), 0)                                  as gross_margin,
        count(customer_ledger.customer_id) filter (where customer_ledger.gross_margin <> 0) as gross_margin_customers,
        coalesce(sum(customer_ledger.shipping_income), 0)                               as shipping_income,
        count(customer_ledger.customer_id) filter (where customer_ledger.shipping_income <> 0) as shipping_income_customers,
        coalesce(sum(customer_ledger.shipping_cost), 0)                                 as shipping_cost,
        count(customer_ledger.customer_id) filter (where customer_ledger.shipping_cost <> 0) as shipping_cost_customers,
        coalesce(sum(customer_ledger.assumed_shipping_cost), 0)                         as assumed_shipping_cost,
        coalesce(sum(customer_ledger.payment_cost), 0)                                  as payment_cost,
        count(customer_ledger.customer_id) filter (where customer_ledger.payment_cost <> 0) as payment_cost_customers,
        coalesce(sum(customer_ledger.assumed_payment_cost), 0)                          as assumed_payment_cost,
        coalesce(sum(customer_ledger.commission), 0)                                    as commission,
        count(customer_ledger.customer_id) filter (where customer_ledger.commission <> 0) as commission_customers,
        coalesce(sum(customer_ledger.return_cost), 0)                                   as return_cost,
        count(customer_ledger.customer_id) filter (where customer_ledger.return_cost <> 0) as return_cost_customers,
        coalesce(sum(customer_ledger.assumed_return_cost), 0)                           as assumed_return_cost,
        coalesce(sum(customer_ledger.service_cost), 0)                                  as service_cost,
        count(customer_ledger.customer_id) filter (where customer_ledger.service_cost <> 0) as service_cost_customers,
        coalesce(sum(customer_ledger.assumed_service_cost), 0)                          as assumed_service_cost,
        coalesce(sum(customer_ledger.contact_cost), 0)                                  as contact_cost,
        count(customer_ledger.customer_id) filter (where customer_ledger.contact_cost <> 0) as contact_cost_customers,
        coalesce(sum(customer_ledger.assumed_contact_cost), 0)                          as assumed_contact_cost,
        coalesce(sum(customer_ledger.contribution), 0)                                  as contribution,
        count(customer_ledger.customer_id) filter (where customer_ledger.contribution <> 0) as contribution_customers,
        coalesce(sum(customer_ledger.acquisition_cost), 0) + max(shared.unattributed)   as acquisition_cost,
        count(customer_ledger.customer_id) filter (where customer_ledger.acquisition_cost <> 0) as acquisition_cost_customers,
        coalesce(sum(customer_ledger.net), 0) - max(shared.unattributed)                as net,
        count(customer_ledger.customer_id) filter (where customer_ledger.net <> 0) as net_customers,
        coalesce(sum(customer_ledger.assumed_cost), 0)                                  as assumed_cost
    from shared
    left join customer_ledger on 1 = 1
),

ladder as (
    select
        1 as position,
        'gross_sales' as step,
        cast(gross_sales as decimal(18, 4)) as amount,
        false as subtotal,
        cast(0 as decimal(18, 4)) as assumed,
        gross_sales_customers as customers
    from totals
    union all
    select
        2 as position,
        'discounts' as step,
        cast(-discounts as decimal(18, 4)) as amount,
        false as subtotal,
        cast(0 as decimal(18, 4)) as assumed,
        discounts_customers as customers
    from totals
    union all
    select
        3 as position,
        'returned' as step,
        cast(-returned as decimal(18, 4)) as amount,
        false as subtotal,
        cast(0 as decimal(18, 4)) as assumed,
        returned_customers as customers
    from totals
    union all
    select
        4 as position,
        'taxes' as step,
        cast(-taxes as decimal(18, 4)) as amount,
        false as subtotal,
        cast(assumed_taxes as decimal(18, 4)) as assumed,
        taxes_customers as customers
    from totals
    union all
    select
        5 as position,
        'net_sales' as step,
        cast(net_sales as decimal(18, 4)) as amount,
        true as subtotal,
        cast(assumed_taxes as decimal(18, 4)) as assumed,
        net_sales_customers as customers
    from totals
    union all
    select
        6 as position,
        'product_cost' as step,
        cast(-product_cost as decimal(18, 4)) as amount,
        false as subtotal,
        cast(assumed_product_cost as decimal(18, 4)) as assumed,
        product_cost_customers as customers
    from totals
    union all
    select
        7 as position,
        'gross_margin' as step,
        cast(gross_margin as decimal(18, 4)) as amount,
        true as subtotal,
        cast(assumed_taxes + assumed_product_cost as decimal(18, 4)) as assumed,
        gross_margin_customers as customers
    from totals
    union all
    select
        8 as position,
        'shipping_income' as step,
        cast(shipping_income as decimal(18, 4)) as amount,
        false as subtotal,
        cast(0 as decimal(18, 4)) as assumed,
        shipping_income_customers as customers
    from totals
    union all
    select
        9 as position,
        'shipping_cost' as step,
        cast(-shipping_cost as decimal(18, 4)) as amount,
        false as subtotal,
        cast(assumed_shipping_cost as decimal(18, 4)) as assumed,
        shipping_cost_customers as customers
    from totals
    union all
    select
        10 as position,
        'payment_cost' as step,
        cast(-payment_cost as decimal(18, 4)) as amount,
        false as subtotal,
        cast(assumed_payment_cost as decimal(18, 4)) as assumed,
        payment_cost_customers as customers
    from totals
    union all
    select
        11 as position,
        'commission' as step,
        cast(-commission as decimal(18, 4)) as amount,
        false as subtotal,
        cast(0 as decimal(18, 4)) as assumed,
        commission_customers as customers
    from totals
    union all
    select
        12 as position,
        'return_cost' as step,
        cast(-return_cost as decimal(18, 4)) as amount,
        false as subtotal,
        cast(assumed_return_cost as decimal(18, 4)) as assumed,
        return_cost_customers as customers
    from totals
    union all
    select
        13 as position,
        'service_cost' as step,
        cast(-service_cost as decimal(18, 4)) as amount,
        false as subtotal,
        cast(assumed_service_cost as decimal(18, 4)) as assumed,
        service_cost_customers as customers
    from totals
    union all
    select
        14 as position,
        'contact_cost' as step,
        cast(-contact_cost as decimal(18, 4)) as amount,
        false as subtotal,
        cast(assumed_contact_cost as decimal(18, 4)) as assumed,
        contact_cost_customers as customers
    from totals
    union all
    select
        15 as position,
        'contribution' as step,
        cast(contribution as decimal(18, 4)) as amount,
        true as subtotal,
        cast(assumed_taxes + assumed_cost as decimal(18, 4)) as assumed,
        contribution_customers as customers
    from totals
    union all
    select
        16 as position,
        'acquisition_cost' as step,
        cast(-acquisition_cost as decimal(18, 4)) as amount,
        false as subtotal,
        cast(0 as decimal(18, 4)) as assumed,
        acquisition_cost_customers as customers
    from totals
    union all
    select
        17 as position,
        'net' as step,
        cast(net as decimal(18, 4)) as amount,
        true as subtotal,
        cast(assumed_taxes + assumed_cost as decimal(18, 4)) as assumed,
        net_customers as customers
    from totals
)

select * from ladder order by position
