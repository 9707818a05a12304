-- One row per stage, campaign and quarter in which some were contacted and some held out at random, five at least of each: how many answered. Only groups that look drawn by chance.
-- reads  contact_stages (stage, campaign, sent_quarter, is_control, answered), campaign_balance (campaign, balance_z)
-- grain  stage, campaign, sent_quarter
with

arms as (
    select
        contact_stages.stage,
        contact_stages.campaign,
        contact_stages.sent_quarter,
        count(*) filter (where not contact_stages.is_control)                           as contacted,
        count(*) filter (where contact_stages.is_control)                               as held_out,
        count(*) filter (where not contact_stages.is_control and contact_stages.answered) as answered_contacted,
        count(*) filter (where contact_stages.is_control and contact_stages.answered)   as answered_held_out
    from contact_stages
    inner join campaign_balance on campaign_balance.campaign = contact_stages.campaign
    where abs(campaign_balance.balance_z) <= 3.5
    group by contact_stages.stage, contact_stages.campaign, contact_stages.sent_quarter
),

contact_strata as (
    select
        arms.*,
        ratio(answered_contacted, contacted)                                            as rate_contacted,
        ratio(answered_held_out, held_out)                                              as rate_held_out,
        cast(contacted as double) * held_out / (contacted + held_out)                   as weight
    from arms
    where contacted >= 5 and held_out >= 5
)

select * from contact_strata order by stage, campaign, sent_quarter
