-- One row per customer and group that is compared with everybody else: the channel that brought them, and what the files say of them in few words. None is defined by what people buy.
-- reads  customers (customer_id, acquisition_channel), traits (customer_id, name, value), units (customer_id, unit_id)
-- grain  kind, group_name, customer_id
with

told as (
    select
        coalesce(units.unit_id, customers.customer_id)  as customer_id,
        'channel'                                       as kind,
        customers.acquisition_channel                   as group_name
    from customers
    left join units on units.customer_id = customers.customer_id
    where customers.acquisition_channel is not null
    union
    select
        coalesce(units.unit_id, traits.customer_id)     as customer_id,
        'trait'                                         as kind,
        traits.name || ': ' || traits.value             as group_name
    from traits
    left join units on units.customer_id = traits.customer_id
    where traits.value is not null and traits.customer_id is not null
        and traits.name in (
            select name
            from traits
            where value is not null
            group by name
            having count(distinct value) between 2 and 6
        )
),

sizes as (
    select
        kind,
        group_name
    from told
    group by kind, group_name
    having count(*) >= 30
    qualify row_number() over (partition by kind order by count(*) desc nulls last, group_name) <= 12
),

behaviour_groups as (
    select
        told.kind,
        told.group_name,
        told.customer_id
    from told
    inner join sizes on sizes.kind = told.kind and sizes.group_name = told.group_name
)

select * from behaviour_groups
