-- One row per customer with a first contact on file: signed up, left data as a lead, or bought; whichever came first.
-- reads  customers (customer_id, created_on, acquisition_channel), leads (customer_id, channel, created_on), buyers (customer_id, first_order_on), units, run (as_of)
-- grain  customer_id
with

signed_up as (
    select
        coalesce(units.unit_id, customers.customer_id)  as customer_id,
        customers.created_on                            as made_on,
        customers.acquisition_channel                   as channel
    from customers
    left join units on units.customer_id = customers.customer_id
),

asked as (
    select
        coalesce(units.unit_id, leads.customer_id)      as customer_id,
        leads.created_on                                as made_on,
        leads.channel
    from leads
    left join units on units.customer_id = leads.customer_id
    where leads.customer_id is not null
),

made as (
    select * from signed_up
    union all
    select * from asked
    union all
    select customer_id, first_order_on as made_on, null as channel
    from buyers
),

firsts as (
    select
        made.customer_id,
        min(made.made_on)                               as contact_on,
        min(made.channel)                               as channel
    from made
    cross join run
    where made.made_on is null or made.made_on <= run.as_of
    group by made.customer_id
),

contacts as (
    select
        firsts.customer_id,
        firsts.contact_on,
        firsts.channel,
        buyers.first_order_on
    from firsts
    left join buyers on buyers.customer_id = firsts.customer_id
    where firsts.contact_on is not null
)

select * from contacts
