-- One row per customer who is no star today and has a trait that sets stars apart: the clearest of them, and how many.
-- reads  apart_traits, known_before (customer_id, attribute, named, value), customer_facts (customer_id, star, net_12m)
-- grain  customer_id
with

traits as (
    select
        known_before.customer_id,
        known_before.attribute,
        known_before.named,
        known_before.value,
        apart_traits.spoken,
        apart_traits.place
    from known_before
    inner join apart_traits
        on apart_traits.attribute = known_before.attribute
        and apart_traits.named = known_before.named
        and apart_traits.value = known_before.value
    where apart_traits.of_group = 'stars' and apart_traits.grade = 'holds' and apart_traits.score > 0
        and apart_traits.like_value = ''
),

counted as (
    select
        traits.*,
        count(*) over (partition by traits.customer_id)         as traits,
        row_number() over (partition by traits.customer_id order by traits.place) as rank
    from traits
),

star_likes as (
    select
        counted.customer_id,
        counted.attribute,
        counted.named,
        counted.value,
        counted.spoken,
        counted.traits,
        customer_facts.net_12m
    from counted
    inner join customer_facts on customer_facts.customer_id = counted.customer_id
    where counted.rank = 1 and not customer_facts.star
)

select * from star_likes order by traits desc, customer_id
