-- One row per customer of outcomes and attribute that was known before the outcome window, or carries no date.
-- Named: the attribute is called as a file calls it. Spoken: the value is a word of ours. Known at: the first contact, the first order, or later (before the window).
-- reads  outcomes (customer_id, already_there, first_order_on), outcome_window (from_on), units, customers, leads (customer_id, channel, created_on), tickets (customer_id, satisfaction, opened_on), reviews (customer_id, rating, reviewed_on), first_purchases, usual_purchases, first_month, first_visits, traits_before
-- grain  customer_id, attribute, named
with

people as (
    select
        outcomes.customer_id,
        min(customers.country)                                  as country,
        min(customers.region)                                   as region,
        min(customers.city)                                     as city,
        min(lower(customers.gender))                            as gender,
        min(customers.acquisition_channel)                      as acquisition_channel,
        min(cast(floor(days_between(customers.birth_on, outcome_window.from_on) / 365.25) as integer)) as age
    from customers
    cross join outcome_window
    left join units on units.customer_id = customers.customer_id
    inner join outcomes on outcomes.customer_id = coalesce(units.unit_id, customers.customer_id)
    group by outcomes.customer_id
),

first_leads as (
    select
        coalesce(units.unit_id, leads.customer_id)              as customer_id,
        min(leads.channel)                                      as channel
    from leads
    cross join outcome_window
    left join units on units.customer_id = leads.customer_id
    where leads.created_on < outcome_window.from_on
    group by all
),

said as (
    select tickets.customer_id, tickets.satisfaction as satisfaction
    from tickets
    cross join outcome_window
    where tickets.opened_on < outcome_window.from_on and tickets.satisfaction is not null
    union all
    select reviews.customer_id, reviews.rating as satisfaction
    from reviews
    cross join outcome_window
    where reviews.reviewed_on < outcome_window.from_on and reviews.rating is not null
),

opinions as (
    select
        coalesce(units.unit_id, said.customer_id)               as customer_id,
        avg(cast(said.satisfaction as decimal(9, 6)))           as satisfaction
    from said
    left join units on units.customer_id = said.customer_id
    group by all
),

ours as (
    select customer_id, 'country' as attribute, country as value, false as spoken, 'fixed' as evidence from people
    union all
    select customer_id, 'region' as attribute, region as value, false as spoken, 'fixed' as evidence from people
    union all
    select customer_id, 'city' as attribute, city as value, false as spoken, 'fixed' as evidence from people
    union all
    select customer_id, 'gender' as attribute, gender as value, false as spoken, 'fixed' as evidence from people
    union all
    select
        customer_id,
        'age' as attribute,
        case when age < 14 or age > 110 then null when age < 25 then 'under_25' when age < 35 then '25_34'
            when age < 45 then '35_44' when age < 55 then '45_54' when age < 65 then '55_64' when age >= 65 then '65_more' end as value,
        true as spoken,
        'fixed' as evidence
    from people
    union all
    select customer_id, 'acquisition_channel' as attribute, acquisition_channel as value, false as spoken, 'dated' as evidence from people
    union all
    select customer_id, 'lead_channel' as attribute, channel as value, false as spoken, 'dated' as evidence from first_leads
    union all
    select
        customer_id,
        'satisfaction' as attribute,
        case when satisfaction >= 0.8 then 'high' when satisfaction >= 0.6 then 'middle' else 'low' end as value,
        true as spoken,
        'dated' as evidence
    from opinions
    union all
    select customer_id, 'first_channel' as attribute, channel as value, false as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_source' as attribute, acquisition_source as value, false as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_payment' as attribute, payment_method as value, false as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_country' as attribute, country as value, false as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_region' as attribute, region as value, false as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_category' as attribute, category as value, false as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_product' as attribute, deal_product as value, false as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'seller' as attribute, seller as value, false as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_coupon' as attribute, case when coupon then 'yes' else 'no' end as value, true as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_discount' as attribute, case when discount then 'yes' when not discount then 'no' end as value, true as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_free_shipping' as attribute, case when free_shipping then 'yes' when not free_shipping then 'no' end as value, true as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'first_several_lines' as attribute, case when several_lines then 'yes' when not several_lines then 'no' end as value, true as spoken, 'dated' as evidence from first_purchases
    union all
    select customer_id, 'usual_channel' as attribute, channel as value, false as spoken, 'dated' as evidence from usual_purchases
    union all
    select customer_id, 'usual_payment' as attribute, payment_method as value, false as spoken, 'dated' as evidence from usual_purchases
    union all
    select customer_id, 'usual_category' as attribute, category as value, false as spoken, 'dated' as evidence from usual_purchases
    union all
    select customer_id, 'month_returned' as attribute, case when returned then 'yes' when not returned then 'no' end as value, true as spoken, 'dated' as evidence from first_month
    union all
    select customer_id, 'month_help' as attribute, case when asked_for_help then 'yes' when not asked_for_help then 'no' end as value, true as spoken, 'dated' as evidence from first_month
    union all
    select customer_id, 'first_device' as attribute, device as value, false as spoken, 'dated' as evidence from first_visits
    union all
    select customer_id, 'first_visit_channel' as attribute, channel as value, false as spoken, 'dated' as evidence from first_visits
),

known_before as (
    select
        ours.customer_id,
        ours.attribute,
        ours.value,
        ours.spoken,
        false as named,
        ours.evidence,
        case
            when ours.evidence = 'fixed' or ours.attribute in ('acquisition_channel', 'lead_channel', 'first_device', 'first_visit_channel') then 'contact'
            when ours.attribute in ('satisfaction', 'usual_channel', 'usual_payment', 'usual_category', 'month_returned', 'month_help') then 'later'
            else 'order'
        end as known_at
    from ours
    inner join outcomes on outcomes.customer_id = ours.customer_id
    where ours.value is not null
    union all
    select
        traits_before.customer_id,
        traits_before.attribute,
        traits_before.value,
        traits_before.spoken,
        traits_before.named,
        traits_before.evidence,
        case
            when traits_before.evidence = 'fixed' then 'contact'
            when traits_before.known_on <= outcomes.first_order_on then 'order'
            else 'later'
        end as known_at
    from traits_before
    inner join outcomes on outcomes.customer_id = traits_before.customer_id
)

select * from known_before
