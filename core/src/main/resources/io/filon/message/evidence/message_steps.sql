-- One row per group and step of a visit: visits of known customers that reached it and left there, of the group and of all others, with what errors need (visits of one customer are not independent).
-- reads  message_people (segment, customer_id), sessions (customer_id, reached, product_views, cart_adds, checkouts, shipping_steps, payment_steps, purchases), units
-- grain  segment, step
with

visits as (
    select
        coalesce(units.unit_id, sessions.customer_id) as customer_id,
        case sessions.reached
            when 'visit' then 0 when 'product' then 1 when 'cart' then 2 when 'checkout' then 3
            when 'shipping' then 4 when 'payment' then 5 else 6
        end as depth
    from sessions
    left join units on units.customer_id = sessions.customer_id
    where sessions.customer_id is not null
),

recorded as (
    select 1 as depth, 'product' as step, sum(product_views) as times from sessions
    union all
    select 2 as depth, 'cart' as step, sum(cart_adds) as times from sessions
    union all
    select 3 as depth, 'checkout' as step, sum(checkouts) as times from sessions
    union all
    select 4 as depth, 'shipping' as step, sum(shipping_steps) as times from sessions
    union all
    select 5 as depth, 'payment' as step, sum(payment_steps) as times from sessions
    union all
    select 6 as depth, 'purchase' as step, sum(purchases) as times from sessions
),

steps as (
    select
        step,
        depth,
        lead(depth) over (order by depth) as next_depth
    from recorded
    where times > 0
),

by_customer as (
    select
        visits.customer_id,
        steps.step,
        count(*)                                                    as visits,
        count(*) filter (where visits.depth < steps.next_depth)     as gone
    from visits
    inner join steps on visits.depth >= steps.depth
    where steps.next_depth is not null
    group by visits.customer_id, steps.step
),

everybody as (
    select
        step,
        count(*)                    as people,
        sum(visits)                 as visits,
        sum(gone)                   as gone,
        sum(gone * gone)            as gone_gone,
        sum(gone * visits)          as gone_visits,
        sum(visits * visits)        as visits_visits
    from by_customer
    group by step
),

inside as (
    select
        message_people.segment,
        by_customer.step,
        count(*)                                        as people,
        sum(by_customer.visits)                         as visits,
        sum(by_customer.gone)                           as gone,
        sum(by_customer.gone * by_customer.gone)        as gone_gone,
        sum(by_customer.gone * by_customer.visits)      as gone_visits,
        sum(by_customer.visits * by_customer.visits)    as visits_visits
    from by_customer
    inner join message_people on message_people.customer_id = by_customer.customer_id
    group by message_people.segment, by_customer.step
),

message_steps as (
    select
        inside.segment,
        inside.step,
        cast(inside.people as double)                                       as people,
        cast(inside.visits as double)                                       as visits,
        cast(inside.gone as double)                                         as gone,
        cast(inside.gone_gone as double)                                    as gone_gone,
        cast(inside.gone_visits as double)                                  as gone_visits,
        cast(inside.visits_visits as double)                                as visits_visits,
        cast(everybody.people - inside.people as double)                    as other_people,
        cast(everybody.visits - inside.visits as double)                    as other_visits,
        cast(everybody.gone - inside.gone as double)                        as other_gone,
        cast(everybody.gone_gone - inside.gone_gone as double)              as other_gone_gone,
        cast(everybody.gone_visits - inside.gone_visits as double)          as other_gone_visits,
        cast(everybody.visits_visits - inside.visits_visits as double)      as other_visits_visits
    from inside
    inner join everybody on everybody.step = inside.step
)

select * from message_steps order by segment, step
