-- One row per customer judged from the first contact and attribute known by then. Named: called as a file calls it.
-- reads  lens_people (lens, customer_id, anchor_on), customers, leads (customer_id, channel, campaign, created_on), traits (customer_id, name, value, observed_at), answers (customer_id, question, answer, answered_on), accounts (account_id, sector, country, region), fixed_traits (name), units, run (zone)
-- grain  customer_id, attribute, named
with

people as (
    select
        customers.customer_id                                   as person_id,
        lens_people.customer_id,
        lens_people.anchor_on
    from customers
    left join units on units.customer_id = customers.customer_id
    inner join lens_people on lens_people.customer_id = coalesce(units.unit_id, customers.customer_id)
    where lens_people.lens = 'attract_contact'
),

stated as (
    select
        people.customer_id,
        customers.country,
        customers.region,
        customers.city,
        lower(customers.gender)                                 as gender,
        customers.acquisition_channel,
        accounts.sector,
        accounts.country                                        as company_country,
        accounts.region                                         as company_region
    from people
    inner join customers on customers.customer_id = people.person_id
    left join accounts on accounts.account_id = coalesce(customers.account_id, people.customer_id)
),

asked as (
    select
        people.customer_id,
        leads.channel,
        leads.campaign
    from leads
    inner join people on people.person_id = leads.customer_id
    where leads.created_on <= people.anchor_on
),

told as (
    select
        people.customer_id,
        traits.name                                             as attribute,
        traits.value
    from traits
    inner join people on people.person_id = traits.customer_id
    cross join run
    left join fixed_traits on fixed_traits.name = same_name(traits.name)
    where fixed_traits.name is not null or day_in(traits.observed_at, run.zone) <= people.anchor_on
    union all
    select
        people.customer_id,
        answers.question                                        as attribute,
        answers.answer                                          as value
    from answers
    inner join people on people.person_id = answers.customer_id
    where answers.answered_on <= people.anchor_on
),

together as (
    select customer_id, 'country' as attribute, country as value, false as named from stated
    union all
    select customer_id, 'region' as attribute, region as value, false as named from stated
    union all
    select customer_id, 'city' as attribute, city as value, false as named from stated
    union all
    select customer_id, 'gender' as attribute, gender as value, false as named from stated
    union all
    select customer_id, 'acquisition_channel' as attribute, acquisition_channel as value, false as named from stated
    union all
    select customer_id, 'sector' as attribute, sector as value, false as named from stated
    union all
    select customer_id, 'company_country' as attribute, company_country as value, false as named from stated
    union all
    select customer_id, 'company_region' as attribute, company_region as value, false as named from stated
    union all
    select customer_id, 'lead_channel' as attribute, channel as value, false as named from asked
    union all
    select customer_id, 'lead_campaign' as attribute, campaign as value, false as named from asked
    union all
    select customer_id, attribute, value, true as named from told
),

contact_traits as (
    select
        customer_id,
        attribute,
        named,
        min(value)                                              as value
    from together
    where value is not null
    group by customer_id, attribute, named
)

select * from contact_traits
