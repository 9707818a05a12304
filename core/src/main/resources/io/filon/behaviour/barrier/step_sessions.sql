-- One row per visit of a customer who bought in some visits and not in others, the latest forty each: what was done in it.
-- reads  sessions (session_id, customer_id, started_at, purchases, searches, empty_searches, comparisons, filters, lists, downloads, videos, chats, support_views, errors, slow_pages)
-- grain  session_id
with

told as (
    select
        session_id,
        customer_id,
        purchases > 0           as bought,
        searches > 0            as searched,
        empty_searches > 0      as empty_search,
        comparisons > 0         as compared,
        filters > 0             as filtered,
        lists > 0               as listed,
        downloads > 0           as downloaded,
        videos > 0              as watched,
        chats > 0               as chatted,
        support_views > 0       as asked_help,
        errors > 0              as error_seen,
        slow_pages > 0          as slow_page,
        row_number() over (partition by customer_id order by started_at desc nulls last, session_id) as place
    from sessions
    where customer_id is not null
),

mixed as (
    select customer_id
    from told
    where place <= 40
    group by customer_id
    having count(*) filter (where bought) > 0 and count(*) filter (where not bought) > 0
),

step_sessions as (
    select
        told.session_id,
        told.customer_id,
        told.bought,
        told.searched,
        told.empty_search,
        told.compared,
        told.filtered,
        told.listed,
        told.downloaded,
        told.watched,
        told.chatted,
        told.asked_help,
        told.error_seen,
        told.slow_page
    from told
    semi join mixed on mixed.customer_id = told.customer_id
    where told.place <= 40
)

select * from step_sessions order by customer_id, bought desc nulls last, session_id
