-- One row per session, machines that nobody declares among them.
-- reads  numbered_pieces, session_goods (session_id, products, categories, top_category), run (zone)
-- grain  session_id
with

added as (
    select
        session_id,
        visitor,
        min(customer_id)                as customer_id,
        min(first_at)                   as started_at,
        max(last_at)                    as ended_at,
        earliest(landing, first_at)     as landing,
        earliest(source, first_at)      as source,
        min(channel)                    as channel,
        min(device)                     as device,
        sum(events)                     as events,
        greatest(sum(page_views), sum(views)) as pages,
        sum(lists)                      as lists,
        sum(searches)                   as searches,
        sum(empty_searches)             as empty_searches,
        sum(comparisons)                as comparisons,
        sum(filters)                    as filters,
        sum(product_views)              as product_views,
        sum(cart_adds)                  as cart_adds,
        sum(cart_removes)               as cart_removes,
        sum(checkouts)                  as checkouts,
        sum(shipping_steps)             as shipping_steps,
        sum(payment_steps)              as payment_steps,
        sum(purchases)                  as purchases,
        sum(downloads)                  as downloads,
        sum(videos)                     as videos,
        sum(chats)                      as chats,
        sum(support_views)              as support_views,
        sum(errors)                     as errors,
        sum(slow_pages)                 as slow_pages
    from numbered_pieces
    group by session_id, visitor
),

session_totals as (
    select
        cast(added.session_id as bigint)                        as session_id,
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
        cast(added.lists as bigint)                             as lists,
        cast(added.searches as bigint)                          as searches,
        cast(added.empty_searches as bigint)                    as empty_searches,
        cast(added.comparisons as bigint)                       as comparisons,
        cast(added.filters as bigint)                           as filters,
        cast(added.product_views as bigint)                     as product_views,
        cast(added.cart_adds as bigint)                         as cart_adds,
        cast(added.cart_removes as bigint)                      as cart_removes,
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
        end                                                     as outcome,
        added.events >= 100 and micros_between(added.started_at, added.ended_at) < added.events * 1000000 as too_fast
    from added
    cross join run
    left join session_goods on session_goods.session_id = added.session_id
)

select * from session_totals
