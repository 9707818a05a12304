-- One row per opportunity with a known beginning: a deal, or where files have only won deals, the lead it may come from. Its end is won, lost or not yet.
-- A deal without a beginning takes that of its lead; what closed after the run's date is still open.
-- reads  deals, leads (lead_id, customer_id, created_on), accounts (account_id, sector), run (as_of)
-- grain  opportunity_id
with

only_won as (
    select count(*) > 0 and bool_and(state = 'won') as so
    from deals
),

-- one row a lead, by its own id and by its customer's
lead_days as (
    select lead_id as id, min(created_on) as created_on
    from leads
    where lead_id is not null and created_on is not null
    group by lead_id
    union
    select customer_id as id, min(created_on) as created_on
    from leads
    where lead_id is null and customer_id is not null and created_on is not null
    group by customer_id
),

begun as (
    select
        deals.deal_id                                               as opportunity_id,
        coalesce(deals.account_id, deals.customer_id)               as account_id,
        coalesce(deals.lead_id, deals.customer_id)                  as lead_id,
        deals.state,
        deals.amount,
        coalesce(deals.opened_on, lead_days.created_on)             as opened_on,
        deals.closed_on
    from deals
    left join lead_days on lead_days.id = coalesce(deals.lead_id, deals.customer_id)
),

waiting as (
    select
        lead_days.id                                                as opportunity_id,
        lead_days.id                                                as account_id,
        lead_days.id                                                as lead_id,
        'open'                                                      as state,
        cast(null as decimal(18, 4))                                as amount,
        lead_days.created_on                                        as opened_on,
        cast(null as date)                                          as closed_on
    from lead_days
    cross join only_won
    where only_won.so and not exists (select 1 from begun where begun.lead_id = lead_days.id)
),

together as (
    select * from begun
    union all
    select * from waiting
),

opportunities as (
    select
        together.opportunity_id,
        together.account_id,
        together.amount,
        together.opened_on,
        case when together.state in ('won', 'lost') and together.closed_on <= run.as_of then together.state else 'open' end as ended,
        case when together.state in ('won', 'lost') and together.closed_on <= run.as_of
            then greatest(0, days_between(together.opened_on, together.closed_on))
            else days_between(together.opened_on, run.as_of) end    as followed_days
    from together
    cross join run
    where together.opened_on <= run.as_of
        -- closed, but nobody says when
        and not (together.state in ('won', 'lost') and together.closed_on is null)
)

select * from opportunities
