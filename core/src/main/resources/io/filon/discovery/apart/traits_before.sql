-- One row per customer of outcomes and fact that the company's own files name: traits, survey answers, tags, what is known of the company.
-- Known on: the day it was told, where one is stated. Evidence: 'fixed' does not change with what somebody buys (settings), 'dated' was known before the outcome window, 'undated' may have been written after it.
-- reads  outcomes (customer_id), outcome_window (from_on), units, traits (customer_id, name, value, observed_at), answers (customer_id, question, answer, answered_on), customers (customer_id, account_id, tags), accounts, fixed_traits (name), run (zone)
-- grain  customer_id, attribute, named
with

facts as (
    select
        coalesce(units.unit_id, traits.customer_id)             as customer_id,
        traits.name                                             as attribute,
        min(traits.value)                                       as value,
        max(day_in(traits.observed_at, run.zone))               as observed_on,
        bool_and(traits.observed_at is not null)                as dated
    from traits
    cross join run
    left join units on units.customer_id = traits.customer_id
    where traits.value is not null
    group by coalesce(units.unit_id, traits.customer_id), traits.name
),

names as (
    -- a fact with one value of a later day is a fact as it stands today
    select
        facts.attribute,
        case
            when max(fixed_traits.name) is not null then 'fixed'
            when bool_and(facts.dated) and max(facts.observed_on) < any_value(outcome_window.from_on) then 'dated'
            else 'undated'
        end                                                     as evidence
    from facts
    inner join outcomes on outcomes.customer_id = facts.customer_id
    cross join outcome_window
    left join fixed_traits on fixed_traits.name = same_name(facts.attribute)
    group by facts.attribute
),

answered as (
    select
        coalesce(units.unit_id, answers.customer_id)            as customer_id,
        answers.question                                        as attribute,
        answers.answer                                          as value,
        answers.answered_on
    from answers
    cross join outcome_window
    left join units on units.customer_id = answers.customer_id
    where answers.answered_on < outcome_window.from_on and answers.answer is not null
),

last_answers as (
    select customer_id, attribute, value, answered_on
    from answered
    qualify row_number() over (partition by customer_id, attribute order by answered_on desc, value) = 1
),

employers as (
    select
        outcomes.customer_id,
        min(coalesce(customers.account_id, outcomes.customer_id)) as account_id,
        min(customers.tags)                                     as tags
    from outcomes
    left join customers on customers.customer_id = outcomes.customer_id
    group by outcomes.customer_id
),

companies as (
    select
        employers.customer_id,
        accounts.sector,
        accounts.country,
        accounts.region,
        case when accounts.employees < 10 then '1-9' when accounts.employees < 50 then '10-49'
            when accounts.employees < 250 then '50-249' when accounts.employees < 1000 then '250-999'
            when accounts.employees < 5000 then '1000-4999' when accounts.employees >= 5000 then '5000+' end as employees
    from employers
    inner join accounts on accounts.account_id = employers.account_id
),

together as (
    select facts.customer_id, facts.attribute, facts.value, true as named, names.evidence, facts.observed_on as known_on
    from facts
    inner join names on names.attribute = facts.attribute
    union all
    select customer_id, attribute, value, true as named, 'dated' as evidence, answered_on as known_on
    from last_answers
    union all
    select customer_id, 'tags' as attribute, tags as value, false as named, 'undated' as evidence, cast(null as date) as known_on
    from employers
    union all
    select customer_id, 'sector' as attribute, sector as value, false as named, 'fixed' as evidence, cast(null as date) as known_on
    from companies
    union all
    select customer_id, 'company_country' as attribute, country as value, false as named, 'fixed' as evidence, cast(null as date) as known_on
    from companies
    union all
    select customer_id, 'company_region' as attribute, region as value, false as named, 'fixed' as evidence, cast(null as date) as known_on
    from companies
    union all
    select customer_id, 'employees' as attribute, employees as value, false as named, 'undated' as evidence, cast(null as date) as known_on
    from companies
),

ranked as (
    select
        together.customer_id,
        together.attribute,
        together.value,
        together.named,
        together.known_on,
        case together.evidence when 'fixed' then 1 when 'dated' then 2 else 3 end as place
    from together
    inner join outcomes on outcomes.customer_id = together.customer_id
    where together.value is not null
),

best as (
    -- a form's answer is often both a trait and an answer: of each attribute only its best evidence counts
    select attribute, named, min(place) as place
    from ranked
    group by attribute, named
),

traits_before as (
    select
        ranked.customer_id,
        ranked.attribute,
        min(ranked.value)                                       as value,
        false                                                   as spoken,
        ranked.named,
        case min(ranked.place) when 1 then 'fixed' when 2 then 'dated' else 'undated' end as evidence,
        max(ranked.known_on)                                    as known_on
    from ranked
    inner join best on best.attribute = ranked.attribute and best.named = ranked.named and best.place = ranked.place
    group by ranked.customer_id, ranked.attribute, ranked.named
)

select * from traits_before
