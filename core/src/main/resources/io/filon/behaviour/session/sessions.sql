-- One row per session of a visitor: one who pauses longer than the gap begins another. Over a hundred events, more than
-- one a second, are no person's.
-- reads  session_pieces, session_numbers, session_goods (session_id, products, most_of_one, bought_before, categories, top_category), run (zone)
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

sessions as (
    select
        added.session_id,
        added.visitor,
        added.customer_id,
        added.started_at,
        added.ended_at,
        local_time(added.started_at, run.zone)                  as started_local,
        weekday_of(day_in(added.started_at, run.zone))          as weekday,
        cast(extract(hour from local_time(added.started_at, run.zone)) as integer) as hour,
        added.landing,
        added.source,
        added.channel,
        added.device,
        micros_between(added.started_at, added.ended_at) / 1000000.0 as seconds,
        cast(added.events as bigint)                            as events,
        cast(added.pages as bigint)                             as pages,
        coalesce(session_goods.products, 0)                     as products,
        coalesce(session_goods.categories, 0)                   as categories,
        cast(coalesce(session_goods.most_of_one, 0) as bigint)  as most_of_one,
        coalesce(session_goods.bought_before, 0)                as bought_before,
        cast(added.lists as bigint)                             as lists,
        cast(added.searches as bigint)                          as searches,
        cast(added.empty_searches as bigint)                    as empty_searches,
        cast(added.comparisons as bigint)                       as comparisons,
        cast(added.filters as bigint)                           as filters,
        cast(added.product_views as bigint)                     as product_views,
        cast(added.cart_adds as bigint)                         as cart_adds,
        cast(added.cart_removes as bigint)                      as cart_removes,
        cast(added.cart_views as bigint)                        as cart_views,
        cast(added.wishlists as bigint)                         as wishlists,
        cast(added.reviews as bigint)                           as reviews,
        cast(added.promotions as bigint)                        as promotions,
        cast(added.coupons as bigint)                           as coupons,
        cast(added.account_views as bigint)                     as account_views,
        cast(added.checkouts as bigint)                         as checkouts,
        cast(added.shipping_steps as bigint)                    as shipping_steps,
        cast(added.payment_steps as bigint)                     as payment_steps,
        cast(added.purchases as bigint)                         as purchases,
        cast(added.downloads as bigint)                         as downloads,
        cast(added.videos as bigint)                            as videos,
        cast(added.chats as bigint)                             as chats,
        cast(added.support_views as bigint)                     as support_views,
        cast(added.errors as bigint)                            as errors,
        cast(added.slow_pages as bigint)                        as slow_pages,
        session_goods.top_category,
        added.feature,
        case
            when added.purchases > 0 then 'purchase'
            when added.payment_steps > 0 then 'payment'
            when added.shipping_steps > 0 then 'shipping'
            when added.checkouts > 0 then 'checkout'
            when added.cart_adds > 0 then 'cart'
            when added.product_views > 0 then 'product'
            else 'visit'
        end                                                     as reached,
        case
            when added.purchases > 0 then 'purchase'
            when added.cart_adds > added.cart_removes or added.checkouts > 0 then 'cart_left'
            when added.chats > 0 or added.support_views > 0 then 'help'
            when added.events = 1 then 'bounce'
            else 'left'
        end                                                     as outcome
    from added
    cross join run
    left join session_goods on session_goods.session_id = added.session_id
    where added.events < 100 or micros_between(added.started_at, added.ended_at) >= added.events * 1000000
)

select * from sessions
