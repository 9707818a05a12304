-- One row per customer, buyer or not: what it left in the window niches are compared in, what acquiring, contacting and serving it cost there, when it came.
-- The window is 365 days from the first purchase of who was followed so long, else the last 365 days of who bought in them.
-- reads  customer_facts (customer_id, acquisition_channel), buyers (customer_id, first_order_on), order_ledger (customer_id, bought_on, contribution, return_cost), customer_costs, customers (customer_id, account_id, created_on), leads (customer_id, created_on), accounts (account_id, sector), units, customer_jobs (customer_id, usual_job, current_job), niche_wants, niche_settings (first_year), run (as_of)
-- grain  customer_id
with

known as (
    select coalesce(units.unit_id, customers.customer_id) as customer_id, customers.created_on as made_on, customers.account_id
    from customers
    left join units on units.customer_id = customers.customer_id
    union all
    select coalesce(units.unit_id, leads.customer_id) as customer_id, leads.created_on as made_on, null as account_id
    from leads
    left join units on units.customer_id = leads.customer_id
    where leads.customer_id is not null
),

met as (
    select customer_id, min(made_on) as made_on, min(account_id) as account_id
    from known
    group by customer_id
),

windows as (
    select
        buyers.customer_id,
        buyers.first_order_on,
        case when niche_settings.first_year then buyers.first_order_on else days_after(run.as_of, -364) end as from_on,
        case when niche_settings.first_year then days_after(buyers.first_order_on, 364) else run.as_of end  as to_on
    from buyers
    cross join niche_settings
    cross join run
),

sold as (
    select
        order_ledger.customer_id,
        sum(case when order_ledger.bought_on between windows.from_on and windows.to_on
            then cast(order_ledger.contribution as double) else 0 end)                  as contribution,
        sum(case when order_ledger.bought_on between windows.from_on and windows.to_on
            then cast(order_ledger.return_cost as double) else 0 end)                   as return_cost,
        max(case when days_between(order_ledger.bought_on, run.as_of) between 0 and 364 then 1 else 0 end)      as lately,
        max(case when days_between(order_ledger.bought_on, run.as_of) between 365 and 729 then 1 else 0 end)    as before
    from order_ledger
    join windows on windows.customer_id = order_ledger.customer_id
    cross join run
    group by order_ledger.customer_id
),

spent as (
    select
        customer_costs.customer_id,
        sum(case when customer_costs.spent_on <= windows.to_on and (niche_settings.first_year or customer_costs.spent_on >= windows.from_on)
            then cast(customer_costs.returned + customer_costs.return_cost + customer_costs.service_cost + customer_costs.contact_cost as double)
            else 0 end)                                                                 as costs,
        sum(case when customer_costs.spent_on <= windows.to_on and (niche_settings.first_year or customer_costs.spent_on >= windows.from_on)
            then cast(customer_costs.return_cost + customer_costs.service_cost as double)
            else 0 end)                                                                 as service,
        sum(case when customer_costs.spent_on <= windows.to_on and (niche_settings.first_year or customer_costs.spent_on >= windows.from_on)
            then cast(customer_costs.contact_cost as double)
            else 0 end)                                                                 as contact,
        -- what acquiring cost is spent for the first year, whenever it was
        sum(case when niche_settings.first_year or customer_costs.spent_on between windows.from_on and windows.to_on
            then cast(customer_costs.acquisition_cost as double)
            else 0 end)                                                                 as acquisition
    from customer_costs
    join windows on windows.customer_id = customer_costs.customer_id
    cross join niche_settings
    group by customer_costs.customer_id
),

-- of what was bought on the first day, that with most money
firsts as (
    select
        niche_wants.customer_id,
        niche_wants.want,
        row_number() over (partition by niche_wants.customer_id order by niche_wants.amount desc, niche_wants.want) as place
    from niche_wants
    join buyers on buyers.customer_id = niche_wants.customer_id and buyers.first_order_on = niche_wants.first_on
),

-- of the company itself, and of the people in it
told as (
    select account_id as customer_id, sector
    from accounts
    union all
    select met.customer_id, accounts.sector
    from met
    join accounts on accounts.account_id = met.account_id
),

sectors as (
    select customer_id, min(sector) as sector
    from told
    where sector is not null
    group by customer_id
),

niche_people as (
    select
        cast(row_number() over (order by customer_facts.customer_id) - 1 as integer)    as person_no,
        customer_facts.customer_id,
        days_between(windows.first_order_on, run.as_of)                                 as first_days,
        days_between(coalesce(least(met.made_on, windows.first_order_on), met.made_on, windows.first_order_on), run.as_of) as met_days,
        coalesce(sold.lately, 0)                                                        as lately,
        coalesce(sold.before, 0)                                                        as before,
        case when niche_settings.first_year
            then case when days_between(windows.first_order_on, run.as_of) >= 365 then 1 else 0 end
            else coalesce(sold.lately, 0) end                                           as judged,
        coalesce(sold.contribution, 0) - coalesce(spent.costs, 0) - coalesce(spent.acquisition, 0) as net,
        coalesce(spent.acquisition, 0)                                                  as acquisition,
        coalesce(spent.contact, 0)                                                      as contact,
        coalesce(sold.return_cost, 0) + coalesce(spent.service, 0)                      as service,
        customer_facts.acquisition_channel                                              as channel,
        sectors.sector,
        met.account_id,
        firsts.want,
        coalesce(customer_jobs.usual_job, customer_jobs.current_job)                    as job
    from customer_facts
    cross join niche_settings
    cross join run
    left join windows on windows.customer_id = customer_facts.customer_id
    left join sold on sold.customer_id = customer_facts.customer_id
    left join spent on spent.customer_id = customer_facts.customer_id
    left join met on met.customer_id = customer_facts.customer_id
    left join sectors on sectors.customer_id = customer_facts.customer_id
    left join firsts on firsts.customer_id = customer_facts.customer_id and firsts.place = 1
    left join customer_jobs on customer_jobs.customer_id = customer_facts.customer_id
)

select * from niche_people
