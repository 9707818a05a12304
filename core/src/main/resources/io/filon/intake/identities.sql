-- One row per other name of a customer: an e-mail, a telephone, a name, a lead or the id in another system, and the customer
-- it stands for. Within one file different ids are different people; across files the same e-mail is one.
-- reads  in_customers (source_id, customer_id, customer_key, email, other_email, phone, name), in_order_lines (source_id, customer_key, email, phone, name), in_leads (source_id, lead_id, customer_key, email), in_deals (source_id, lead_id, customer_key, email), in_events (source_id, customer_key, email), in_tickets (source_id, customer_key, email), in_returns (source_id, customer_key, email), in_subscriptions (source_id, customer_key, email), in_touches (source_id, customer_key, email), in_answers (source_id, customer_key, email), in_consents (source_id, customer_key, email), in_reviews (source_id, customer_key, email), in_sources (source_id, position), telephones (phone, plain, stands_alone)
-- grain  key
with

mentions as (
    -- who is named in files smaller than orders and events
    select source_id, customer_key, email from in_leads
    union all
    select source_id, customer_key, email from in_deals
    union all
    select source_id, customer_key, email from in_tickets
    union all
    select source_id, customer_key, email from in_returns
    union all
    select source_id, customer_key, email from in_subscriptions
    union all
    select source_id, customer_key, email from in_touches
    union all
    select source_id, customer_key, email from in_answers
    union all
    select source_id, customer_key, email from in_consents
    union all
    select source_id, customer_key, email from in_reviews
),

sightings as (
    select source_id, customer_id as id, email
    from in_customers
    where customer_id is not null
    union all
    select source_id, customer_key as id, other_email as email
    from in_customers
    where other_email is not null and other_email <> customer_key
    union all
    select source_id, customer_key as id, email
    from in_order_lines
    where customer_key <> email
    group by source_id, customer_key, email
    union all
    select source_id, customer_key as id, email
    from in_events
    where customer_key <> email
    group by source_id, customer_key, email
    union all
    select source_id, customer_key as id, email
    from mentions
    where customer_key <> email
    group by source_id, customer_key, email
),

guests as (
    -- e-mails that stand for a customer somewhere because no id is given
    select email from in_customers where customer_key = email
    union
    select email from in_order_lines where customer_key = email
    union
    select email from in_events where customer_key = email
    union
    select email from mentions where customer_key = email
),

emails as (
    -- only those that can join anything
    select email from guests
    union
    select email
    from sightings
    where email is not null
    group by email
    having min(id) <> max(id)
),

ids as (
    select
        sightings.id,
        min(in_sources.position) as position
    from sightings
    join in_sources on sightings.source_id = in_sources.source_id
    where sightings.id in (
        select joining.id
        from sightings as joining
        join emails on joining.email = emails.email
    )
    group by sightings.id
),

homes as (
    -- the id that an e-mail stands for: the one seen first
    select
        sightings.email,
        sightings.id,
        sightings.source_id,
        ids.position
    from sightings
    join ids on sightings.id = ids.id
    join emails on sightings.email = emails.email
    qualify row_number() over (
        partition by sightings.email
        order by ids.position nulls last, sightings.id nulls last, sightings.source_id nulls last
    ) = 1
),

by_email as (
    select
        email           as key,
        id              as customer_id,
        'email'         as evidence
    from homes
    where email <> id
),

same_email as (
    select
        sightings.id    as key,
        homes.id        as customer_id,
        'same_email'    as evidence
    from sightings
    join homes on sightings.email = homes.email
    join ids on sightings.id = ids.id
    left join sightings as at_home
        on sightings.id = at_home.id and homes.source_id = at_home.source_id
    where
        sightings.id <> homes.id
        and ids.position > homes.position
        and at_home.id is null
),

phones as (
    -- the one customer of the lists who has it
    select
        telephones.plain,
        min(coalesce(homes.id, in_customers.customer_key)) as customer_id
    from in_customers
    join telephones on in_customers.phone = telephones.phone
    left join homes on in_customers.customer_key = homes.email
    where in_customers.customer_key <> in_customers.phone
    group by telephones.plain
    having min(coalesce(homes.id, in_customers.customer_key)) = max(coalesce(homes.id, in_customers.customer_key))
),

spellings as (
    -- where no list has it, the way of writing that comes first: that with the country's code
    select
        plain,
        min(phone) as phone
    from telephones
    where stands_alone
    group by plain
),

by_phone as (
    select
        telephones.phone                                    as key,
        coalesce(phones.customer_id, spellings.phone)       as customer_id,
        'phone'                                             as evidence
    from telephones
    join spellings on telephones.plain = spellings.plain
    left join phones on telephones.plain = phones.plain
    where telephones.stands_alone
),

owners as (
    -- the one customer of a file who has it, and what they are called; where nothing else is given, by what names them
    select
        known.source_id,
        telephones.plain,
        min(known.listed)                                               as rank,
        min(known.customer_key)                                         as customer_key,
        min(plain_spelling(coalesce(known.name, known.customer_key)))   as name
    from (
        select source_id, 0 as listed, customer_key, phone, name from in_customers
        union all
        select source_id, 1 as listed, customer_key, phone, name from in_order_lines
    ) as known
    join telephones on known.phone = telephones.phone
    where known.customer_key <> known.phone
    group by known.source_id, telephones.plain
    having
        min(known.customer_key) = max(known.customer_key)
        and min(plain_spelling(coalesce(known.name, known.customer_key)))
            = max(plain_spelling(coalesce(known.name, known.customer_key)))
),

first_owners as (
    -- a list's before an order's, then the one seen first
    select
        owners.plain,
        owners.name,
        owners.source_id,
        coalesce(same_email.customer_id, owners.customer_key) as customer_id
    from owners
    join in_sources on owners.source_id = in_sources.source_id
    left join same_email on owners.customer_key = same_email.key
    qualify row_number() over (
        partition by owners.plain, owners.name order by owners.rank, in_sources.position, owners.source_id
    ) = 1
),

same_phone as (
    select
        owners.customer_key             as key,
        min(first_owners.customer_id)   as customer_id,
        'same_phone'                    as evidence
    from owners
    join first_owners on owners.plain = first_owners.plain and owners.name = first_owners.name
    where owners.source_id <> first_owners.source_id and owners.customer_key <> first_owners.customer_id
    group by owners.customer_key
    having min(first_owners.customer_id) = max(first_owners.customer_id)
),

buyers as (
    -- those no list knows by what the orders know them by; a number is nobody's name
    select
        seen.source_id,
        seen.customer_key
    from (
        select source_id, customer_key
        from in_order_lines
        where customer_key not like '%@%' and (select count(name) from in_customers) > 0
        group by source_id, customer_key
    ) as seen
    left join in_customers on seen.customer_key = in_customers.customer_key
    where
        in_customers.customer_key is null
        and upper(seen.customer_key) <> lower(seen.customer_key)
),

names as (
    select
        plain_spelling(in_customers.name)                       as name,
        min(coalesce(homes.id, in_customers.customer_key))      as customer_id,
        min(coalesce(homes.id, in_customers.customer_key))
            = max(coalesce(homes.id, in_customers.customer_key)) as of_one
    from in_customers
    left join homes on in_customers.customer_key = homes.email
    where plain_spelling(in_customers.name) in (select plain_spelling(customer_key) from buyers)
    group by plain_spelling(in_customers.name)
),

named_sources as (
    -- whose buyers are nearly all called as one person of the lists
    select buyers.source_id
    from buyers
    left join names on plain_spelling(buyers.customer_key) = names.name
    group by buyers.source_id
    having
        count(names.name) * 10 >= count(*) * 9
        and count(*) filter (not names.of_one) = 0
),

by_name as (
    select
        buyers.customer_key     as key,
        names.customer_id       as customer_id,
        'name'                  as evidence
    from buyers
    join named_sources on buyers.source_id = named_sources.source_id
    join names on plain_spelling(buyers.customer_key) = names.name
),

written as (
    select source_id, customer_key, count(*) as rows
    from in_order_lines
    where upper(customer_key) <> lower(customer_key) and customer_key not like '%_@_%'
    group by source_id, customer_key
    union all
    select source_id, customer_key, count(*) as rows
    from mentions
    where upper(customer_key) <> lower(customer_key) and customer_key not like '%_@_%'
    group by source_id, customer_key
),

naming_sources as (
    -- most of whose customers go by a name or a handle, which capitals do not tell apart as they may tell codes
    select source_id
    from written
    group by source_id
    having
        count(*) filter (
            text_matches(customer_key, '^@|\p{L}{2,}[.,]?\s+\p{L}|^\p{L}*\p{Ll}{3,}[\p{L}._-]*[0-9]{0,4}$')
        ) * 2 > count(*)
),

named as (
    select
        written.customer_key,
        written.rows,
        plain_spelling(written.customer_key) as word
    from written
    join naming_sources on written.source_id = naming_sources.source_id
),

spelled as (
    select
        named.word,
        named.customer_key,
        sum(named.rows)                                             as rows,
        min(coalesce(by_name.customer_id, same_email.customer_id))  as other_id
    from named
    left join by_name on named.customer_key = by_name.key
    left join same_email on named.customer_key = same_email.key
    group by named.word, named.customer_key
),

first_spelled as (
    -- whom another file has under an id; else the name in capitals and small letters, then as most rows write it
    select
        word,
        coalesce(other_id, customer_key) as customer_id
    from spelled
    qualify row_number() over (
        partition by word
        order by
            other_id nulls last,
            customer_key in (upper(customer_key), lower(customer_key)),
            rows desc,
            length(customer_key),
            customer_key
    ) = 1
),

by_spelling as (
    select
        spelled.customer_key            as key,
        first_spelled.customer_id       as customer_id,
        'spelling'                      as evidence
    from spelled
    join first_spelled on spelled.word = first_spelled.word
    where spelled.customer_key <> first_spelled.customer_id
),

lead_names as (
    select lead_id as key, customer_key as customer_id
    from in_leads
    where lead_id <> customer_key
    union
    select lead_id as key, customer_key as customer_id
    from in_deals
    where lead_id <> customer_key
),

by_lead as (
    select
        lead_names.key,
        min(lead_names.customer_id) as customer_id,
        'lead'                      as evidence
    from lead_names
    left join in_customers on lead_names.key = in_customers.customer_id
    where in_customers.customer_id is null
    group by lead_names.key
),

all_names as (
    select * from by_email
    union all
    select * from same_email
    union all
    select * from by_phone
    union all
    select * from same_phone
    union all
    select * from by_lead
    union all
    select * from by_name
    union all
    select * from by_spelling
),

one_each as (
    -- who stands for others may be written in several ways, or stand in another file, herself
    select
        all_names.key,
        coalesce(by_spelling.customer_id, same_phone.customer_id, all_names.customer_id)    as customer_id,
        all_names.evidence
    from all_names
    left join by_spelling on all_names.customer_id = by_spelling.key
    left join same_phone on all_names.customer_id = same_phone.key
    where all_names.key <> coalesce(by_spelling.customer_id, same_phone.customer_id, all_names.customer_id)
    qualify row_number() over (
        partition by all_names.key order by all_names.evidence nulls last, all_names.customer_id nulls last
    ) = 1
)

select * from one_each
