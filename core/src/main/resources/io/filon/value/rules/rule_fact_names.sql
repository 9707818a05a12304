-- One row per fact that customers state with a date: its name, and whether all that was ever stated are numbers.
-- reads  rule_facts (name, value)
-- grain  name
with

rule_fact_names as (
    select
        name,
        bool_and(try_cast(value as double) is not null) as numbers
    from rule_facts
    where value is not null
    group by name
)

select * from rule_fact_names order by name
