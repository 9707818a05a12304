-- One row per visitor and stretch of the clock as long as a session may pause: whatever lies in one stretch is of one
-- session, so that only these few rows need be put in order. What is left out is added up by reason, with no visitor.
-- reads  events (customer_id, anonymous_id, name, occurred_at, session_id, channel, device, page, category, source, feature, results, load_seconds, is_robot), event_steps (name, step, is_address), page_steps (page, step), customers (customer_id, is_staff), session_owners (session_id, visitor), session_settings (gap_minutes), run (as_of_end)
-- grain  left_out, visitor, stated_session, slot
with

staff as (
    select customer_id
    from customers
    where is_staff
),

named as (
    select
        coalesce(
            events.customer_id, events.anonymous_id, session_owners.visitor,
            'session ' || events.session_id)                    as visitor,
        events.customer_id,
        events.session_id                                       as stated_session,
        events.occurred_at,
        time_slot(events.occurred_at, session_settings.gap_minutes * 60) as slot,
        events.channel,
        events.device,
        events.source,
        events.feature,
        case when event_steps.is_address then events.name else events.page end as page,
        coalesce(page_steps.step, event_steps.step)             as step,
        event_steps.step = 'page'                               as is_page_view,
        coalesce(events.results = 0, false)                     as nothing_found,
        coalesce(events.load_seconds >= 4, false)               as slow,
        case
            when event_steps.step = 'outside' then 'not_a_visit'
            when events.is_robot then 'robot'
            when staff.customer_id is not null then 'staff'
            when coalesce(events.customer_id, events.anonymous_id, events.session_id) is null then 'no_identity'
            when events.occurred_at < timestamp with time zone '1995-01-01 00:00:00+00' then 'wrong_clock'
            when events.occurred_at > run.as_of_end then 'after_as_of'
        end                                                     as left_out
    from events
    inner join event_steps on event_steps.name = events.name
    left join session_owners on session_owners.session_id = events.session_id
    cross join session_settings
    cross join run
    left join page_steps on page_steps.page = case
        when event_steps.is_address then events.name
        when event_steps.step = 'page' then events.page
    end
    left join staff on staff.customer_id = events.customer_id
),

session_pieces as (
    select
        left_out,
        case when left_out is null then visitor end             as visitor,
        case when left_out is null then stated_session end      as stated_session,
        case when left_out is null and stated_session is null then slot end as slot,
        min(customer_id)                                        as customer_id,
        min(occurred_at)                                        as first_at,
        max(occurred_at)                                        as last_at,
        first_by(page, occurred_at)                             as landing,
        first_by(source, occurred_at)                           as source,
        first_by(feature, occurred_at)                          as feature,
        min(channel)                                            as channel,
        min(device)                                             as device,
        count(*)                                                as events,
        count(*) filter (where is_page_view)                    as page_views,
        count(*) filter (where step in ('page', 'list', 'search', 'product', 'compare', 'cart_view', 'support')) as views,
        count(*) filter (where step = 'list')                   as lists,
        count(*) filter (where step = 'search')                 as searches,
        count(*) filter (where step = 'search' and nothing_found) as empty_searches,
        count(*) filter (where step = 'compare')                as comparisons,
        count(*) filter (where step = 'filter')                 as filters,
        count(*) filter (where step = 'product')                as product_views,
        count(*) filter (where step = 'cart_add')               as cart_adds,
        count(*) filter (where step = 'cart_remove')            as cart_removes,
        count(*) filter (where step = 'cart_view')              as cart_views,
        count(*) filter (where step = 'wishlist')               as wishlists,
        count(*) filter (where step = 'review')                 as reviews,
        count(*) filter (where step = 'promotion')              as promotions,
        count(*) filter (where step = 'coupon')                 as coupons,
        count(*) filter (where step = 'account')                as account_views,
        count(*) filter (where step = 'checkout')               as checkouts,
        count(*) filter (where step = 'shipping')               as shipping_steps,
        count(*) filter (where step = 'payment')                as payment_steps,
        count(*) filter (where step = 'purchase')               as purchases,
        count(*) filter (where step = 'download')               as downloads,
        count(*) filter (where step = 'video')                  as videos,
        count(*) filter (where step = 'chat')                   as chats,
        count(*) filter (where step = 'support')                as support_views,
        count(*) filter (where step = 'error')                  as errors,
        count(*) filter (where slow)                            as slow_pages
    from named
    group by
        left_out,
        case when left_out is null then visitor end,
        case when left_out is null then stated_session end,
        case when left_out is null and stated_session is null then slot end
)

select * from session_pieces
