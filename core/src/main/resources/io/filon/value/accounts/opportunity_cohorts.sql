-- One row per opportunity: the month it began in, or the quarter where they began over more than 18 months.
-- reads  opportunities (opportunity_id, opened_on, ended, followed_days)
-- grain  opportunity_id
with

span as (
    select days_between(min(opened_on), max(opened_on)) > 548 as long
    from opportunities
),

opportunity_cohorts as (
    select
        opportunities.opportunity_id,
        case when span.long then quarter_of(opportunities.opened_on) else month_of(opportunities.opened_on) end as cohort,
        opportunities.opened_on,
        opportunities.ended,
        cast(opportunities.followed_days as integer)    as followed_days
    from opportunities
    cross join span
)

select * from opportunity_cohorts order by cohort, opportunity_id
