-- One row per buyer known before the outcome window: what the customer left inside it, and whether that makes a star or a loss maker.
-- Cohort: quarter of sign-up for who was already there, else of the first purchase.
-- reads  buyers, already_there, outcome_window, net_movements, customer_facts (customer_id, has_contract), reorders (usually_reorders), apart_settings (top_share, min_orders)
-- grain  customer_id
with

inside as (
    select
        net_movements.customer_id,
        sum(net_movements.orders)                                                           as orders,
        sum(net_movements.net)                                                              as net,
        sum(net_movements.net_low_costs)                                                    as net_low_costs
    from net_movements
    cross join outcome_window
    where net_movements.moved_on between outcome_window.from_on and outcome_window.to_on
    group by net_movements.customer_id
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
