-- One row per buyer known before the outcome window: what serving the customer took inside it and what was left, at the usual and at the low end of assumed costs; what the customer was like to serve before it.
-- Net is after everything, declared costs too; the cost of winning the customer is apart.
-- reads  outcomes (customer_id, net, net_low_costs, orders), outcome_window (from_on, to_on), order_ledger, customer_costs, tickets (customer_id, opened_on, satisfaction), reviews (customer_id, reviewed_on, rating), events (customer_id, name, occurred_at), customer_ledger (customer_id, acquisition_cost), serving_rates, units, run (zone)
-- grain  customer_id
with

bought as (
    select
        order_ledger.customer_id,
        order_ledger.bought_on >= outcome_window.from_on                    as inside,
        sum(order_ledger.orders)                                            as orders,
        sum(order_ledger.revenue)                                           as revenue,
        sum(order_ledger.gross_sales)                                       as gross_sales,
        sum(order_ledger.discounts)                                         as discounts,
        sum(order_ledger.returned)                                          as returned,
        sum(order_ledger.shipping_cost - order_ledger.shipping_income)      as shipping,
        sum(order_ledger.payment_cost + order_ledger.commission)            as payment,
        sum(order_ledger.return_cost)                                       as return_cost,
        sum(order_ledger.orders) filter (where order_ledger.shipping_cost - order_ledger.shipping_income > order_ledger.gross_margin) as eaten_by_shipping
    from order_ledger
    cross join outcome_window
    where order_ledger.bought_on <= outcome_window.to_on
    group by all
),

spent as (
    select
        customer_costs.customer_id,
        customer_costs.spent_on >= outcome_window.from_on                   as inside,
        sum(customer_costs.service_cost)                                    as service_cost,
        sum(customer_costs.contact_cost)                                    as contact_cost,
        sum(customer_costs.return_cost)                                     as return_cost,
        sum(customer_costs.returned)                                        as returned,
        sum(customer_costs.tickets)                                         as tickets
    from customer_costs
    cross join outcome_window
    where customer_costs.spent_on <= outcome_window.to_on
    group by all
),

said as (
    select tickets.customer_id, tickets.satisfaction as satisfaction, tickets.opened_on as said_on, false as review
    from tickets
    union all
    select reviews.customer_id, reviews.rating as satisfaction, reviews.reviewed_on as said_on, true as review
    from reviews
),

opinions as (
    select
        coalesce(units.unit_id, said.customer_id)                           as customer_id,
        avg(cast(said.satisfaction as double))                              as satisfaction,
        count(*) filter (where said.review and said.satisfaction <= 0.4)    as bad_reviews
    from said
    cross join outcome_window
    left join units on units.customer_id = said.customer_id
    where said.said_on between outcome_window.from_on and outcome_window.to_on
    group by coalesce(units.unit_id, said.customer_id)
),

asked as (
    select
        coalesce(units.unit_id, events.customer_id)                         as customer_id,
        count(*)                                                            as requests
    from events
    cross join outcome_window
    cross join serving_rates
    cross join run
    left join units on units.customer_id = events.customer_id
    where events.name = serving_rates.custom_request_event
        and day_in(events.occurred_at, run.zone) between outcome_window.from_on and outcome_window.to_on
    group by coalesce(units.unit_id, events.customer_id)
),

joined as (
    select
        outcomes.customer_id,
        outcomes.net                                                        as left_net,
        outcomes.net_low_costs                                              as left_low,
        coalesce(during.orders, 0)                                          as orders,
        coalesce(during.revenue, 0)                                         as revenue,
        coalesce(during.discounts, 0)                                       as discounts,
        coalesce(during.returned, 0) + coalesce(spending.returned, 0)       as returned,
        coalesce(during.shipping, 0)                                        as shipping,
        coalesce(during.payment, 0)                                         as payment,
        coalesce(during.return_cost, 0) + coalesce(spending.return_cost, 0) as return_cost,
        coalesce(spending.service_cost, 0)                                  as service_cost,
        coalesce(spending.contact_cost, 0)                                  as contact_cost,
        coalesce(spending.tickets, 0)                                       as tickets,
        coalesce(opinions.bad_reviews, 0) * serving_rates.negative_review_cost as review_cost,
        coalesce(asked.requests, 0) * serving_rates.custom_request_cost     as custom_cost,
        coalesce(during.orders, 0) * serving_rates.staff_cost_per_order     as staff_cost,
        coalesce(during.revenue, 0) * serving_rates.bad_debt_share          as bad_debt,
        coalesce(during.revenue, 0) * serving_rates.capital_cost_yearly * serving_rates.payment_days / 365 as terms_cost,
        coalesce(during.orders, 0) * serving_rates.capacity_cost_per_order  as capacity_cost,
        coalesce(customer_ledger.acquisition_cost, 0)                       as acquisition_cost,
        opinions.satisfaction,
        coalesce(earlier.orders, 0)                                         as orders_before,
        coalesce(earlier.gross_sales, 0)                                    as gross_before,
        coalesce(earlier.returned, 0) + coalesce(earlier_spending.returned, 0) as returned_before,
        coalesce(earlier.discounts, 0)                                      as discounts_before,
        coalesce(earlier.eaten_by_shipping, 0)                              as eaten_before,
        coalesce(earlier_spending.tickets, 0)                               as tickets_before
    from outcomes
    cross join serving_rates
    left join bought as during on during.customer_id = outcomes.customer_id and during.inside
    left join bought as earlier on earlier.customer_id = outcomes.customer_id and not earlier.inside
    left join spent as spending on spending.customer_id = outcomes.customer_id and spending.inside
    left join spent as earlier_spending on earlier_spending.customer_id = outcomes.customer_id and not earlier_spending.inside
    left join opinions on opinions.customer_id = outcomes.customer_id
    left join asked on asked.customer_id = outcomes.customer_id
    left join customer_ledger on customer_ledger.customer_id = outcomes.customer_id
),

serving_customers as (
    select
        customer_id,
        cast(left_net as double) - review_cost - custom_cost - staff_cost - cast(bad_debt as double)
            - cast(terms_cost as double) - capacity_cost                    as net,
        cast(left_low as double) - review_cost - custom_cost - staff_cost - cast(bad_debt as double)
            - cast(terms_cost as double) - capacity_cost                    as net_low_costs,
        cast(orders as double)                                              as orders,
        cast(revenue as double)                                             as revenue,
        cast(discounts as double)                                           as discounts,
        cast(returned as double)                                            as returned,
        cast(shipping as double)                                            as shipping,
        cast(payment as double)                                             as payment,
        cast(return_cost as double)                                         as return_cost,
        cast(service_cost as double)                                        as service_cost,
        cast(contact_cost as double)                                        as contact_cost,
        cast(review_cost as double)                                         as review_cost,
        cast(custom_cost as double)                                         as custom_cost,
        cast(staff_cost as double)                                          as staff_cost,
        cast(bad_debt as double)                                            as bad_debt,
        cast(terms_cost as double)                                          as terms_cost,
        cast(capacity_cost as double)                                       as capacity_cost,
        cast(acquisition_cost as double)                                    as acquisition_cost,
        cast(tickets as double)                                             as tickets,
        satisfaction,
        orders_before >= 2 and returned_before >= 0.4 * gross_before and returned_before > 0 as returns_much,
        orders_before >= 2 and 2 * eaten_before >= orders_before            as eaten_by_shipping,
        tickets_before >= 2 and 4 * tickets_before >= orders_before         as asks_for_help,
        orders_before >= 2 and discounts_before >= 0.2 * gross_before and discounts_before > 0 as only_discounted
    from joined
)

select * from serving_customers order by customer_id
