-- One row per buyer: through which channel and in which month the customer came, and what the files state it cost.
-- reads  buyers (customer_id, first_order_on), customers (customer_id, acquisition_channel, acquisition_cost), orders (customer_id, acquisition_source, ordered_on, counts), leads (customer_id, channel, created_on), units
-- grain  customer_id
with

known as (
    select
        coalesce(units.unit_id, customers.customer_id)                  as customer_id,
        min(same_name(customers.acquisition_channel))                   as channel,
        cast(sum(customers.acquisition_cost) as decimal(18, 4))         as stated_cost
    from customers
    left join units on units.customer_id = customers.customer_id
    where customers.acquisition_channel is not null or customers.acquisition_cost is not null
    group by all
),

first_orders as (
    select
        coalesce(units.unit_id, orders.customer_id)                     as customer_id,
        min(same_name(orders.acquisition_source))                       as channel
    from orders
    left join units on units.customer_id = orders.customer_id
    inner join buyers on buyers.customer_id = coalesce(units.unit_id, orders.customer_id)
    where orders.counts and orders.acquisition_source is not null and orders.ordered_on = buyers.first_order_on
    group by all
),

first_leads as (
    select
        coalesce(units.unit_id, leads.customer_id)                      as customer_id,
        min(same_name(leads.channel))                                   as channel
    from leads
    left join units on units.customer_id = leads.customer_id
    where leads.channel is not null and leads.customer_id is not null
    group by all
),

acquired as (
    select
        buyers.customer_id,
        buyers.first_order_on                                           as acquired_on,
        month_of(buyers.first_order_on)                                 as acquired_month,
        coalesce(known.channel, first_orders.channel, first_leads.channel) as channel,
        known.stated_cost
    from buyers
    left join known on known.customer_id = buyers.customer_id
    left join first_orders on first_orders.customer_id = buyers.customer_id
    left join first_leads on first_leads.customer_id = buyers.customer_id
)

select * from acquired
