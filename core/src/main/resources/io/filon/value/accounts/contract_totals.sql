-- One row: what running contracts bring in a year, on the run's date and a year before, and what moved between them. A contract runs from its first day to the day before its last.
-- A period that is not stated is a month of 30 days. A year ago is only known where contracts reach that far back.
-- reads  subscriptions (customer_id, started_on, ended_on, amount, period_days), units, run (as_of)
-- grain  as_of
with

contracts as (
    select
        coalesce(units.unit_id, subscriptions.customer_id)          as customer_id,
        subscriptions.started_on,
        subscriptions.ended_on,
        subscriptions.amount,
        money_by(subscriptions.amount, 365.0 / coalesce(nullif(subscriptions.period_days, 0), 30)) as yearly
    from subscriptions
    left join units on units.customer_id = subscriptions.customer_id
),

days as (
    select
        run.as_of,
        days_after(run.as_of, -365)                                 as year_ago,
        min(contracts.started_on)                                   as first_started_on
    from run
    left join contracts on true
    group by run.as_of
),

customers as (
    select
        contracts.customer_id,
        coalesce(sum(contracts.yearly) filter (
            where contracts.started_on <= days.as_of and coalesce(contracts.ended_on > days.as_of, true)), 0) as now,
        coalesce(sum(contracts.yearly) filter (
            where contracts.started_on <= days.year_ago and coalesce(contracts.ended_on > days.year_ago, true)), 0) as before
    from contracts
    cross join days
    group by contracts.customer_id
),

moved as (
    select
        count(*) filter (where now > 0)                             as customers,
        coalesce(sum(now), 0)                                       as arr,
        coalesce(sum(before), 0)                                    as arr_before,
        coalesce(sum(now) filter (where before = 0), 0)             as added,
        coalesce(sum(now - before) filter (where before > 0 and now > before), 0) as expanded,
        coalesce(sum(before - now) filter (where now > 0 and now < before), 0) as contracted,
        coalesce(sum(before) filter (where now = 0), 0)             as lost
    from customers
),

running as (
    select
        count(*)                                                    as contracts,
        count(*) filter (where contracts.started_on <= days.as_of and coalesce(contracts.ended_on > days.as_of, true)) as active,
        count(*) filter (where contracts.amount is null)            as without_amount
    from contracts
    cross join days
),

contract_totals as (
    select
        days.as_of,
        running.contracts,
        running.active,
        running.without_amount,
        moved.customers,
        cast(moved.arr as decimal(18, 4))                           as arr,
        cast(moved.arr_before as decimal(18, 4))                    as arr_before,
        cast(moved.added as decimal(18, 4))                         as added,
        cast(moved.expanded as decimal(18, 4))                      as expanded,
        cast(moved.contracted as decimal(18, 4))                    as contracted,
        cast(moved.lost as decimal(18, 4))                          as lost,
        case when days.first_started_on <= days.year_ago
            then ratio(moved.arr - moved.added, moved.arr_before) end as net_retention,
        case when days.first_started_on <= days.year_ago
            then ratio(moved.arr - moved.added - moved.expanded, moved.arr_before) end as gross_retention
    from days
    cross join moved
    cross join running
)

select * from contract_totals
