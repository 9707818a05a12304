-- One row per thing somebody did. What a visitor did before saying who they are is the customer's too.
-- reads  in_events (event_id, customer_key, anonymous_id, merged), identities (key, customer_id), visitors (anonymous_id, customer_id)
-- grain  event_id
with

events as (
    select
        in_events.event_id,
        coalesce(identities.customer_id, in_events.customer_key, visitors.customer_id) as customer_id,
        in_events.anonymous_id,
        in_events.name,
        in_events.occurred_at,
        in_events.session_id,
        in_events.channel,
        in_events.device,
        in_events.page,
        in_events.order_id,
        in_events.product_id,
        in_events.amount,
        in_events.category,
        in_events.source,
        in_events.feature,
        in_events.results,
        in_events.load_seconds,
        in_events.is_robot,
        in_events.properties,
        in_events.source_id
    from in_events
    left join identities on in_events.customer_key = identities.key
    left join visitors on case when in_events.customer_key is null then in_events.anonymous_id end = visitors.anonymous_id
    where not in_events.merged
)

select * from events
