-- One row per step that takes more from loss makers than from other buyers: how much more, and for how many it weighs most.
-- reads  loss_makers
-- grain  cause
with

causes as (
    select
        'discounts' as cause,
        sum(discounts_excess) as amount,
        count(*) filter (where main_cause = 'discounts') as customers
    from loss_makers
    union all
    select
        'returned' as cause,
        sum(returned_excess) as amount,
        count(*) filter (where main_cause = 'returned') as customers
    from loss_makers
    union all
    select
        'product_cost' as cause,
        sum(product_cost_excess) as amount,
        count(*) filter (where main_cause = 'product_cost') as customers
    from loss_makers
    union all
    select
        'shipping_cost' as cause,
        sum(shipping_cost_excess) as amount,
        count(*) filter (where main_cause = 'shipping_cost') as customers
    from loss_makers
    union all
    select
        'payment_cost' as cause,
        sum(payment_cost_excess) as amount,
        count(*) filter (where main_cause = 'payment_cost') as customers
    from loss_makers
    union all
    select
        'commission' as cause,
        sum(commission_excess) as amount,
        count(*) filter (where main_cause = 'commission') as customers
    from loss_makers
    union all
    select
        'return_cost' as cause,
        sum(return_cost_excess) as amount,
        count(*) filter (where main_cause = 'return_cost') as customers
    from loss_makers
    union all
    select
        'service_cost' as cause,
        sum(service_cost_excess) as amount,
        count(*) filter (where main_cause = 'service_cost') as customers
    from loss_makers
    union all
    select
        'contact_cost' as cause,
        sum(contact_cost_excess) as amount,
        count(*) filter (where main_cause = 'contact_cost') as customers
    from loss_makers
    union all
    select
        'acquisition_cost' as cause,
        sum(acquisition_cost_excess) as amount,
        count(*) filter (where main_cause = 'acquisition_cost') as customers
    from loss_makers
),

loss_causes as (
    select
        cause,
        cast(amount as decimal(18, 4)) as amount,
        customers
    from causes
    where amount > 0
)

select * from loss_causes order by amount desc nulls last, cause
