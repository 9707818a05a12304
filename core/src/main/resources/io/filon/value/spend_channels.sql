-- One row per channel and campaign as the files of spend write them: the channel it counts for.
-- Spend goes by its channel where buyers name that channel, else by its campaign.
-- reads  spend (campaign, channel), acquired (channel)
-- grain  channel, campaign
with

named as (
    select distinct channel
    from acquired
    where channel is not null
),

channels as (
    select distinct
        channel,
        campaign,
        same_name(channel)                                  as by_channel,
        same_name(campaign)                                 as by_campaign
    from spend
),

spend_channels as (
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
)

select * from spend_channels
