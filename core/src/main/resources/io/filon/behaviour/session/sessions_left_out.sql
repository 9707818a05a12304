-- One row per reason why events are in no session: robots, staff, nobody known, clocks that are wrong, no visit at all.
-- reads  session_pieces (left_out, events), session_totals (events, too_fast)
-- grain  reason
with

counted as (
    select
        left_out                                                as reason,
        events
    from session_pieces
    where left_out is not null
    union all
    select
        'too_fast'                                              as reason,
        events
    from session_totals
    where too_fast
),

sessions_left_out as (
    select
        reason,
        cast(sum(events) as bigint)                             as events
    from counted
    group by reason
)

select * from sessions_left_out order by reason
