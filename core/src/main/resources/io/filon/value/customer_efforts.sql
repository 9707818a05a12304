-- One row per customer: what was spent on the customer in the star window, what was left before acquisition, and the group, stage and channel.
-- A null customer holds what belongs to nobody known, loose advertising apart.
-- reads  order_ledger, customer_costs, star_window, customer_facts, lifecycle (customer_id, stage), loss_makers (customer_id), acquired (customer_id, channel), customers (customer_id, acquisition_channel), units
-- grain  customer_id
with

movements as (
    select
        order_ledger.customer_id,
        order_ledger.contribution,
        0                                                               as acquisition,
        order_ledger.discounts,
        greatest(order_ledger.shipping_cost - order_ledger.shipping_income, 0) as free_shipping,
        order_ledger.return_cost                                        as returns_handled,
        0                                                               as service,
        0                                                               as contacts
    from order_ledger
    cross join star_window
    where order_ledger.bought_on between star_window.from_on and star_window.to_on
    union all
    select
        customer_costs.customer_id,
        -(customer_costs.returned + customer_costs.return_cost + customer_costs.service_cost + customer_costs.contact_cost),
        customer_costs.acquisition_cost,
        0,
        0,
        customer_costs.return_cost,
        customer_costs.service_cost,
        customer_costs.contact_cost
    from customer_costs
    cross join star_window
    where customer_costs.spent_on between star_window.from_on and star_window.to_on
),

moved as (
    select
        customer_id,
        sum(contribution)       as contribution,
        sum(acquisition)        as acquisition,
        sum(discounts)          as discounts,
        sum(free_shipping)      as free_shipping,
        sum(returns_handled)    as returns_handled,
        sum(service)            as service,
        sum(contacts)           as contacts
    from movements
    group by customer_id
),

came_by as (
    -- who has not bought came through a channel too
    select
        coalesce(units.unit_id, customers.customer_id)                  as customer_id,
        min(same_name(customers.acquisition_channel))                   as channel
    from customers
    left join units on units.customer_id = customers.customer_id
    where customers.acquisition_channel is not null
    group by all
),

customer_efforts as (
    select
        coalesce(customer_facts.customer_id, moved.customer_id)         as customer_id,
        case
            when customer_facts.customer_id is null then 'unattributed'
            when customer_facts.star then 'star_customers'
            when loss_makers.customer_id is not null then 'loss_makers'
            when customer_facts.orders_total = 0 then 'never_bought'
            when customer_facts.present_whole_window then 'others'
            else 'came_lately'
        end                                                             as effort_group,
        coalesce(customer_facts.star, false)                            as star,
        lifecycle.stage,
        coalesce(acquired.channel, came_by.channel)                     as channel,
        cast(coalesce(moved.contribution, 0) as decimal(18, 4))         as contribution,
        cast(coalesce(moved.acquisition, 0) as decimal(18, 4))          as acquisition,
        cast(coalesce(moved.discounts, 0) as decimal(18, 4))            as discounts,
        cast(coalesce(moved.free_shipping, 0) as decimal(18, 4))        as free_shipping,
        cast(coalesce(moved.returns_handled, 0) as decimal(18, 4))      as returns_handled,
        cast(coalesce(moved.service, 0) as decimal(18, 4))              as service,
        cast(coalesce(moved.contacts, 0) as decimal(18, 4))             as contacts
    from customer_facts
    full outer join moved on moved.customer_id = customer_facts.customer_id
    left join lifecycle on lifecycle.customer_id = customer_facts.customer_id
    left join loss_makers on loss_makers.customer_id = customer_facts.customer_id
    left join acquired on acquired.customer_id = customer_facts.customer_id
    left join came_by on came_by.customer_id = customer_facts.customer_id
)

select * from customer_efforts
