-- One row per customer and channel: the last permission given or taken back. A permission in a customer file is for e-mail.
-- reads  in_consents (customer_key, channel, merged), in_customers (customer_key, granted, merged), identities (key, customer_id), in_sources (source_id, position)
-- grain  customer_id, channel
with

said as (
    select
        customer_key,
        channel,
        granted,
        given_at,
        evidence,
        source_id,
        row_no
    from in_consents
    where not merged
    union all
    select
        customer_key,
        'email'                                             as channel,
        granted,
        cast(null as timestamp with time zone)              as given_at,
        cast(null as varchar)                               as evidence,
        source_id,
        row_no
    from in_customers
    where granted is not null and not merged
),

named as (
    select
        coalesce(identities.customer_id, said.customer_key) as customer_id,
        said.channel,
        said.granted,
        said.given_at,
        said.evidence,
        said.row_no,
        in_sources.position
    from said
    join in_sources on said.source_id = in_sources.source_id
    left join identities on said.customer_key = identities.key
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
