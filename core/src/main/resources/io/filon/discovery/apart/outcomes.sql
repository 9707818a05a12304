-- One row per buyer known before the outcome window: what the customer left inside it, and whether that makes a star or a loss maker.
-- Net at the low end of the assumed costs is worked out as in customer_ledger. Cohort: quarter of sign-up for who was already there, else of the first purchase.
-- reads  buyers, already_there, outcome_window, order_ledger, customer_costs, cost_rates, price_levels (month, factor), customer_facts (customer_id, has_contract), reorders (usually_reorders), apart_settings (top_share, min_orders)
-- grain  customer_id
with

movements as (
    select
        order_ledger.customer_id,
        order_ledger.bought_on                                                              as moved_on,
        1                                                                                   as orders,
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

inside as (
    select
        movements.customer_id,
        sum(movements.orders)                                                               as orders,
        sum(money(movements.net * coalesce(price_levels.factor, 1)))                        as net,
        sum(money((movements.net + movements.saved_at_low) * coalesce(price_levels.factor, 1))) as net_low_costs
    from movements
    cross join outcome_window
    left join price_levels on price_levels.month = month_of(movements.moved_on)
    where movements.moved_on between outcome_window.from_on and outcome_window.to_on
    group by movements.customer_id
),

known as (
    select
        buyers.customer_id,
        buyers.first_order_on,
        already_there.customer_id is not null                                               as already_there,
        quarter_of(coalesce(already_there.created_on, buyers.first_order_on))               as cohort,
        cast(coalesce(inside.orders, 0) as bigint)                                          as orders,
        cast(coalesce(inside.net, 0) as decimal(18, 4))                                     as net,
        cast(coalesce(inside.net_low_costs, 0) as decimal(18, 4))                           as net_low_costs,
        not reorders.usually_reorders
            or coalesce(customer_facts.has_contract, false)
            or coalesce(inside.orders, 0) >= apart_settings.min_orders                      as enough_orders
    from buyers
    cross join outcome_window
    cross join reorders
    cross join apart_settings
    left join already_there on already_there.customer_id = buyers.customer_id
    left join inside on inside.customer_id = buyers.customer_id
    left join customer_facts on customer_facts.customer_id = buyers.customer_id
    where buyers.first_order_on < outcome_window.from_on
),

ranked as (
    select
        known.*,
        rank() over (order by known.net desc nulls last)                                    as place,
        count(*) over ()                                                                    as customers
    from known
),

outcomes as (
    select
        ranked.customer_id,
        ranked.first_order_on,
        ranked.already_there,
        ranked.cohort,
        ranked.orders,
        ranked.net,
        ranked.net_low_costs,
        ranked.net > 0 and ranked.enough_orders
            and ranked.place <= ceil(apart_settings.top_share * ranked.customers)           as star,
        ranked.orders > 0 and ranked.net < 0                                                as loser,
        ranked.orders > 0 and ranked.net_low_costs < 0                                      as loser_low_costs
    from ranked
    cross join apart_settings
)

select * from outcomes
