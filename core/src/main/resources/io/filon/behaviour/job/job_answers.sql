-- One row per visit whose visitor said what it was for: the only visit of a customer on the day of the answer. Questions count whose answers are, half or more, names of jobs.
-- reads  answers (customer_id, question, answer, answered_on), job_words (plain_name, job), session_jobs (session_id, customer_id, started_at, job, points, next_best), run (zone)
-- grain  session_id
with

said as (
    select
        answers.customer_id,
        answers.question,
        answers.answered_on,
        job_words.job
    from answers
    left join job_words on job_words.plain_name = same_name(answers.answer)
    where answers.answer is not null
),

questions as (
    select question
    from said
    group by question
    having count(job) * 2 >= count(*) and count(distinct job) > 1
),

told as (
    select
        said.customer_id,
        said.answered_on,
        min(said.job)                                           as answered
    from said
    semi join questions on questions.question = said.question
    where said.job is not null and said.customer_id is not null and said.answered_on is not null
    group by said.customer_id, said.answered_on
    having count(distinct said.job) = 1
),

visits as (
    select
        session_jobs.*,
        day_in(session_jobs.started_at, run.zone)               as visited_on
    from session_jobs
    cross join run
    where session_jobs.customer_id is not null
),

alone as (
    select
        visits.*,
        count(*) over (partition by visits.customer_id, visits.visited_on) as that_day
    from visits
    semi join told on told.customer_id = visits.customer_id and told.answered_on = visits.visited_on
),

job_answers as (
    select
        alone.session_id,
        alone.started_at,
        alone.job                                               as told,
        alone.points,
        coalesce(alone.next_best, 0)                            as next_best,
        told.answered
    from alone
    inner join told on told.customer_id = alone.customer_id and told.answered_on = alone.visited_on
    where alone.that_day = 1
)

select * from job_answers order by started_at nulls last, session_id
