-- One row per session numbered by a file in which some events say who and some do not, and only one is named: whose it is.
-- reads  events (customer_id, anonymous_id, session_id)
-- grain  session_id
with

named as (
    select
        session_id,
        min(coalesce(customer_id, anonymous_id))                as visitor,
        max(coalesce(customer_id, anonymous_id))                as other_visitor,
        count(*) filter (where coalesce(customer_id, anonymous_id) is null) as nobodys
    from events
    where session_id is not null
    group by session_id
),

session_owners as (
    select
        session_id,
        visitor
    from named
    where visitor = other_visitor and nobodys > 0
)

select * from session_owners
