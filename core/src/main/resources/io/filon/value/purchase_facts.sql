-- One row per customer, buyer or not: everything a rule may ask before it is known who the stars are.
-- reads  customers, units, customer_ledger, buyers, customer_windows, rhythm, reorders (usually_reorders), star_window (from_on), subscriptions (customer_id, started_on, ended_on), tickets (customer_id, satisfaction), run (as_of)
-- grain  customer_id
with

people as (
    select
        coalesce(units.unit_id, customers.customer_id)              as customer_id,
        min(customers.created_on)                                   as created_on,
        min(customers.birth_on)                                     as birth_on,
        min(customers.gender)                                       as gender,
        min(customers.country)                                      as country,
        min(customers.region)                                       as region,
        min(customers.city)                                         as city,
        min(customers.acquisition_channel)                          as acquisition_channel
    from customers
    left join units on units.customer_id = customers.customer_id
    group by all
),

ids as (
    select customer_id from people
    union
    select customer_id from customer_ledger where customer_id is not null
),

contracts as (
    select distinct coalesce(units.unit_id, subscriptions.customer_id) as customer_id
    from subscriptions
    cross join run
    left join units on units.customer_id = subscriptions.customer_id
    where subscriptions.started_on <= run.as_of and coalesce(subscriptions.ended_on, run.as_of) >= run.as_of
),

opinions as (
    select
        coalesce(units.unit_id, tickets.customer_id)                as customer_id,
        avg(cast(tickets.satisfaction as decimal(9, 6)))            as satisfaction
    from tickets
    left join units on units.customer_id = tickets.customer_id
    where tickets.satisfaction is not null
    group by all
),

purchase_facts as (
    select
        ids.customer_id,
        buyers.first_order_on,
        buyers.last_order_on,
        people.created_on,
        coalesce(least(people.created_on, buyers.first_order_on), people.created_on, buyers.first_order_on) as known_since,
        days_between(coalesce(least(people.created_on, buyers.first_order_on), people.created_on, buyers.first_order_on), run.as_of) as tenure_days,
        days_between(buyers.last_order_on, run.as_of)               as days_since_last_order,
        coalesce(customer_ledger.orders, 0)                         as orders_total,
        coalesce(rhythm.order_days, 0)                              as order_days,
        coalesce(customer_ledger.revenue, 0)                        as revenue_total,
        coalesce(customer_windows.net_total, 0)                     as net_total,
        coalesce(customer_ledger.returns, 0)                        as returns_total,
        coalesce(customer_ledger.tickets, 0)                        as tickets_total,
        coalesce(customer_windows.orders_window, 0)                 as orders_window,
        coalesce(customer_windows.net_window, 0)                    as net_window,
        coalesce(customer_windows.orders_12m, 0)                    as orders_12m,
        coalesce(customer_windows.revenue_12m, 0)                   as revenue_12m,
        coalesce(customer_windows.net_12m, 0)                       as net_12m,
        coalesce(customer_windows.orders_last_active, 0)            as orders_last_active,
        coalesce(customer_windows.net_last_active, 0)               as net_last_active,
        ratio(customer_ledger.discounts, customer_ledger.gross_sales) as discount_share,
        ratio(customer_ledger.returned, customer_ledger.gross_sales) as return_share,
        rhythm.own_gap_days,
        rhythm.usual_gap_days,
        -- 1 is the customer's usual gap; rounded so that a limit is met to the day
        round(days_between(buyers.last_order_on, run.as_of) / rhythm.usual_gap_days, 9) as hiatus_gaps,
        round(days_between(buyers.last_order_on, run.as_of) / greatest(365, 6 * rhythm.usual_gap_days), 9) as hiatus_of_dormancy,
        coalesce(people.created_on <= star_window.from_on or buyers.first_order_on <= star_window.from_on, false) as present_whole_window,
        reorders.usually_reorders,
        contracts.customer_id is not null                           as has_contract,
        opinions.satisfaction,
        people.acquisition_channel,
        people.country,
        people.region,
        people.city,
        people.gender,
        cast(floor(days_between(people.birth_on, run.as_of) / 365.25) as bigint) as age_years
    from ids
    cross join run
    cross join star_window
    cross join reorders
    left join people on people.customer_id = ids.customer_id
    left join customer_ledger on customer_ledger.customer_id = ids.customer_id
    left join buyers on buyers.customer_id = ids.customer_id
    left join customer_windows on customer_windows.customer_id = ids.customer_id
    left join rhythm on rhythm.customer_id = ids.customer_id
    left join contracts on contracts.customer_id = ids.customer_id
    left join opinions on opinions.customer_id = ids.customer_id
)

select * from purchase_facts
