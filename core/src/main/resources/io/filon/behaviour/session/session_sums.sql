-- One row per session: its pieces added up. Most sessions are one piece, and are taken as they are: adding up so many columns costs more than
-- all else.
-- reads  session_pieces, session_numbers (visitor, stated_session, slot, session_id, is_whole)
-- grain  session_id
with

pieces as (
    select
        session_pieces.*,
        session_numbers.session_id,
        session_numbers.is_whole
    from session_pieces
    inner join session_numbers on session_numbers.visitor = session_pieces.visitor
        and session_numbers.stated_session is not distinct from session_pieces.stated_session
        and session_numbers.slot is not distinct from session_pieces.slot
),

whole as (
    select
        session_id,
        visitor,
        customer_id,
        first_at                                as started_at,
        last_at                                 as ended_at,
        landing,
        source,
        feature,
        channel,
        device,
        events,
        greatest(page_views, views)             as pages,
        lists,
        searches,
        empty_searches,
        comparisons,
        filters,
        product_views,
        cart_adds,
        cart_removes,
        cart_views,
        wishlists,
        reviews,
        promotions,
        coupons,
        account_views,
        checkouts,
        shipping_steps,
        payment_steps,
        purchases,
        downloads,
        videos,
        chats,
        support_views,
        errors,
        slow_pages
    from pieces
    where is_whole
),

added as (
    select
        session_id,
        visitor,
        min(customer_id)                        as customer_id,
        min(first_at)                           as started_at,
        max(last_at)                            as ended_at,
        first_by(landing, first_at)             as landing,
        first_by(source, first_at)              as source,
        first_by(feature, first_at)             as feature,
        min(channel)                            as channel,
        min(device)                             as device,
        sum(events)                             as events,
        greatest(sum(page_views), sum(views))   as pages,
        sum(lists)                              as lists,
        sum(searches)                           as searches,
        sum(empty_searches)                     as empty_searches,
        sum(comparisons)                        as comparisons,
        sum(filters)                            as filters,
        sum(product_views)                      as product_views,
        sum(cart_adds)                          as cart_adds,
        sum(cart_removes)                       as cart_removes,
        sum(cart_views)                         as cart_views,
        sum(wishlists)                          as wishlists,
        sum(reviews)                            as reviews,
        sum(promotions)                         as promotions,
        sum(coupons)                            as coupons,
        sum(account_views)                      as account_views,
        sum(checkouts)                          as checkouts,
        sum(shipping_steps)                     as shipping_steps,
        sum(payment_steps)                      as payment_steps,
        sum(purchases)                          as purchases,
        sum(downloads)                          as downloads,
        sum(videos)                             as videos,
        sum(chats)                              as chats,
        sum(support_views)                      as support_views,
        sum(errors)                             as errors,
        sum(slow_pages)                         as slow_pages
    from pieces
    where not is_whole
    group by session_id, visitor
),

session_sums as (
    select * from whole
    union all
    select * from added
)

select * from session_sums
