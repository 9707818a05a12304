-- One row per property of the company's own that an event has: whether all its values are numbers.
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

rule_properties as (
    select
        name,
        property,
        bool_and(try_cast(property(properties, property) as double) is not null) as numbers
    from named
    group by name, property
)

select * from rule_properties order by name, property
