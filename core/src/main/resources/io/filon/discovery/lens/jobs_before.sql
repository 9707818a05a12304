-- One row per customer of outcomes and attribute: what visits before the outcome window were for: mostly (usual_job), and the last time that it could be told (last_job).
-- reads  session_jobs (session_id, customer_id, started_at, job), outcomes (customer_id), outcome_window (from_on), units, run (zone)
-- grain  customer_id, attribute
with

before as (
    select
        outcomes.customer_id,
        session_jobs.session_id,
        session_jobs.started_at,
        session_jobs.job
    from session_jobs
    cross join run
    cross join outcome_window
    left join units on units.customer_id = session_jobs.customer_id
    inner join outcomes on outcomes.customer_id = coalesce(units.unit_id, session_jobs.customer_id)
    where session_jobs.job <> 'unclear' and day_in(session_jobs.started_at, run.zone) < outcome_window.from_on
),

times as (
    select
        customer_id,
        job,
        count(*)                                                as sessions,
        count(*) over (partition by customer_id, count(*))      as as_often,
        rank() over (partition by customer_id order by count(*) desc) as place
    from before
    group by customer_id, job
),

latest as (
    select customer_id, job
    from before
    qualify row_number() over (partition by customer_id order by started_at desc nulls last, session_id desc) = 1
),

jobs_before as (
    select customer_id, 'usual_job' as attribute, job as value
    from times
    where place = 1 and as_often = 1 and sessions > 1
    union all
    select customer_id, 'last_job' as attribute, job as value
    from latest
)

select * from jobs_before
