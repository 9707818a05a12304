-- One row per customer: what was sold to it in the last year and in the one before, whether it bought in them, and its company's sector.
-- reads  customer_facts (customer_id), order_ledger (customer_id, bought_on, net_sales), customers (customer_id, account_id), accounts (account_id, sector), run (as_of)
-- grain  customer_id
with

sold as (
    select
        order_ledger.customer_id,
        days_between(order_ledger.bought_on, run.as_of) < 365   as lately,
        order_ledger.net_sales
    from order_ledger
    cross join run
    where order_ledger.customer_id is not null and days_between(order_ledger.bought_on, run.as_of) < 730
),

bought as (
    select
        customer_id,
        coalesce(sum(net_sales) filter (where lately), 0)       as sales_12m,
        count(*) filter (where lately) > 0                      as bought_12m,
        coalesce(sum(net_sales) filter (where not lately), 0)   as sales_before,
        count(*) filter (where not lately) > 0                  as bought_before
    from sold
    group by customer_id
),

-- of the company itself, and of the people in it
told as (
    select account_id as customer_id, sector
    from accounts
    union all
    select customers.customer_id, accounts.sector
    from customers
    join accounts on accounts.account_id = customers.account_id
),

sectors as (
    select customer_id, min(sector) as sector
    from told
    where sector is not null
    group by customer_id
),

market_customers as (
    select
        customer_facts.customer_id,
        sectors.sector,
        coalesce(bought.sales_12m, 0)                           as sales_12m,
        coalesce(bought.bought_12m, false)                      as bought_12m,
        coalesce(bought.sales_before, 0)                        as sales_before,
        coalesce(bought.bought_before, false)                   as bought_before
    from customer_facts
    left join bought on bought.customer_id = customer_facts.customer_id
    left join sectors on sectors.customer_id = customer_facts.customer_id
)

select * from market_customers
