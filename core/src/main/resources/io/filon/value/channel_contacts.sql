-- One row per paid channel: who made contact through it between its first and last month of spend and has not bought.
-- reads  channel_spend (channel, spent_month), customers (customer_id, acquisition_channel, created_on), units, buyers (customer_id), leads (lead_id, customer_id, channel, campaign, created_on)
-- grain  channel
with

spans as (
    select
        channel,
        min(spent_month) as first_month,
        max(spent_month) as last_month
    from channel_spend
    where channel is not null
    group by channel
),

people as (
    select
        coalesce(units.unit_id, customers.customer_id)                      as customer_id,
        min(same_name(customers.acquisition_channel))                       as channel,
        min(customers.created_on)                                           as created_on
    from customers
    left join units on units.customer_id = customers.customer_id
    group by all
),

known as (
    select
        people.customer_id,
        people.channel,
        people.created_on                                                   as met_on
    from people
    where not exists (select 1 from buyers where buyers.customer_id = people.customer_id)
),

contacts as (
    select
        known.channel,
        'customer ' || known.customer_id                                    as contact,
        known.met_on
    from known
    union all
    select
        coalesce(by_channel.channel, by_campaign.channel)                   as channel,
        coalesce('customer ' || leads.customer_id, 'lead ' || leads.lead_id) as contact,
        leads.created_on                                                    as met_on
    from leads
    left join spans as by_channel on by_channel.channel = same_name(leads.channel)
    left join spans as by_campaign on by_campaign.channel = same_name(leads.campaign)
    where not exists (select 1 from buyers where buyers.customer_id = leads.customer_id)
),

channel_contacts as (
    select
        spans.channel,
        count(distinct contacts.contact)                                    as not_bought
    from contacts
    inner join spans on spans.channel = contacts.channel
    where spans.first_month is null
        or month_of(contacts.met_on) between spans.first_month and spans.last_month
    group by spans.channel
)

select * from channel_contacts
