-- One row per contract begun by the run's date: how often it has been renewed, whether it has ended, and the day it is known to end on.
-- A period that is not stated is a month of 30 days. An end announced for a later day has not come yet.
-- reads  subscriptions (subscription_id, customer_id, plan, started_on, ended_on, amount, period_days), units, run (as_of)
-- grain  subscription_id
with

begun as (
    select
        subscriptions.subscription_id,
        coalesce(units.unit_id, subscriptions.customer_id)          as customer_id,
        subscriptions.plan,
        cast(coalesce(nullif(subscriptions.period_days, 0), 30) as integer) as period_days,
        cast(subscriptions.amount as double)                        as amount,
        coalesce(subscriptions.ended_on <= run.as_of, false)        as ended,
        case when subscriptions.ended_on > run.as_of then subscriptions.ended_on end as ends_on,
        days_between(subscriptions.started_on, least(run.as_of, coalesce(subscriptions.ended_on, run.as_of))) as days,
        days_between(subscriptions.started_on, subscriptions.ended_on) as days_in_all
    from subscriptions
    cross join run
    left join units on units.customer_id = subscriptions.customer_id
    where subscriptions.started_on <= run.as_of
        and coalesce(subscriptions.ended_on >= subscriptions.started_on, true)
),

counted as (
    select
        subscription_id,
        coalesce(customer_id, '')                                   as customer_id,
        coalesce(plan, '')                                          as plan,
        period_days,
        amount,
        ended,
        ends_on,
        -- one that has ended lived the period it ended in, be it by a day or two short of it
        cast(case
            when ended then greatest(1, round(cast(days as double) / period_days)) - 1
            else floor(cast(days as double) / period_days)
        end as integer)                                             as renewals,
        cast(ceil(cast(days_in_all as double) / period_days) as integer) as periods_in_all
    from begun
),

contract_periods as (
    select
        subscription_id,
        customer_id,
        plan,
        period_days,
        amount,
        ended,
        ends_on,
        renewals,
        case when ends_on is null then 0 else greatest(0, periods_in_all - 1 - renewals) end as periods_left
    from counted
)

select * from contract_periods order by subscription_id
