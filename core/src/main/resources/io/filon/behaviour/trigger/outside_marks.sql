-- One row per measure of the world outside, side, place and day that was unusual for the place and the time of year: in the highest or lowest fifth of its days of that month of the year, or a word that half of its days or fewer have. Twelve measures at most.
-- reads  outside_days (noted_on, place, measure, number, word), run (as_of)
-- grain  kind, name, place, marked_day
with

told as (
    select
        outside_days.*,
        extract(month from outside_days.noted_on)               as month_of_year
    from outside_days
    cross join run
    where outside_days.noted_on <= run.as_of
    qualify dense_rank() over (order by outside_days.measure) <= 12
),

limits as (
    select
        place,
        measure,
        month_of_year,
        percentile_cont(0.2) within group (order by number)                              as low,
        median(number)                                          as middle,
        percentile_cont(0.8) within group (order by number)                              as high
    from told
    where number is not null
    group by place, measure, month_of_year
    having count(*) >= 20
),

figures as (
    select
        case when told.number > limits.middle then 'day_high' else 'day_low' end as kind,
        told.measure                                            as name,
        told.place,
        told.noted_on
    from told
    inner join limits on limits.place = told.place and limits.measure = told.measure
        and limits.month_of_year = told.month_of_year
    where (told.number >= limits.high and told.number > limits.middle)
        or (told.number <= limits.low and told.number < limits.middle)
),

words as (
    select
        'day_word'                                              as kind,
        measure || ': ' || word                                 as name,
        place,
        noted_on
    from told
    where word is not null
    qualify count(*) over (partition by measure, place, word) >= 10
        and count(*) over (partition by measure, place, word) * 2 <= count(*) over (partition by measure, place)
),

every_one as (
    select * from figures
    union all
    select * from words
),

outside_marks as (
    select
        kind,
        name,
        place,
        day_number(noted_on)                                    as marked_day
    from every_one
)

select * from outside_marks order by kind, name, place, marked_day
