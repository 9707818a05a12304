-- One row per anonymous visitor who was later seen as one customer.
-- reads  in_events (anonymous_id, customer_key), identities (key, customer_id)
-- grain  anonymous_id
with

seen as (
    select
        in_events.anonymous_id,
        min(coalesce(identities.customer_id, in_events.customer_key)) as customer_id,
        max(coalesce(identities.customer_id, in_events.customer_key)) as other_id
    from in_events
    left join identities on in_events.customer_key = identities.key
    where in_events.anonymous_id is not null and in_events.customer_key is not null
    group by in_events.anonymous_id
),

visitors as (
    select
        anonymous_id,
        customer_id
    from seen
    where customer_id = other_id
)

select * from visitors
