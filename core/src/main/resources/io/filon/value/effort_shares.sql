-- One row per group of customers, stage of the lifecycle, channel and declared persona: what was spent on it in the star window, and what it left before acquisition.
-- Groups, stages and channels part the customers, with what belongs to nobody known in a row of its own; personas may overlap.
-- reads  customer_efforts, persona_members (customer_id, persona), loose_spend (channel, loose_window)
-- grain  dimension, name
with

parted as (
    select
        'group' as dimension,
        effort_group as name,
        customer_efforts.*
    from customer_efforts
    union all
    select
        'stage' as dimension,
        case when effort_group = 'unattributed' then 'unattributed' else coalesce(stage, 'never_bought') end as name,
        customer_efforts.*
    from customer_efforts
    union all
    select
        'channel' as dimension,
        coalesce(channel, 'unattributed') as name,
        customer_efforts.*
    from customer_efforts
    union all
    select
        'persona' as dimension,
        persona_members.persona as name,
        customer_efforts.*
    from persona_members
    inner join customer_efforts on customer_efforts.customer_id = persona_members.customer_id
    union all
    select
        'persona' as dimension,
        case when effort_group = 'unattributed' then 'unattributed' else 'no_persona' end as name,
        customer_efforts.*
    from customer_efforts
    where exists (select 1 from persona_members)
        and not exists (select 1 from persona_members where persona_members.customer_id = customer_efforts.customer_id)
),

entries as (
    select
        dimension,
        name,
        count(customer_id)          as customers,
        count(*) filter (where star) as stars,
        sum(contribution)           as contribution,
        sum(acquisition)            as acquisition,
        sum(discounts)              as discounts,
        sum(free_shipping)          as free_shipping,
        sum(returns_handled)        as returns_handled,
        sum(service)                as service,
        sum(contacts)               as contacts
    from parted
    group by dimension, name
    union all
    select
        places.dimension,
        case when places.dimension = 'channel' then coalesce(loose_spend.channel, 'unattributed') else 'unattributed' end,
        0,
        0,
        0,
        sum(loose_spend.loose_window),
        0,
        0,
        0,
        0,
        0
    from loose_spend
    cross join (
        select 'group' as dimension union all select 'stage' as dimension union all select 'channel' as dimension
        union all select distinct 'persona' as dimension from persona_members
    ) as places
    group by all
),

effort_shares as (
    select
        dimension,
        name,
        cast(sum(customers) as bigint)                      as customers,
        cast(sum(stars) as bigint)                          as stars,
        cast(sum(contribution) as decimal(18, 4))           as contribution,
        cast(sum(acquisition) as decimal(18, 4))            as acquisition,
        cast(sum(discounts) as decimal(18, 4))              as discounts,
        cast(sum(free_shipping) as decimal(18, 4))          as free_shipping,
        cast(sum(returns_handled) as decimal(18, 4))        as returns_handled,
        cast(sum(service) as decimal(18, 4))                as service,
        cast(sum(contacts) as decimal(18, 4))               as contacts
    from entries
    group by dimension, name
)

select * from effort_shares order by dimension, name
