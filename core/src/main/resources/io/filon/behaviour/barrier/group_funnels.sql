-- One row per group and step: how many visits reached it and left there, in the group and among all others, with what errors need (visits of one visitor are not independent).
-- reads  session_funnel, behaviour_groups, units (customer_id, unit_id)
-- grain  kind, group_name, depth
with

by_visitor as (
    select
        session_funnel.visitor,
        coalesce(units.unit_id, session_funnel.customer_id)             as customer_id,
        session_funnel.device,
        session_funnel.source,
        session_funnel.step,
        session_funnel.depth,
        count(*)                                                        as visits,
        count(*) filter (where session_funnel.left_here)                as gone,
        count(*) filter (where session_funnel.bought)                   as bought
    from session_funnel
    left join units on units.customer_id = session_funnel.customer_id
    group by all
),

told as (
    select 'device' as kind, device as group_name, visitor, step, depth, visits, gone, bought
    from by_visitor
    where device is not null
    union all
    select 'source' as kind, source as group_name, visitor, step, depth, visits, gone, bought
    from by_visitor
    where source is not null
    union all
    select
        behaviour_groups.kind,
        behaviour_groups.group_name,
        by_visitor.visitor,
        by_visitor.step,
        by_visitor.depth,
        by_visitor.visits,
        by_visitor.gone,
        by_visitor.bought
    from by_visitor
    inner join behaviour_groups on behaviour_groups.customer_id = by_visitor.customer_id
),

people as (
    select
        kind,
        group_name,
        step,
        depth,
        visitor,
        sum(visits)     as visits,
        sum(gone)       as gone,
        sum(bought)     as bought
    from told
    group by kind, group_name, step, depth, visitor
),

-- a kind's others are those of the same kind, so that whoever is known is compared with whoever is known
sums as (
    select
        kind,
        group_name,
        step,
        depth,
        count(*)                    as visitors,
        sum(visits)                 as visits,
        sum(gone)                   as gone,
        sum(bought)                 as bought,
        sum(gone * gone)            as gone_gone,
        sum(gone * visits)          as gone_visits,
        sum(visits * visits)        as visits_visits
    from people
    group by kind, group_name, step, depth
),

families as (
    select *, case when kind = 'trait' then split_part(group_name, ': ', 1) else kind end as family
    from sums
),

totals as (
    select
        family,
        kind,
        depth,
        sum(visitors)               as visitors,
        sum(visits)                 as visits,
        sum(gone)                   as gone,
        sum(bought)                 as bought,
        sum(gone_gone)              as gone_gone,
        sum(gone_visits)            as gone_visits,
        sum(visits_visits)          as visits_visits
    from families
    group by family, kind, depth
),

everybody as (
    select
        depth,
        count(*)                    as visitors,
        sum(visits)                 as visits,
        sum(gone)                   as gone,
        sum(bought)                 as bought,
        sum(gone * gone)            as gone_gone,
        sum(gone * visits)          as gone_visits,
        sum(visits * visits)        as visits_visits
    from (select visitor, depth, sum(visits) as visits, sum(gone) as gone, sum(bought) as bought
        from by_visitor group by visitor, depth) visitors
    group by depth
),

group_funnels as (
    select
        families.kind,
        families.group_name,
        families.step,
        families.depth,
        families.visitors,
        families.visits,
        families.gone,
        families.bought,
        families.gone_gone,
        families.gone_visits,
        families.visits_visits,
        case when families.kind = 'segment' then everybody.visitors else totals.visitors end - families.visitors as other_visitors,
        case when families.kind = 'segment' then everybody.visits else totals.visits end - families.visits as other_visits,
        case when families.kind = 'segment' then everybody.gone else totals.gone end - families.gone as other_gone,
        case when families.kind = 'segment' then everybody.bought else totals.bought end - families.bought as other_bought,
        case when families.kind = 'segment' then everybody.gone_gone else totals.gone_gone end - families.gone_gone as other_gone_gone,
        case when families.kind = 'segment' then everybody.gone_visits else totals.gone_visits end - families.gone_visits as other_gone_visits,
        case when families.kind = 'segment' then everybody.visits_visits else totals.visits_visits end - families.visits_visits as other_visits_visits
    from families
    inner join totals on totals.family = families.family and totals.kind = families.kind and totals.depth = families.depth
    inner join everybody on everybody.depth = families.depth
)

select * from group_funnels order by kind, group_name, depth
