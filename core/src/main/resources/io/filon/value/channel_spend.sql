-- One row per channel and month: what was spent up to the run's date, less what customers state as their own cost.
-- Spend goes by its channel where buyers name that channel, else by its campaign.
-- reads  spend (campaign, channel, spent_on, amount), acquired (channel, acquired_month, stated_cost), run (as_of)
-- grain  channel, spent_month
with

named as (
    select distinct channel
    from acquired
    where channel is not null
),

stated as (
    select
        channel,
        acquired_month,
        sum(stated_cost)                                    as stated_cost
    from acquired
    where channel is not null and stated_cost is not null
    group by channel, acquired_month
),

channels as (
    select distinct
        channel,
        campaign,
        same_name(channel)                                  as by_channel,
        same_name(campaign)                                 as by_campaign
    from spend
),

keyed as (
    select
        channels.channel,
        channels.campaign,
        case
            when by_channel.channel is not null then channels.by_channel
            when by_campaign.channel is not null then channels.by_campaign
            else coalesce(channels.by_channel, channels.by_campaign)
        end                                                 as spend_key
    from channels
    left join named as by_channel on by_channel.channel = channels.by_channel
    left join named as by_campaign on by_campaign.channel = channels.by_campaign
),

spent as (
    select
        keyed.spend_key                                     as channel,
        month_of(spend.spent_on)                            as spent_month,
        cast(coalesce(sum(spend.amount), 0) as decimal(18, 4)) as spent
    from spend
    cross join run
    inner join keyed
        on keyed.channel is not distinct from spend.channel and keyed.campaign is not distinct from spend.campaign
    where coalesce(spend.spent_on, run.as_of) <= run.as_of
    group by keyed.spend_key, month_of(spend.spent_on)
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
