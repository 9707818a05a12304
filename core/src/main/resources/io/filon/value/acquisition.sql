-- One row per buyer that cost something to acquire: stated, or an even part of what the channel cost in the month of the first purchase.
-- A month that brought nobody is shared by all whom the channel brought between its first and last month of spend.
-- reads  acquired, channel_spend (channel, spent_month, to_share)
-- grain  customer_id
with

sharing as (
    select
        customer_id,
        channel,
        acquired_on,
        acquired_month,
        row_number() over (partition by channel, acquired_month order by customer_id)   as place,
        count(*) over (partition by channel, acquired_month)                            as customers
    from acquired
    where channel is not null and stated_cost is null
),

monthly as (
    select
        sharing.customer_id,
        money_part(channel_spend.to_share, sharing.place, sharing.customers)            as cost
    from sharing
    inner join channel_spend
        on channel_spend.channel = sharing.channel and channel_spend.spent_month = sharing.acquired_month
),

left_over as (
    select
        channel_spend.channel,
        min(channel_spend.spent_month)                                                  as first_month,
        max(channel_spend.spent_month)                                                  as last_month,
        cast(sum(case when sharing.channel is null then channel_spend.to_share else 0 end) as decimal(18, 4)) as to_share
    from channel_spend
    left join sharing
        on sharing.channel = channel_spend.channel
        and sharing.acquired_month = channel_spend.spent_month
        and sharing.place = 1
    group by channel_spend.channel
),

pooling as (
    select
        sharing.customer_id,
        left_over.to_share,
        row_number() over (partition by sharing.channel order by sharing.customer_id)   as place,
        count(*) over (partition by sharing.channel)                                    as customers
    from sharing
    inner join left_over on left_over.channel = sharing.channel
    where left_over.to_share > 0
        and (left_over.first_month is null
            or sharing.acquired_month between left_over.first_month and left_over.last_month)
),

parts as (
    select
        customer_id,
        cost
    from monthly
    union all
    select
        customer_id,
        money_part(to_share, place, customers) as cost
    from pooling
    union all
    select
        customer_id,
        stated_cost as cost
    from acquired
    where stated_cost is not null
),

acquisition as (
    select
        parts.customer_id,
        acquired.acquired_on,
        cast(sum(parts.cost) as decimal(18, 4))                                         as acquisition_cost
    from parts
    inner join acquired on acquired.customer_id = parts.customer_id
    group by parts.customer_id, acquired.acquired_on
)

select * from acquisition
