-- One row per session of a visitor: one who pauses longer than the gap begins another. Over a hundred events, more than
-- one a second, are no person's. Whatever is all at the very midnight comes from a file of days without times: neither its hour
-- nor how long it took is known.
-- reads  stated_sessions, session_sums, session_goods (session_id, products, most_of_one, bought_before, categories, top_category), run (zone)
-- grain  session_id
with

clocked as (
    select
        session_sums.*,
        local_time(session_sums.started_at, run.zone)         as started_local,
        session_sums.started_at < session_sums.ended_at
            or session_sums.started_at <> start_of_day(day_in(session_sums.started_at, run.zone), run.zone) as is_timed
    from session_sums
    cross join run
),

sessions as (
    select
        clocked.session_id,
        clocked.visitor,
        clocked.customer_id,
        clocked.started_at,
        clocked.ended_at,
        clocked.started_local,
        weekday_of(day_in(clocked.started_at, run.zone))        as weekday,
        cast(case when clocked.is_timed then extract(hour from clocked.started_local) end as integer) as hour,
        clocked.landing,
        clocked.source,
        clocked.channel,
        clocked.device,
        case when clocked.is_timed then micros_between(clocked.started_at, clocked.ended_at) / 1000000.0 end as seconds,
        cast(clocked.events as bigint)                          as events,
        cast(clocked.pages as bigint)                           as pages,
        coalesce(session_goods.products, 0)                     as products,
        coalesce(session_goods.categories, 0)                   as categories,
        cast(coalesce(session_goods.most_of_one, 0) as bigint)  as most_of_one,
        coalesce(session_goods.bought_before, 0)                as bought_before,
        cast(clocked.lists as bigint)                           as lists,
        cast(clocked.searches as bigint)                        as searches,
        cast(clocked.empty_searches as bigint)                  as empty_searches,
        cast(clocked.comparisons as bigint)                     as comparisons,
        cast(clocked.filters as bigint)                         as filters,
        cast(clocked.product_views as bigint)                   as product_views,
        cast(clocked.cart_adds as bigint)                       as cart_adds,
        cast(clocked.cart_removes as bigint)                    as cart_removes,
        cast(clocked.cart_views as bigint)                      as cart_views,
        cast(clocked.wishlists as bigint)                       as wishlists,
        cast(clocked.reviews as bigint)                         as reviews,
        cast(clocked.promotions as bigint)                      as promotions,
        cast(clocked.coupons as bigint)                         as coupons,
        cast(clocked.account_views as bigint)                   as account_views,
        cast(clocked.checkouts as bigint)                       as checkouts,
        cast(clocked.shipping_steps as bigint)                  as shipping_steps,
        cast(clocked.payment_steps as bigint)                   as payment_steps,
        cast(clocked.purchases as bigint)                       as purchases,
        cast(clocked.downloads as bigint)                       as downloads,
        cast(clocked.videos as bigint)                          as videos,
        cast(clocked.chats as bigint)                           as chats,
        cast(clocked.support_views as bigint)                   as support_views,
        cast(clocked.errors as bigint)                          as errors,
        cast(clocked.slow_pages as bigint)                      as slow_pages,
        session_goods.top_category,
        clocked.feature,
        case
            when clocked.purchases > 0 then 'purchase'
            when clocked.payment_steps > 0 then 'payment'
            when clocked.shipping_steps > 0 then 'shipping'
            when clocked.checkouts > 0 then 'checkout'
            when clocked.cart_adds > 0 then 'cart'
            when clocked.product_views > 0 then 'product'
            else 'visit'
        end                                                     as reached,
        case
            when clocked.purchases > 0 then 'purchase'
            when clocked.cart_adds > clocked.cart_removes or clocked.checkouts > 0 then 'cart_left'
            when clocked.chats > 0 or clocked.support_views > 0 then 'help'
            when clocked.events = 1 then 'bounce'
            else 'left'
        end                                                     as outcome
    from clocked
    cross join run
    left join session_goods on session_goods.session_id = clocked.session_id
    where clocked.events < 100 or not clocked.is_timed or micros_between(clocked.started_at, clocked.ended_at) >= clocked.events * 1000000
)

select * from sessions
union all
select * from stated_sessions
