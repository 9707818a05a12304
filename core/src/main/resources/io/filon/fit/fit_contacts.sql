-- One row per customer judged from the first contact: what was bought and left in as many days for everybody, costs that serving nobody would have avoided taken off. What was paid to bring the customer is spent by then and decides nothing.
-- reads  lens_people (lens, customer_id, anchor_on), outcome_window (window_days), order_ledger (customer_id, bought_on, revenue, contribution), customer_costs (customer_id, spent_on, returned, return_cost, service_cost, contact_cost)
-- grain  customer_id
with

people as (
    select
        lens_people.customer_id,
        lens_people.anchor_on                                                           as contact_on,
        days_after(lens_people.anchor_on, outcome_window.window_days)                   as until_on
    from lens_people
    cross join outcome_window
    where lens_people.lens = 'attract_contact'
),

earned as (
    select
        people.customer_id,
        sum(order_ledger.contribution)                                                  as earned,
        sum(order_ledger.revenue)                                                       as sales
    from people
    inner join order_ledger on order_ledger.customer_id = people.customer_id
        and order_ledger.bought_on between people.contact_on and people.until_on
    group by people.customer_id
),

spent as (
    select
        people.customer_id,
        sum(customer_costs.returned + customer_costs.return_cost + customer_costs.service_cost + customer_costs.contact_cost) as spent
    from people
    inner join customer_costs on customer_costs.customer_id = people.customer_id
        and customer_costs.spent_on between people.contact_on and people.until_on
    group by people.customer_id
),

fit_contacts as (
    select
        people.customer_id,
        people.contact_on,
        cast(coalesce(earned.earned, 0) - coalesce(spent.spent, 0) as decimal(18, 4))   as net,
        cast(coalesce(earned.sales, 0) as decimal(18, 4))                               as sales
    from people
    left join earned on earned.customer_id = people.customer_id
    left join spent on spent.customer_id = people.customer_id
)

select * from fit_contacts order by contact_on, customer_id
