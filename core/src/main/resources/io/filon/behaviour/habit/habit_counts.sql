-- One row per customer with days enough to tell, habit and value: on how many of them, and how usual the value is among all such customers.
-- reads  habit_moments
-- grain  customer_id, habit, value
with

counts as (
    select
        customer_id,
        habit,
        value,
        count(*) as times
    from habit_moments
    group by customer_id, habit, value
),

told as (
    select
        customer_id,
        habit,
        sum(times) as days
    from counts
    group by customer_id, habit
    having sum(times) >= 8
),

usual as (
    select
        counts.habit,
        counts.value,
        sum(ratio(counts.times, told.days)) as shares
    from counts
    inner join told on told.customer_id = counts.customer_id and told.habit = counts.habit
    group by counts.habit, counts.value
),

people as (
    select
        habit,
        count(*) as people
    from told
    group by habit
),

options as (
    select
        habit,
        count(*) as options
    from usual
    group by habit
),

habit_counts as (
    select
        counts.customer_id,
        counts.habit,
        counts.value,
        cast(counts.times as bigint)                    as times,
        cast(told.days as bigint)                       as days,
        usual.shares / people.people                    as usual_share,
        people.people,
        options.options
    from counts
    inner join told on told.customer_id = counts.customer_id and told.habit = counts.habit
    inner join usual on usual.habit = counts.habit and usual.value = counts.value
    inner join people on people.habit = counts.habit
    inner join options on options.habit = counts.habit
)

select * from habit_counts order by habit, customer_id, value
