-- One row per message or contact sent to a customer.
-- reads  in_touches (source_id, row_no, customer_key, merged), identities (key, customer_id)
-- grain  source_id, row_no
with

touches as (
    select
        in_touches.source_id,
        in_touches.row_no,
        coalesce(identities.customer_id, in_touches.customer_key) as customer_id,
        in_touches.campaign,
        in_touches.channel,
        in_touches.sent_at,
        in_touches.kind,
        in_touches.cost,
        in_touches.is_control
    from in_touches
    left join identities on in_touches.customer_key = identities.key
    where not in_touches.merged
)

select * from touches
