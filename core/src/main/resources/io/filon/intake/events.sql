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
        coalesce(in_events.device, inner_property(in_events.context, 'device', 'type')) as device,
        coalesce(in_events.page, inner_property(in_events.context, 'page', 'url')) as page,
        in_events.order_id,
        coalesce(in_events.product_id, case
            when in_events.name like 'Product %' or in_events.name in ('view_item', 'add_to_cart')
            then coalesce(property(in_events.properties, 'product_id'), property(in_events.properties, 'sku'))
        end)                                                                    as product_id,
        coalesce(in_events.amount, case
            when in_events.name like 'Product %' or in_events.name in ('view_item', 'add_to_cart')
            then try_cast(property(in_events.properties, 'price') as decimal(18, 4))
        end)                                                                    as amount,
        in_events.properties,
        in_events.source_id
    from in_events
    left join identities on in_events.customer_key = identities.key
    left join visitors on case when in_events.customer_key is null then in_events.anonymous_id end = visitors.anonymous_id
    where not in_events.merged
)

select * from events
