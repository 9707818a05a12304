-- One row per paid channel and month since the first purchase: how much the customers it brought leave together, on average, up to the end of that month.
-- A month counts only those known for all of it, so that young customers do not pull it down.
-- reads  acquisition, acquired (customer_id, channel), order_ledger, customer_costs, run (as_of)
-- grain  channel, months
with

paid as (
    select
        acquisition.customer_id,
        acquired.channel,
        acquisition.acquired_on,
        floor(days_between(acquisition.acquired_on, run.as_of) / 30.4375) as known_months
    from acquisition
    cross join run
    inner join acquired on acquired.customer_id = acquisition.customer_id
    where acquired.channel is not null and acquisition.acquisition_cost > 0
),

movements as (
    select
        customer_id,
        bought_on                                                       as moved_on,
        contribution
    from order_ledger
    where customer_id is not null
    union all
    select
        customer_id,
        spent_on,
        -(returned + return_cost + service_cost + contact_cost)
    from customer_costs
    where customer_id is not null
),

by_age as (
    select
        paid.channel,
        floor(greatest(days_between(paid.acquired_on, movements.moved_on), 0) / 30.4375) + 1 as months,
        paid.known_months,
        movements.contribution
    from movements
    inner join paid on paid.customer_id = movements.customer_id
),

earned as (
    select
        channel,
        months,
        sum(contribution)                                               as contribution
    from by_age
    where known_months >= months
    group by channel, months
),

sizes as (
    select
        channel,
        known_months,
        count(*)                                                        as customers
    from paid
    group by channel, known_months
),

followed as (
    select
        earned.channel,
        earned.months,
        earned.contribution,
        sum(sizes.customers)                                            as customers
    from earned
    inner join sizes on sizes.channel = earned.channel and sizes.known_months >= earned.months
    group by earned.channel, earned.months, earned.contribution
),

channel_months as (
    select
        channel,
        cast(months as bigint)                                          as months,
        cast(customers as bigint)                                       as customers,
        sum(ratio(contribution, customers)) over (partition by channel order by months
            rows between unbounded preceding and current row)           as earned_per_customer
    from followed
)

select * from channel_months order by channel, months
