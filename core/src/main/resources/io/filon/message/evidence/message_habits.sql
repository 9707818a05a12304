-- One row per group, habit and value: the share of a customer's days with it, on average in the group and among all others, with what errors need.
-- reads  message_people (segment, customer_id), habit_counts (customer_id, habit, value, times, days)
-- grain  segment, habit, value
with

people as (
    select
        message_people.segment,
        habit_counts.habit,
        count(distinct habit_counts.customer_id) as people
    from habit_counts
    inner join message_people on message_people.customer_id = habit_counts.customer_id
    group by message_people.segment, habit_counts.habit
),

everybody as (
    select
        habit,
        value,
        max(people)                                     as people,
        sum(ratio(times, days))                         as shares,
        sum(ratio(times, days) * ratio(times, days))    as squares
    from habit_counts
    group by habit, value
),

inside as (
    select
        message_people.segment,
        habit_counts.habit,
        habit_counts.value,
        sum(ratio(habit_counts.times, habit_counts.days)) as shares,
        sum(ratio(habit_counts.times, habit_counts.days) * ratio(habit_counts.times, habit_counts.days)) as squares
    from habit_counts
    inner join message_people on message_people.customer_id = habit_counts.customer_id
    group by message_people.segment, habit_counts.habit, habit_counts.value
),

message_habits as (
    select
        inside.segment,
        inside.habit,
        inside.value,
        cast(people.people as double)                       as people,
        inside.shares,
        inside.squares,
        cast(everybody.people - people.people as double)    as other_people,
        everybody.shares - inside.shares                    as other_shares,
        everybody.squares - inside.squares                  as other_squares
    from inside
    inner join people on people.segment = inside.segment and people.habit = inside.habit
    inner join everybody on everybody.habit = inside.habit and everybody.value = inside.value
)

select * from message_habits order by segment, habit, value
