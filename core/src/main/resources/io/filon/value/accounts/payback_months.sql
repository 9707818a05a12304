-- One row per month of 30 days since acquisition, up to 36: what customers acquired at a known cost have left on average until then, among those followed so long.
-- reads  acquisition (customer_id, acquired_on, acquisition_cost), order_ledger (customer_id, bought_on, contribution), run (as_of)
-- grain  month
with

followed as (
    select
        acquisition.customer_id,
        acquisition.acquired_on,
        acquisition.acquisition_cost,
        cast(least(36, floor(days_between(acquisition.acquired_on, run.as_of) / 30.0)) as integer) as months
    from acquisition
    cross join run
    where acquisition.acquisition_cost > 0
),

costs as (
    select
        months,
        count(*)                        as customers,
        sum(acquisition_cost)           as acquisition_cost
    from followed
    group by months
),

earned as (
    select
        followed.months,
        cast(greatest(1, ceil(days_between(followed.acquired_on, order_ledger.bought_on) / 30.0)) as integer) as month,
        sum(order_ledger.contribution)  as contribution
    from followed
    inner join order_ledger on order_ledger.customer_id = followed.customer_id
    where order_ledger.bought_on >= followed.acquired_on
    group by followed.months, cast(greatest(1, ceil(days_between(followed.acquired_on, order_ledger.bought_on) / 30.0)) as integer)
),

months as (
    select distinct months as month from followed where months > 0
    union
    select distinct month from earned where month <= 36
),

acquired as (
    select
        months.month,
        sum(costs.customers)            as customers,
        sum(costs.acquisition_cost)     as acquisition_cost
    from months
    inner join costs on costs.months >= months.month
    group by months.month
),

left_until as (
    select
        months.month,
        sum(earned.contribution)        as contribution
    from months
    inner join earned on earned.months >= months.month and earned.month <= months.month
    group by months.month
),

payback_months as (
    select
        acquired.month,
        cast(acquired.customers as bigint)                                              as customers,
        cast(ratio(acquired.acquisition_cost, acquired.customers) as decimal(18, 4))    as cost_each,
        cast(coalesce(ratio(left_until.contribution, acquired.customers), 0) as decimal(18, 4)) as contribution_each
    from acquired
    left join left_until on left_until.month = acquired.month
)

select * from payback_months order by month
