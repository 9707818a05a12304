-- One row per reason why events are in no session: robots, staff, nobody known, clocks that are wrong, no visit at all.
-- reads  session_pieces (left_out, events), sessions (session_id, events), session_numbers (session_id)
-- grain  reason
with

counted as (
    select
        coalesce(left_out, 'too_fast')                          as reason,
        sum(events)                                             as events
    from session_pieces
    group by coalesce(left_out, 'too_fast')
),

kept as (
    select coalesce(sum(sessions.events), 0) as events
    from sessions
    semi join session_numbers on session_numbers.session_id = sessions.session_id
),

sessions_left_out as (
    select
        counted.reason,
        cast(counted.events - case when counted.reason = 'too_fast' then kept.events else 0 end as bigint) as events
    from counted
    cross join kept
)

select * from sessions_left_out where events > 0 order by reason
