-- One row per person or account that bought, may buy or was seen anywhere, with what the customer files say.
-- reads  in_customers (customer_key), order_heads (customer_id), in_deals (customer_key), in_leads (customer_key), in_events (customer_key), in_tickets (customer_key), in_returns (customer_key), in_subscriptions (customer_key), in_touches (customer_key), in_answers (customer_key), in_consents (customer_key), in_reviews (customer_key), in_visits (customer_key), in_accounts (account_id), in_sources (source_id, position), identities (key, customer_id)
-- grain  customer_id
with

stated as (
    select
        coalesce(identities.customer_id, in_customers.customer_key) as owner_id,
        in_customers.*,
        in_sources.position * 1000000000000 + in_customers.row_no as given
    from in_customers
    join in_sources on in_customers.source_id = in_sources.source_id
    left join identities on in_customers.customer_key = identities.key
),

repeated as (
    select distinct owner_id
    from stated
    where merged
),

told_once as (
    select
        stated.owner_id as customer_id,
        stated.email,
        stated.phone,
        stated.name,
        stated.created_on,
        stated.birth_on,
        stated.gender,
        stated.country,
        stated.region,
        stated.city,
        stated.postal_code,
        stated.acquisition_channel,
        stated.acquisition_cost,
        stated.account_id,
        stated.company,
        stated.tags,
        stated.is_staff
    from stated
    left join repeated on stated.owner_id = repeated.owner_id
    where repeated.owner_id is null
),

told_often as (
    select
        stated.owner_id as customer_id,
        max_by(email, given) filter (where email is not null)                   as email,
        max_by(phone, given) filter (where phone is not null)                   as phone,
        max_by(name, given) filter (where name is not null)                     as name,
        min(created_on)                                                         as created_on,
        max_by(birth_on, given) filter (where birth_on is not null)             as birth_on,
        max_by(gender, given) filter (where gender is not null)                 as gender,
        max_by(country, given) filter (where country is not null)               as country,
        max_by(region, given) filter (where region is not null)                 as region,
        max_by(city, given) filter (where city is not null)                     as city,
        max_by(postal_code, given) filter (where postal_code is not null)       as postal_code,
        max_by(acquisition_channel, given) filter (where acquisition_channel is not null) as acquisition_channel,
        max_by(acquisition_cost, given) filter (where acquisition_cost is not null) as acquisition_cost,
        max_by(account_id, given) filter (where account_id is not null)         as account_id,
        max_by(company, given) filter (where company is not null)               as company,
        max_by(tags, given) filter (where tags is not null)                     as tags,
        bool_or(is_staff)                                                       as is_staff
    from stated
    join repeated on stated.owner_id = repeated.owner_id
    group by stated.owner_id
),

described as (
    select * from told_once
    union all
    select * from told_often
),

buyers as (
    -- who sends orders to several places is of none of them
    select
        order_heads.customer_id,
        max(order_heads.email)              as email,
        max(order_heads.phone)              as phone,
        max(order_heads.name)               as name,
        case when min(order_heads.country) = max(order_heads.country) then max(order_heads.country) end as country,
        case when min(order_heads.region) = max(order_heads.region) then max(order_heads.region) end as region,
        case when min(order_heads.city) = max(order_heads.city) then max(order_heads.city) end as city,
        case when min(order_heads.postal_code) = max(order_heads.postal_code) then max(order_heads.postal_code) end as postal_code,
        max(order_heads.account_id)         as account_id,
        max(order_heads.company)            as company
    from order_heads
    left join described on order_heads.customer_id = described.customer_id
    where
        order_heads.customer_id is not null
        and described.customer_id is null
    group by order_heads.customer_id
),

prospects as (
    select
        coalesce(identities.customer_id, in_leads.customer_key) as customer_id,
        max(in_leads.email)                 as email,
        max(in_leads.country)               as country,
        max(in_leads.company)               as company,
        min(in_leads.created_on)            as created_on,
        max(in_leads.channel)               as acquisition_channel
    from in_leads
    left join identities on in_leads.customer_key = identities.key
    where not in_leads.merged
    group by coalesce(identities.customer_id, in_leads.customer_key)
),

dealers as (
    select
        coalesce(identities.customer_id, in_deals.customer_key) as customer_id,
        max(in_deals.email)                 as email,
        max(in_deals.account_id)            as account_id,
        max(in_accounts.name)               as company,
        max(in_accounts.country)            as country,
        max(in_accounts.region)             as region
    from in_deals
    left join identities on in_deals.customer_key = identities.key
    left join in_accounts on in_deals.account_id = in_accounts.account_id and not in_accounts.merged
    where in_deals.customer_key is not null and not in_deals.merged
    group by coalesce(identities.customer_id, in_deals.customer_key)
),

mentions as (
    select customer_key from in_events group by customer_key
    union
    select customer_key from in_tickets
    union
    select customer_key from in_returns
    union
    select customer_key from in_subscriptions
    union
    select customer_key from in_touches
    union
    select customer_key from in_answers
    union
    select customer_key from in_consents
    union
    select customer_key from in_reviews
    union
    select customer_key from in_visits
),

seen as (
    select customer_id from described
    union
    select customer_id from buyers
    union
    select customer_id from prospects
    union
    select customer_id from dealers
    union
    select coalesce(identities.customer_id, mentions.customer_key) as customer_id
    from mentions
    left join identities on mentions.customer_key = identities.key
    where mentions.customer_key is not null
),

other_ids as (
    select
        customer_id,
        string_agg(key, ';' order by key) as external_ids
    from identities
    where evidence in ('same_email', 'lead')
    group by customer_id
),

customers as (
    select
        seen.customer_id,
        other_ids.external_ids,
        coalesce(
            described.email, buyers.email, prospects.email, dealers.email, email_of(seen.customer_id)
        )                                                                       as email,
        coalesce(described.phone, buyers.phone)                                 as phone,
        coalesce(described.name, buyers.name)                                   as name,
        coalesce(described.created_on, prospects.created_on)                    as created_on,
        described.birth_on,
        described.gender,
        coalesce(described.country, buyers.country, dealers.country, prospects.country) as country,
        coalesce(described.region, buyers.region, dealers.region)               as region,
        coalesce(described.city, buyers.city)                                   as city,
        coalesce(described.postal_code, buyers.postal_code)                     as postal_code,
        coalesce(described.acquisition_channel, prospects.acquisition_channel)  as acquisition_channel,
        described.acquisition_cost,
        coalesce(described.account_id, dealers.account_id, buyers.account_id)   as account_id,
        coalesce(described.company, buyers.company, dealers.company, prospects.company) as company,
        described.tags,
        coalesce(described.is_staff, false)                                     as is_staff
    from seen
    left join described on seen.customer_id = described.customer_id
    left join buyers on seen.customer_id = buyers.customer_id
    left join prospects on seen.customer_id = prospects.customer_id
    left join dealers on seen.customer_id = dealers.customer_id
    left join other_ids on seen.customer_id = other_ids.customer_id
)

select * from customers
