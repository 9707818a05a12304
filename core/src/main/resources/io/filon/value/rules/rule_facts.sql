-- One row per statement about a customer that has a date: traits, answers, permissions and addresses that reach them;
-- without one, since ever.
-- reads  traits (customer_id, name, value, party, observed_at), answers (customer_id, question, answer, answered_on, row_no), consents (customer_id, channel, granted, given_at), customers (customer_id, email, phone, postal_code), units (customer_id, unit_id), run (zone)
-- grain  customer_id, name, seq
with

told as (
    select
        traits.customer_id,
        'trait.' || same_name(traits.name)                              as name,
        traits.value,
        traits.observed_at                                              as stated_at,
        case when traits.party = 'zero' then 'zero_party' else 'imported' end as source
    from traits
    where same_name(traits.name) is not null
    union all
    select
        answers.customer_id,
        'answer.' || same_name(answers.question)                        as name,
        answers.answer                                                  as value,
        start_of_day(answers.answered_on, run.zone)                     as stated_at,
        'zero_party'                                                    as source
    from answers
    cross join run
    where same_name(answers.question) is not null
    union all
    select
        consents.customer_id,
        'consent.' || consents.channel                                  as name,
        cast(consents.granted as varchar)                               as value,
        consents.given_at                                               as stated_at,
        'zero_party'                                                    as source
    from consents
    union all
    select
        customers.customer_id,
        'reach.' || addresses.channel                                   as name,
        'true'                                                          as value,
        cast(null as timestamp with time zone)                          as stated_at,
        'imported'                                                      as source
    from customers
    cross join (values ('email'), ('phone'), ('post')) as addresses (channel)
    where case addresses.channel
        when 'email' then customers.email
        when 'phone' then customers.phone
        else customers.postal_code
    end is not null
),

rule_facts as (
    select
        coalesce(units.unit_id, told.customer_id)                       as customer_id,
        told.name,
        told.value,
        coalesce(told.stated_at, timestamp with time zone '0001-01-01 00:00:00+00') as stated_at,
        told.source,
        row_number() over (
            partition by coalesce(units.unit_id, told.customer_id), told.name
            order by told.stated_at nulls first, told.customer_id, told.value nulls first
        )                                                               as seq
    from told
    left join units on units.customer_id = told.customer_id
    where told.customer_id is not null
)

select * from rule_facts order by name, customer_id, stated_at, seq
