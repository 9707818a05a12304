-- One row per customer and channel: the last permission given or taken back.
-- reads  in_consents (customer_key, channel, merged), identities (key, customer_id), in_sources (source_id, position)
-- grain  customer_id, channel
with

named as (
    select
        coalesce(identities.customer_id, in_consents.customer_key) as customer_id,
        in_consents.channel,
        in_consents.granted,
        in_consents.given_at,
        in_consents.evidence,
        in_consents.row_no,
        in_sources.position
    from in_consents
    join in_sources on in_consents.source_id = in_sources.source_id
    left join identities on in_consents.customer_key = identities.key
    where not in_consents.merged
),

latest as (
    select *
    from named
    qualify row_number() over (
        partition by customer_id, channel
        order by given_at desc nulls last, position desc nulls last, row_no desc nulls last
    ) = 1
)

select
    customer_id,
    channel,
    granted,
    given_at,
    evidence
from latest
