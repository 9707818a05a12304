-- One row per channel whose spend no customer can be charged with: all of it, and what was spent in the star window (whole months).
-- reads  channel_spend (channel, spent_month, to_share), acquisition (customer_id, acquisition_cost), acquired (customer_id, channel, stated_cost), star_window (from_on)
-- grain  channel
with

charged as (
    select
        acquired.channel,
        sum(acquisition.acquisition_cost - coalesce(acquired.stated_cost, 0)) as charged
    from acquisition
    inner join acquired on acquired.customer_id = acquisition.customer_id
    group by acquired.channel
),

spent as (
    select
        channel_spend.channel,
        sum(channel_spend.to_share)                                     as spent,
        sum(case when coalesce(channel_spend.spent_month >= month_of(star_window.from_on), true)
            then channel_spend.to_share else 0 end)                     as spent_window
    from channel_spend
    cross join star_window
    group by channel_spend.channel
),

loose_spend as (
    select
        spent.channel,
        cast(spent.spent - coalesce(charged.charged, 0) as decimal(18, 4)) as loose,
        -- no more of it can have been spent in the window than was spent there at all
        cast(least(spent.spent - coalesce(charged.charged, 0), spent.spent_window) as decimal(18, 4)) as loose_window
    from spent
    left join charged on charged.channel is not distinct from spent.channel
)

select * from loose_spend where loose > 0
