-- One row per customer and day with costs that belong to no purchase: help-desk work, messages, acquisition, returns of unknown orders.
-- A customer who is not known (null) keeps the cost in the base's total.
-- reads  tickets (customer_id, order_id, opened_on, handle_minutes, cost), touches (customer_id, sent_at, kind, cost, is_control), returns (order_id, customer_id, returned_on, amount, cost), orders (order_id), purchases (order_id, customer_id), acquisition, units, cost_rates (minutes, hour, contact, handling), run (as_of, zone)
-- grain  customer_id, spent_on
with

service as (
    select
        coalesce(tickets.customer_id, purchases.customer_id)    as customer_id,
        coalesce(tickets.opened_on, run.as_of)                  as spent_on,
        coalesce(tickets.cost, 0)                               as stated,
        case when tickets.cost is null
            then coalesce(tickets.handle_minutes, cost_rates.minutes) / 60 * cost_rates.hour
            else 0 end                                          as assumed,
        case when tickets.cost is null and tickets.handle_minutes is null then 1 else 0 end as minutes_assumed
    from tickets
    cross join run
    cross join cost_rates
    left join purchases on purchases.order_id = tickets.order_id
    where coalesce(tickets.opened_on, run.as_of) <= run.as_of
),

sent as (
    select
        touches.customer_id,
        coalesce(day_in(touches.sent_at, run.zone), run.as_of)  as spent_on,
        touches.cost
    from touches
    cross join run
    where touches.kind = 'sent' and not coalesce(touches.is_control, false)
),

unlinked as (
    select
        returns.customer_id,
        coalesce(returns.returned_on, run.as_of)                as spent_on,
        returns.amount,
        returns.cost
    from returns
    cross join run
    left join purchases on purchases.order_id = returns.order_id
    where purchases.order_id is null
        -- the return of an order that does not count takes nothing back
        and not exists (select 1 from orders where orders.order_id = returns.order_id)
        and coalesce(returns.returned_on, run.as_of) <= run.as_of
),

entries as (
    select
        customer_id,
        spent_on,
        0 as returned,
        0 as return_cost,
        0 as assumed_return_cost,
        money(stated + assumed) as service_cost,
        money(assumed) as assumed_service_cost,
        money(assumed * minutes_assumed) as assumed_minutes_cost,
        0 as contact_cost,
        0 as assumed_contact_cost,
        0 as acquisition_cost,
        1 as tickets,
        0 as returns
    from service
    union all
    select
        sent.customer_id,
        sent.spent_on,
        0, 0, 0, 0, 0, 0,
        coalesce(sent.cost, money(cost_rates.contact)),
        case when sent.cost is null then money(cost_rates.contact) else 0 end,
        0, 0, 0
    from sent
    cross join cost_rates
    cross join run
    where sent.spent_on <= run.as_of
    union all
    select
        unlinked.customer_id,
        unlinked.spent_on,
        coalesce(unlinked.amount, 0),
        coalesce(unlinked.cost, money(cost_rates.handling)),
        case when unlinked.cost is null then money(cost_rates.handling) else 0 end,
        0, 0, 0, 0, 0, 0, 0, 1
    from unlinked
    cross join cost_rates
),

owned as (
    select
        coalesce(units.unit_id, entries.customer_id) as unit_id,
        entries.*
    from entries
    left join units on units.customer_id = entries.customer_id
    union all
    select
        customer_id as unit_id,
        customer_id,
        acquired_on,
        0, 0, 0, 0, 0, 0, 0, 0,
        acquisition_cost,
        0, 0
    from acquisition
),

customer_costs as (
    select
        unit_id                                                 as customer_id,
        spent_on,
        cast(sum(returned) as decimal(18, 4))                   as returned,
        cast(sum(return_cost) as decimal(18, 4))                as return_cost,
        cast(sum(service_cost) as decimal(18, 4))               as service_cost,
        cast(sum(contact_cost) as decimal(18, 4))               as contact_cost,
        cast(sum(acquisition_cost) as decimal(18, 4))           as acquisition_cost,
        cast(sum(assumed_return_cost) as decimal(18, 4))        as assumed_return_cost,
        cast(sum(assumed_service_cost) as decimal(18, 4))       as assumed_service_cost,
        cast(sum(assumed_minutes_cost) as decimal(18, 4))       as assumed_minutes_cost,
        cast(sum(assumed_contact_cost) as decimal(18, 4))       as assumed_contact_cost,
        cast(sum(tickets) as bigint)                            as tickets,
        cast(sum(returns) as bigint)                            as returns
    from owned
    group by unit_id, spent_on
)

select * from customer_costs
