-- One row per value of an attribute: who has it, its code, and whether it is common enough, and uncommon enough, to be compared. Chosen by counts alone, before any outcome is read.
-- The 60 attributes known of most customers; the 62 most common values of each, the others together as code 63.
-- reads  known_before, outcomes (customer_id)
-- grain  attribute, named, value
with

size as (
    -- the smallest group worth a sentence
    select case when count(*) < 1000 then 15 else 30 end    as least
    from outcomes
),

counted as (
    select
        attribute,
        named,
        value,
        any_value(spoken)                                   as spoken,
        any_value(evidence)                                 as evidence,
        count(*)                                            as customers
    from known_before
    group by attribute, named, value
),

coded as (
    select
        counted.*,
        sum(counted.customers) over (partition by counted.attribute, counted.named) as known,
        row_number() over (partition by counted.attribute, counted.named order by counted.customers desc, counted.value) as place
    from counted
),

compared as (
    select
        coded.*,
        coded.place <= 62
            and coded.customers >= size.least
            and coded.known - coded.customers >= size.least as candidate
    from coded
    cross join size
),

attributes as (
    select
        attribute,
        named,
        row_number() over (order by max(known) desc, attribute, named) - 1 as attribute_no
    from compared
    group by attribute, named
    having count(*) filter (where candidate) > 0
),

attribute_values as (
    select
        compared.attribute,
        compared.named,
        compared.value,
        compared.spoken,
        compared.evidence,
        compared.customers,
        cast(compared.known as bigint)                      as known,
        compared.candidate,
        cast(attributes.attribute_no as integer)            as attribute_no,
        cast(least(compared.place, 63) as integer)          as code
    from compared
    inner join attributes on attributes.attribute = compared.attribute and attributes.named = compared.named
    where attributes.attribute_no < 60
)

select * from attribute_values order by attribute_no, code, value
