-- One row per visit that a file tells as one row, as the sessions made of events are. What such files do not count is 0.
-- reads  visits, session_numbers (session_id), run (as_of_end, zone)
-- grain  session_id
with

last_number as (
    select coalesce(max(session_id), 0) as session_id
    from session_numbers
),

stated_sessions as (
    select
        row_number() over (order by visits.started_at nulls last, visits.source_id, visits.row_no) + last_number.session_id,
        coalesce(visits.customer_id, visits.anonymous_id, 'session ' || coalesce(visits.session_id, visits.source_id || ' ' || visits.row_no)) as visitor,
        visits.customer_id,
        visits.started_at,
        visits.started_at                                       as ended_at,
        local_time(visits.started_at, run.zone)                 as started_local,
        weekday_of(day_in(visits.started_at, run.zone))         as weekday,
        cast(case when visits.started_at <> start_of_day(day_in(visits.started_at, run.zone), run.zone) then extract(hour from local_time(visits.started_at, run.zone)) end as integer) as hour,
        cast(null as varchar)                                   as landing,
        visits.source,
        visits.channel,
        visits.device,
        visits.seconds,
        cast(1 as bigint)                                       as events,
        cast(greatest(coalesce(visits.pages, 0), coalesce(visits.product_pages, 0)) as bigint) as pages,
        cast(0 as bigint)                                       as products,
        cast(0 as bigint)                                       as categories,
        cast(0 as bigint)                                       as most_of_one,
        cast(0 as bigint)                                       as bought_before,
        cast(0 as bigint)                                       as lists,
        cast(0 as bigint)                                       as searches,
        cast(0 as bigint)                                       as empty_searches,
        cast(0 as bigint)                                       as comparisons,
        cast(0 as bigint)                                       as filters,
        cast(coalesce(visits.product_pages, 0) as bigint)       as product_views,
        cast(0 as bigint)                                       as cart_adds,
        cast(0 as bigint)                                       as cart_removes,
        cast(0 as bigint)                                       as cart_views,
        cast(0 as bigint)                                       as wishlists,
        cast(0 as bigint)                                       as reviews,
        cast(0 as bigint)                                       as promotions,
        cast(0 as bigint)                                       as coupons,
        cast(0 as bigint)                                       as account_views,
        cast(0 as bigint)                                       as checkouts,
        cast(0 as bigint)                                       as shipping_steps,
        cast(0 as bigint)                                       as payment_steps,
        cast(case when visits.bought then 1 else 0 end as bigint) as purchases,
        cast(0 as bigint)                                       as downloads,
        cast(0 as bigint)                                       as videos,
        cast(0 as bigint)                                       as chats,
        cast(0 as bigint)                                       as support_views,
        cast(0 as bigint)                                       as errors,
        cast(0 as bigint)                                       as slow_pages,
        cast(null as varchar)                                   as top_category,
        cast(null as varchar)                                   as feature,
        case when visits.bought then 'purchase' when visits.product_pages > 0 then 'product' else 'visit' end as reached,
        case when visits.bought then 'purchase' when coalesce(visits.pages, visits.product_pages) = 1 then 'bounce' else 'left' end as outcome
    from visits
    cross join last_number
    cross join run
    where visits.started_at is null or visits.started_at <= run.as_of_end
)

select * from stated_sessions
