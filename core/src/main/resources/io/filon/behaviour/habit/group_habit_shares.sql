-- One row per group, habit and value: the share of a customer's days with it, on average in the group and among others, with what errors need.
-- reads  habit_counts, behaviour_groups
-- grain  kind, group_name, habit, value
with

people as (
    select distinct
        behaviour_groups.kind,
        behaviour_groups.group_name,
        habit_counts.habit,
        habit_counts.customer_id
    from habit_counts
    inner join behaviour_groups on behaviour_groups.customer_id = habit_counts.customer_id
),

sizes as (
    select
        kind,
        group_name,
        habit,
        count(*) as people
    from people
    group by kind, group_name, habit
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
        behaviour_groups.kind,
        behaviour_groups.group_name,
        habit_counts.habit,
        habit_counts.value,
        sum(ratio(habit_counts.times, habit_counts.days)) as shares,
        sum(ratio(habit_counts.times, habit_counts.days) * ratio(habit_counts.times, habit_counts.days)) as squares
    from habit_counts
    inner join behaviour_groups on behaviour_groups.customer_id = habit_counts.customer_id
    group by behaviour_groups.kind, behaviour_groups.group_name, habit_counts.habit, habit_counts.value
),

group_habit_shares as (
    select
        inside.kind,
        inside.group_name,
        inside.habit,
        inside.value,
        sizes.people,
        inside.shares,
        inside.squares,
        everybody.people - sizes.people         as other_people,
        everybody.shares - inside.shares        as other_shares,
        everybody.squares - inside.squares      as other_squares
    from inside
    inner join sizes on sizes.kind = inside.kind and sizes.group_name = inside.group_name and sizes.habit = inside.habit
    inner join everybody on everybody.habit = inside.habit and everybody.value = inside.value
)

select * from group_habit_shares order by kind, group_name, habit, value
