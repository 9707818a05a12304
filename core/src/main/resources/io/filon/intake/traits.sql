-- One row per customer and fact without a column of its own: the last value known.
-- reads  in_traits (customer_key, name, value, observed_on), identities (key, customer_id), in_sources (source_id, position), import_options (zone)
-- grain  customer_id, name
with

named as (
    select
        coalesce(identities.customer_id, in_traits.customer_key)    as customer_id,
        in_traits.name,
        in_traits.value,
        in_traits.party,
        in_traits.observed_on,
        in_traits.row_no,
        in_sources.position,
        in_sources.file
    from in_traits
    join in_sources on in_traits.source_id = in_sources.source_id
    left join identities on in_traits.customer_key = identities.key
),

latest as (
    select *
    from named
    qualify row_number() over (
        partition by customer_id, name
        order by observed_on desc nulls last, position desc nulls last, row_no desc nulls last
    ) = 1
),

traits as (
    select
        latest.customer_id,
        latest.name,
        latest.value,
        latest.party,
        latest.file                                                         as source,
        cast(null as varchar)                                               as purpose,
        start_of_day(latest.observed_on, import_options.zone)               as observed_at,
        cast(null as timestamp with time zone)                              as expires_at
    from latest, import_options
)

select * from traits
