-- One row per visit that a file tells as one row, what was done in it added up. Days and visitors may be missing.
-- reads  in_visits (source_id, row_no, customer_key, merged), identities (key, customer_id), visitors (anonymous_id, customer_id)
-- grain  source_id, row_no
with

visits as (
    select
        in_visits.source_id,
        in_visits.row_no,
        coalesce(identities.customer_id, in_visits.customer_key, visitors.customer_id) as customer_id,
        in_visits.anonymous_id,
        in_visits.session_id,
        in_visits.started_at,
        in_visits.source,
        in_visits.channel,
        in_visits.device,
        in_visits.pages,
        in_visits.product_pages,
        in_visits.seconds,
        coalesce(in_visits.bought, false)                       as bought
    from in_visits
    left join identities on in_visits.customer_key = identities.key
    left join visitors on visitors.anonymous_id = in_visits.anonymous_id
    where not in_visits.merged
)

select * from visits
