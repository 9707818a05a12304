-- One row per channel and month: what was spent up to the run's date, less what customers state as their own cost.
-- reads  spend (campaign, channel, spent_on, amount), spend_channels (channel, campaign, spend_key), acquired (channel, acquired_month, stated_cost), run (as_of)
-- grain  channel, spent_month
with

stated as (
    select
        channel,
        acquired_month,
        sum(stated_cost)                                    as stated_cost
    from acquired
    where channel is not null and stated_cost is not null
    group by channel, acquired_month
),

spent as (
    select
        spend_channels.spend_key                            as channel,
        month_of(spend.spent_on)                            as spent_month,
        cast(coalesce(sum(spend.amount), 0) as decimal(18, 4)) as spent
    from spend
    cross join run
    inner join spend_channels
        on spend_channels.channel is not distinct from spend.channel
        and spend_channels.campaign is not distinct from spend.campaign
    where coalesce(spend.spent_on, run.as_of) <= run.as_of
    group by spend_channels.spend_key, month_of(spend.spent_on)
),

channel_spend as (
    select
        spent.channel,
        spent.spent_month,
        spent.spent,
        cast(greatest(spent.spent - coalesce(stated.stated_cost, 0), 0) as decimal(18, 4)) as to_share
    from spent
    left join stated on stated.channel = spent.channel and stated.acquired_month = spent.spent_month
)

select * from channel_spend
