-- One row per customer of outcomes who visited before the outcome window: what was done on site until then, nothing of what was bought there.
-- reads  sessions, session_jobs (session_id, job), outcomes (customer_id), outcome_window (from_on), units
-- grain  customer_id
with

before as (
    select
        outcomes.customer_id,
        cast(sessions.started_local as date)                    as visited_on,
        outcome_window.from_on,
        sessions.hour,
        sessions.seconds,
        sessions.device,
        sessions.product_views,
        sessions.categories,
        sessions.searches,
        sessions.lists,
        sessions.filters + sessions.comparisons                 as choosing,
        sessions.downloads + sessions.videos + sessions.reviews as reading,
        sessions.chats + sessions.support_views                 as asking,
        sessions.wishlists,
        case when session_jobs.job <> 'unclear' then session_jobs.job end as job
    from sessions
    cross join outcome_window
    left join units on units.customer_id = sessions.customer_id
    inner join outcomes on outcomes.customer_id = coalesce(units.unit_id, sessions.customer_id)
    left join session_jobs on session_jobs.session_id = sessions.session_id
    where cast(sessions.started_local as date) < outcome_window.from_on
),

added as (
    select
        customer_id,
        count(*)                                                as visits,
        count(distinct visited_on)                              as days,
        days_between(max(visited_on), min(from_on))             as days_since,
        sum(product_views)                                      as product_views,
        sum(categories)                                         as categories,
        sum(searches)                                           as searches,
        sum(lists)                                              as lists,
        sum(choosing)                                           as choosing,
        sum(reading)                                            as reading,
        sum(asking)                                             as asking,
        sum(wishlists)                                          as wishlists,
        avg(seconds)                                            as seconds,
        avg(case when hour >= 18 or hour < 6 then 1 else 0 end) as evenings
    from before
    group by customer_id
),

devices as (
    select customer_id, device, count(*) as times
    from before
    where device is not null
    group by customer_id, device
),

most_devices as (
    select customer_id, device
    from devices
    qualify row_number() over (partition by customer_id order by times desc, device) = 1
),

jobs as (
    select customer_id, job, count(*) as times
    from before
    where job is not null
    group by customer_id, job
),

most_jobs as (
    select customer_id, job
    from jobs
    qualify row_number() over (partition by customer_id order by times desc, job) = 1
),

block_visits as (
    select
        added.*,
        most_devices.device,
        most_jobs.job
    from added
    left join most_devices on most_devices.customer_id = added.customer_id
    left join most_jobs on most_jobs.customer_id = added.customer_id
)

select * from block_visits
