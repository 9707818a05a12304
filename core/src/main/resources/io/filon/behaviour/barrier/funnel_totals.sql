-- One row per step of the funnel: visits that reached it, left there, and bought in the end.
-- reads  session_funnel
-- grain  depth
with

funnel_totals as (
    select
        step,
        depth,
        count(*)                                    as visits,
        count(distinct visitor)                     as visitors,
        count(*) filter (where left_here)           as gone,
        count(*) filter (where bought)              as bought
    from session_funnel
    group by step, depth
)

select * from funnel_totals order by depth
