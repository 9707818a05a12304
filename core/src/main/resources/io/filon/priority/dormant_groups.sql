-- One row per kind of sleeping customer: asleep with high or low past value, by the chance that they buy in the next 12 months, null where it could not be foretold. What is expected of them if nobody does anything.
-- reads  priority_people (customer_id, stage, past_worth, buying_chance), predicted_values (customer_id, value)
-- grain  stage, chance
with

asleep as (
    select
        priority_people.stage,
        case
            when priority_people.buying_chance is null then 'unknown'
            when priority_people.buying_chance >= 0.5 then 'likely'
            when priority_people.buying_chance >= 0.2 then 'possible'
            else 'unlikely'
        end                                                                             as chance,
        priority_people.past_worth,
        priority_people.buying_chance,
        cast(predicted_values.value as double)                                          as expected
    from priority_people
    left join predicted_values on predicted_values.customer_id = priority_people.customer_id
    where priority_people.stage in ('dormant_high_value', 'dormant_low_value', 'lost')
),

dormant_groups as (
    select
        stage,
        chance,
        count(*)                                                                        as customers,
        avg(past_worth)                                                                 as past_each,
        avg(buying_chance)                                                              as buying_chance,
        avg(expected)                                                                   as expected_each
    from asleep
    group by stage, chance
)

select * from dormant_groups order by stage, chance
