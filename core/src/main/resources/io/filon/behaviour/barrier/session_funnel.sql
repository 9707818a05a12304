-- One row per session and step of the funnel it reached, of the steps the files record at all: whether it left there, and whether it bought.
-- reads  sessions (session_id, visitor, customer_id, device, source, reached, product_views, cart_adds, checkouts, shipping_steps, payment_steps, purchases)
-- grain  session_id, step
with

ranks as (
    select
        session_id,
        visitor,
        customer_id,
        device_kind(device) as device,
        source,
        case reached
            when 'visit' then 0 when 'product' then 1 when 'cart' then 2 when 'checkout' then 3
            when 'shipping' then 4 when 'payment' then 5 else 6
        end as depth
    from sessions
),

recorded as (
    select 0 as depth, 'visit' as step, 1 as times
    union all
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

session_funnel as (
    select
        ranks.session_id,
        ranks.visitor,
        ranks.customer_id,
        ranks.device,
        ranks.source,
        steps.step,
        steps.depth,
        ranks.depth < steps.next_depth  as left_here,
        ranks.depth = 6                 as bought
    from ranks
    inner join steps on ranks.depth >= steps.depth
    where steps.next_depth is not null
)

select * from session_funnel
