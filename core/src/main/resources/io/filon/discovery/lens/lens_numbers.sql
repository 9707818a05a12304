-- One row per customer of a lens and attribute that is a number. Nothing of the purchases: money says the outcome again, and so do shares of them (only who buys often has one between none and all).
-- A fact of the files is a number when all its values are and it has more than twelve.
-- reads  lens_people (lens, customer_id), outcomes (customer_id, first_order_on, already_there), outcome_window (from_on), contacts (customer_id, contact_on), customers (customer_id, birth_on), units, known_before, contact_traits
-- grain  customer_id, attribute, named, known_at
with

ages as (
    select
        coalesce(units.unit_id, customers.customer_id)          as customer_id,
        floor(days_between(min(customers.birth_on), min(outcome_window.from_on)) / 365.25) as age
    from customers
    cross join outcome_window
    left join units on units.customer_id = customers.customer_id
    group by coalesce(units.unit_id, customers.customer_id)
),

waits as (
    select
        outcomes.customer_id,
        days_between(contacts.contact_on, outcomes.first_order_on) as days
    from outcomes
    inner join contacts on contacts.customer_id = outcomes.customer_id
    where not outcomes.already_there and contacts.contact_on < outcomes.first_order_on
),

named_values as (
    select customer_id, attribute, value, known_at
    from known_before
    where named and evidence <> 'undated'
    union all
    select customer_id, attribute, value, 'contact' as known_at
    from contact_traits
    where named
),

numeric_names as (
    select attribute
    from named_values
    group by attribute
    having count(*) = count(try_cast(value as double)) and count(distinct value) > 12
),

ours as (
    select customer_id, 'age' as attribute, age as number, 'contact' as known_at from ages where age between 14 and 110
    union all
    select customer_id, 'days_to_first' as attribute, days as number, 'order' as known_at from waits
),

together as (
    select customer_id, attribute, false as named, cast(number as double) as number, known_at
    from ours
    where number is not null
    union all
    select named_values.customer_id, named_values.attribute, true as named, try_cast(named_values.value as double) as number, named_values.known_at
    from named_values
    inner join numeric_names on numeric_names.attribute = named_values.attribute
),

people as (
    select distinct customer_id
    from lens_people
),

lens_numbers as (
    select
        together.customer_id,
        together.attribute,
        together.named,
        round(max(together.number), 6)                          as number,
        together.known_at
    from together
    inner join people on people.customer_id = together.customer_id
    group by together.customer_id, together.attribute, together.named, together.known_at
)

select * from lens_numbers
