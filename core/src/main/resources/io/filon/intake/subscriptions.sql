-- One row per contract that began.
-- reads  in_subscriptions (subscription_id, customer_key, started_on, merged), identities (key, customer_id)
-- grain  subscription_id
with

subscriptions as (
    select
        in_subscriptions.subscription_id,
        coalesce(identities.customer_id, in_subscriptions.customer_key) as customer_id,
        in_subscriptions.plan,
        in_subscriptions.started_on,
        in_subscriptions.ended_on,
        in_subscriptions.amount,
        cast(in_subscriptions.period_days as integer) as period_days
    from in_subscriptions
    left join identities on in_subscriptions.customer_key = identities.key
    where
        not in_subscriptions.merged
        and in_subscriptions.started_on is not null
)

select * from subscriptions
