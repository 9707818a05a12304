-- One row per parent company with subsidiaries among the accounts: the group's figures, its own included. Up to three levels are rolled up.
-- reads  accounts (account_id, name, parent_id), customer_facts (customer_id, net_total, revenue_total, orders_total)
-- grain  parent
with

ids as (
    -- a parent is named by id or by name
    select account_id as said, account_id from accounts
    union
    select name as said, min(account_id) as account_id
    from accounts
    where name is not null and name not in (select account_id from accounts)
    group by name
),

parents as (
    select
        accounts.account_id,
        coalesce(ids.account_id, nullif(accounts.parent_id, ''))   as parent_id
    from accounts
    left join ids on ids.said = nullif(accounts.parent_id, '')
),

rolled as (
    select
        one.account_id,
        coalesce(three.parent_id, two.parent_id, one.parent_id, one.account_id) as parent
    from parents as one
    left join parents as two on two.account_id = one.parent_id and two.account_id <> one.account_id
    left join parents as three on three.account_id = two.parent_id and three.account_id <> one.account_id
),

families as (
    select
        rolled.parent,
        count(*)                                                    as accounts,
        count(*) filter (where customer_facts.orders_total > 0)     as buyers,
        cast(coalesce(sum(customer_facts.revenue_total), 0) as decimal(18, 4)) as revenue,
        cast(coalesce(sum(customer_facts.net_total), 0) as decimal(18, 4)) as net
    from rolled
    left join customer_facts on customer_facts.customer_id = rolled.account_id
    group by rolled.parent
),

parent_companies as (
    select
        families.parent,
        coalesce(accounts.name, families.parent)                      as name,
        families.accounts,
        families.buyers,
        families.revenue,
        families.net
    from families
    left join accounts on accounts.account_id = families.parent
    where families.accounts > 1
)

select * from parent_companies order by net desc nulls last, parent
