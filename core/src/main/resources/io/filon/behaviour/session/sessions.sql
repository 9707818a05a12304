-- One row per session of a visitor: one who pauses longer than the gap begins another. Over a hundred events, more than
-- one a second, are no person's. Whatever is all at the very midnight comes from a file of days without times: neither its hour
-- nor how long it took is known.
-- reads  stated_sessions, session_pieces, session_numbers, session_goods (session_id, products, most_of_one, bought_before, categories, top_category), run (zone)
-- grain  session_id
with

added as (
    select
        session_numbers.session_id,
        session_numbers.visitor,
        min(session_pieces.customer_id)                as customer_id,
        min(session_pieces.first_at)                   as started_at,
        max(session_pieces.last_at)                    as ended_at,
        first_by(session_pieces.landing, session_pieces.first_at)     as landing,
        first_by(session_pieces.source, session_pieces.first_at)      as source,
        first_by(session_pieces.feature, session_pieces.first_at)     as feature,
        min(session_pieces.channel)                    as channel,
        min(session_pieces.device)                     as device,
        sum(session_pieces.events)                     as events,
        greatest(sum(session_pieces.page_views), sum(session_pieces.views)) as pages,
        sum(session_pieces.lists)                      as lists,
        sum(session_pieces.searches)                   as searches,
        sum(session_pieces.empty_searches)             as empty_searches,
        sum(session_pieces.comparisons)                as comparisons,
        sum(session_pieces.filters)                    as filters,
        sum(session_pieces.product_views)              as product_views,
        sum(session_pieces.cart_adds)                  as cart_adds,
        sum(session_pieces.cart_removes)               as cart_removes,
        sum(session_pieces.cart_views)                 as cart_views,
        sum(session_pieces.wishlists)                  as wishlists,
        sum(session_pieces.reviews)                    as reviews,
        sum(session_pieces.promotions)                 as promotions,
        sum(session_pieces.coupons)                    as coupons,
        sum(session_pieces.account_views)              as account_views,
        sum(session_pieces.checkouts)                  as checkouts,
        sum(session_pieces.shipping_steps)             as shipping_steps,
        sum(session_pieces.payment_steps)              as payment_steps,
        sum(session_pieces.purchases)                  as purchases,
        sum(session_pieces.downloads)                  as downloads,
        sum(session_pieces.videos)                     as videos,
        sum(session_pieces.chats)                      as chats,
        sum(session_pieces.support_views)              as support_views,
        sum(session_pieces.errors)                     as errors,
        sum(session_pieces.slow_pages)                 as slow_pages
    from session_pieces
    inner join session_numbers on session_numbers.visitor = session_pieces.visitor
        and session_numbers.stated_session is not distinct from session_pieces.stated_session
        and session_numbers.slot is not distinct from session_pieces.slot
    group by session_numbers.session_id, session_numbers.visitor
),

clocked as (
    select
        added.*,
        local_time(added.started_at, run.zone)         as started_local,
        added.started_at < added.ended_at
            or added.started_at <> start_of_day(day_in(added.started_at, run.zone), run.zone) as is_timed
    from added
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
