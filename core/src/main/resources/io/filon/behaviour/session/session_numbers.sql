-- One row per piece of a session: the number of its session, and whether the session is that one piece. A visitor's pause longer than the gap begins another, unless
-- the files number the sessions themselves.
-- reads  session_pieces (left_out, visitor, customer_id, stated_session, slot, first_at, last_at), session_settings (gap_minutes)
-- grain  visitor, stated_session, slot
with

beginnings as (
    select
        session_pieces.visitor,
        session_pieces.stated_session,
        session_pieces.slot,
        session_pieces.customer_id,
        session_pieces.first_at,
        case
            when micros_between(
                lag(session_pieces.last_at) over (
                    partition by session_pieces.visitor, session_pieces.stated_session
                    order by session_pieces.slot nulls first),
                session_pieces.first_at) <= session_settings.gap_minutes * 60 * 1000000
            then 0
            else 1
        end                                                     as begins
    from session_pieces
    cross join session_settings
    where session_pieces.left_out is null
),

session_numbers as (
    select
        cast(sum(begins) over (
            order by visitor nulls first, stated_session nulls first, slot nulls first
            rows between unbounded preceding and current row) as bigint) as session_id,
        begins = 1 and lead(begins, 1, 1) over (
            order by visitor nulls first, stated_session nulls first, slot nulls first) = 1 as is_whole,
        visitor,
        stated_session,
        slot,
        customer_id,
        first_at
    from beginnings
)

select * from session_numbers
