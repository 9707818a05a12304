-- One row per channel through which somebody came or for which something was paid: what people call it.
-- reads  customers (acquisition_channel), orders (acquisition_source), leads (channel), spend (channel, campaign), spend_channels (channel, campaign, spend_key)
-- grain  channel
with

written as (
    select
        same_name(acquisition_channel)          as channel,
        acquisition_channel                     as name,
        1                                       as place
    from customers
    union all
    select
        same_name(acquisition_source)           as channel,
        acquisition_source                      as name,
        2                                       as place
    from orders
    union all
    select
        same_name(channel)                      as channel,
        channel                                 as name,
        3                                       as place
    from leads
    union all
    select
        spend_channels.spend_key                as channel,
        case when same_name(spend.channel) = spend_channels.spend_key then spend.channel else spend.campaign end as name,
        4                                       as place
    from spend
    inner join spend_channels
        on spend_channels.channel is not distinct from spend.channel
        and spend_channels.campaign is not distinct from spend.campaign
),

counted as (
    select
        channel,
        trim(name)                              as name,
        place,
        count(*)                                as times
    from written
    where channel is not null
    group by channel, trim(name), place
),

channel_names as (
    select
        channel,
        name
    from counted
    qualify row_number() over (partition by channel order by place, times desc nulls last, name) = 1
)

select * from channel_names
