-- One row per name events have: the step of a visit it stands for. An address is a page seen, and so is a mere number: pages, not events, are numbered.
-- reads  in_events (name), vocabulary (plain_name, step)
-- grain  name
with

names as (
    select distinct name
    from in_events
    where not merged
),

event_steps as (
    select
        names.name,
        case
            when vocabulary.step is not null then vocabulary.step
            when names.name like '/%' or names.name like 'http%://%' then 'page'
            when text_matches(names.name, '^[0-9]+$') then 'page'
            else 'other'
        end                                             as step,
        vocabulary.step is null and (names.name like '/%' or names.name like 'http%://%') as is_address
    from names
    left join vocabulary on vocabulary.plain_name = same_name(names.name)
)

select * from event_steps order by name
