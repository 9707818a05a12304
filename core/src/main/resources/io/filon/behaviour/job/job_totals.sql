-- One row per job, and one for what is unclear: sessions, who had them, and how many bought.
-- reads  session_jobs (job, visitor, customer_id, outcome), customer_jobs (current_job, usual_job)
-- grain  job
with

sessions as (
    select
        job,
        count(*)                                                as sessions,
        count(distinct visitor)                                 as visitors,
        count(*) filter (where outcome = 'purchase')            as purchases
    from session_jobs
    group by job
),

now as (
    select
        current_job                                             as job,
        count(*)                                                as customers
    from customer_jobs
    where current_job is not null
    group by current_job
),

usually as (
    select
        usual_job                                               as job,
        count(*)                                                as customers
    from customer_jobs
    where usual_job is not null
    group by usual_job
),

job_totals as (
    select
        sessions.job,
        sessions.sessions,
        sessions.visitors,
        sessions.purchases,
        coalesce(now.customers, 0)                              as current_customers,
        coalesce(usually.customers, 0)                          as usual_customers
    from sessions
    left join now on now.job = sessions.job
    left join usually on usually.job = sessions.job
)

select * from job_totals order by sessions desc, job
