-- One row per channel that cost something: what was paid, whom it brought, what they left so far, and what became of those known for the whole star window.
-- reads  channel_spend, acquired (customer_id, channel, stated_cost), acquisition, customer_facts, customer_ledger, channel_contacts, channel_months, spend, spend_channels (channel, campaign, spend_key), run (as_of)
-- grain  channel
with

costs as (
    select
        channel,
        to_share as cost
    from channel_spend
    union all
    select
        channel,
        stated_cost as cost
    from acquired
    where stated_cost is not null
),

spent as (
    select
        channel,
        sum(cost) as spent
    from costs
    where channel is not null
    group by channel
),

advertised as (
    select
        spend_channels.spend_key            as channel,
        sum(spend.amount)                   as advertised,
        sum(spend.clicks)                   as clicks,
        sum(spend.conversion_value)         as claimed_value
    from spend
    cross join run
    inner join spend_channels
        on spend_channels.channel is not distinct from spend.channel
        and spend_channels.campaign is not distinct from spend.campaign
    where coalesce(spend.spent_on, run.as_of) <= run.as_of
    group by spend_channels.spend_key
),

brought as (
    select
        acquired.channel,
        count(*)                                                                        as customers,
        sum(acquisition.acquisition_cost)                                               as charged,
        sum(customer_ledger.net_sales)                                                  as net_sales,
        sum(customer_ledger.contribution)                                               as contribution,
        count(*) filter (where customer_facts.present_whole_window)                     as known_customers,
        sum(case when customer_facts.present_whole_window then acquisition.acquisition_cost else 0 end) as known_charged,
        count(*) filter (where customer_facts.star)                                     as stars
    from acquisition
    inner join acquired on acquired.customer_id = acquisition.customer_id
    inner join customer_facts on customer_facts.customer_id = acquisition.customer_id
    inner join customer_ledger on customer_ledger.customer_id = acquisition.customer_id
    where acquisition.acquisition_cost > 0
    group by acquired.channel
),

months as (
    -- under ten customers an average says little
    select
        channel_months.channel,
        min(case when channel_months.earned_per_customer >= ratio(brought.charged, brought.customers)
            then channel_months.months end)                                             as payback_months,
        max(channel_months.months)                                                      as followed_months
    from channel_months
    inner join brought on brought.channel = channel_months.channel
    where channel_months.customers >= 10
    group by channel_months.channel
),

channel_economics as (
    select
        spent.channel,
        cast(spent.spent as decimal(18, 4))                                             as spent,
        cast(advertised.clicks as bigint)                                               as clicks,
        -- where only buyers are known, nobody wrote down who asked
        channel_contacts.not_bought + coalesce(brought.customers, 0)                    as contacts,
        coalesce(brought.customers, 0)                                                  as customers,
        cast(coalesce(brought.net_sales, 0) as decimal(18, 4))                          as net_sales,
        cast(coalesce(brought.contribution, 0) as decimal(18, 4))                       as contribution,
        coalesce(brought.known_customers, 0)                                            as known_customers,
        cast(coalesce(brought.known_charged, 0) as decimal(18, 4))                      as known_spent,
        coalesce(brought.stars, 0)                                                      as stars,
        months.payback_months,
        months.followed_months,
        ratio(advertised.claimed_value, advertised.advertised)                          as claimed_roas
    from spent
    left join brought on brought.channel = spent.channel
    left join channel_contacts on channel_contacts.channel = spent.channel
    left join months on months.channel = spent.channel
    left join advertised on advertised.channel = spent.channel
    where spent.spent > 0
)

select * from channel_economics order by spent desc nulls last, channel
