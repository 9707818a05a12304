-- One row per company.
-- reads  in_accounts (account_id, merged), in_deals (account_id)
-- grain  account_id
with

listed as (
    select
        account_id,
        name,
        parent_id,
        sector,
        employees,
        revenue,
        country,
        region
    from in_accounts
    where not merged
),

only_in_deals as (
    select distinct
        account_id,
        account_id                          as name,
        cast(null as varchar)               as parent_id,
        cast(null as varchar)               as sector,
        cast(null as bigint)                as employees,
        cast(null as decimal(18, 4))        as revenue,
        cast(null as varchar)               as country,
        cast(null as varchar)               as region
    from in_deals
    where
        not merged
        and account_id is not null
        and account_id not in (select account_id from listed)
),

all_accounts as (
    select * from listed
    union all
    select * from only_in_deals
)

select * from all_accounts
