-- One row per customer rules are asked of: everybody of customer_facts, with the account they belong to.
-- reads  customer_facts (customer_id), customers (customer_id, account_id), units (customer_id, unit_id)
-- grain  customer_id
with

accounts_of as (
    select
        coalesce(units.unit_id, customers.customer_id)  as customer_id,
        min(customers.account_id)                       as account
    from customers
    left join units on units.customer_id = customers.customer_id
    group by coalesce(units.unit_id, customers.customer_id)
),

rule_customers as (
    select
        customer_facts.customer_id,
        cast(row_number() over (order by customer_facts.customer_id) - 1 as integer) as customer_no,
        cast(null as varchar)   as zone,
        accounts_of.account
    from customer_facts
    left join accounts_of on accounts_of.customer_id = customer_facts.customer_id
)

select * from rule_customers order by customer_id
