-- One row per group a buyer known before the outcome window belonged to by then, and customer: by habit, acquisition channel, region, usual category, persona and hidden segment that leaves less.
-- reads  serving_customers, known_before (customer_id, attribute, value, named), persona_members, hidden_members (lens, side, place, customer_id), hidden_segments (lens, side, place, grade)
-- grain  dimension, name, customer_id
with

habits as (
    select customer_id, 'returns_much' as name from serving_customers where returns_much
    union all
    select customer_id, 'eaten_by_shipping' as name from serving_customers where eaten_by_shipping
    union all
    select customer_id, 'asks_for_help' as name from serving_customers where asks_for_help
    union all
    select customer_id, 'only_discounted' as name from serving_customers where only_discounted
),

known as (
    select
        customer_id,
        case attribute when 'acquisition_channel' then 'channel' when 'usual_category' then 'category' else 'region' end as dimension,
        value                                                               as name
    from known_before
    where attribute in ('acquisition_channel', 'usual_category', 'region') and not named
),

hidden as (
    select
        hidden_members.customer_id,
        hidden_members.lens || '/' || cast(hidden_members.place as varchar) as name
    from hidden_members
    inner join hidden_segments on hidden_segments.lens = hidden_members.lens and hidden_segments.side = hidden_members.side
        and hidden_segments.place = hidden_members.place
    where hidden_members.side = 'low' and hidden_segments.grade = 'confirmed' and hidden_members.lens = 'grow'
),

together as (
    select 'habit' as dimension, name, customer_id from habits
    union all
    select dimension, name, customer_id from known
    union all
    select 'persona' as dimension, persona as name, customer_id from persona_members
    union all
    select 'hidden' as dimension, name, customer_id from hidden
),

serving_groups as (
    select
        together.dimension,
        together.name,
        together.customer_id
    from together
    inner join serving_customers on serving_customers.customer_id = together.customer_id
)

select * from serving_groups
