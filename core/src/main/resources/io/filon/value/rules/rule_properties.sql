-- One row per property of the company's own that an event has: what all its values are: `number`, `flag`,
-- `instant` or `text`.
-- reads  rule_events (name, properties)
-- grain  name, property
with

named as (
    select
        name,
        properties,
        property_names(properties)  as property
    from rule_events
    where properties is not null
),

valued as (
    select
        name,
        property,
        property(properties, property)  as value
    from named
),

rule_properties as (
    select
        name,
        property,
        case
            when bool_and(try_cast(value as double) is not null)
            then 'number'
            when bool_and(value in ('true', 'false'))
            then 'flag'
            when bool_and(text_matches(value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}.*(Z|[+-][0-9]{2}:[0-9]{2})$'))
            then 'instant'
            else 'text'
        end as kind
    from valued
    group by name, property
)

select * from rule_properties order by name, property
