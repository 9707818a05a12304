-- One row per customer with a session: what they came for last and what they usually come for. A job is usual that is
-- behind two or more of the sessions read, and more of them than any other; current, that of the last 90 days.
-- reads  session_jobs (session_id, customer_id, started_at, job, about), units (customer_id, unit_id), run (as_of_end)
-- grain  customer_id
with

visits as (
    select
        coalesce(units.unit_id, session_jobs.customer_id)       as customer_id,
        session_jobs.session_id,
        session_jobs.started_at,
        case when session_jobs.job <> 'unclear' then session_jobs.job end as job,
        session_jobs.about
    from session_jobs
    cross join run
    left join units on units.customer_id = session_jobs.customer_id
    where session_jobs.customer_id is not null and session_jobs.started_at <= run.as_of_end
),

times as (
    select
        customer_id,
        job,
        count(*)                                                as sessions,
        rank() over (partition by customer_id order by count(*) desc) as place,
        count(*) over (partition by customer_id, count(*))      as as_often
    from visits
    where job is not null
    group by customer_id, job
),

latest as (
    select
        visits.customer_id,
        visits.job,
        visits.about,
        visits.started_at,
        row_number() over (
            partition by visits.customer_id order by visits.started_at desc, visits.session_id desc) as place
    from visits
    cross join run
    where visits.job is not null and days_between(visits.started_at, run.as_of_end) <= 90
),

counted as (
    select
        customer_id,
        count(*)                                                as sessions,
        count(job)                                              as decided
    from visits
    group by customer_id
),

customer_jobs as (
    select
        counted.customer_id,
        latest.job                                              as current_job,
        latest.about                                            as current_about,
        latest.started_at                                       as current_at,
        times.job                                               as usual_job,
        times.sessions                                          as usual_sessions,
        counted.decided,
        counted.sessions
    from counted
    left join latest on latest.customer_id = counted.customer_id and latest.place = 1
    left join times on times.customer_id = counted.customer_id and times.place = 1 and times.as_often = 1
        and times.sessions >= 2
)

select * from customer_jobs order by customer_id
