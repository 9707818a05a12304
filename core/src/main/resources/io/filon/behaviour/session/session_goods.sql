-- One row per session in which products or categories were seen: how many different ones, how many bought on earlier
-- days, and the category most seen.
-- reads  events (customer_id, anonymous_id, name, occurred_at, session_id, product_id, category), products (product_id, category), event_steps (name, step), session_numbers, session_owners (session_id, visitor), session_settings (gap_minutes), order_lines (customer_id, product_id, ordered_on), run (zone)
-- grain  session_id
with

goods as (
    select
        product_id,
        min(category)                                           as category
    from products
    group by product_id
),

bought as (
    select
        customer_id,
        product_id,
        min(ordered_on)                                         as first_on
    from order_lines
    where customer_id is not null and product_id is not null
    group by customer_id, product_id
),

seen as (
    select
        coalesce(
            events.customer_id, events.anonymous_id, session_owners.visitor,
            'session ' || events.session_id)                    as visitor,
        events.session_id                                       as stated_session,
        case
            when events.session_id is null then time_slot(events.occurred_at, session_settings.gap_minutes * 60)
        end                                                     as slot,
        events.product_id,
        events.category,
        count(*)                                                as times,
        count(*) filter (where event_steps.step = 'product')    as views
    from events
    inner join event_steps on event_steps.name = events.name
    left join session_owners on session_owners.session_id = events.session_id
    cross join session_settings
    where (events.product_id is not null or events.category is not null)
        and event_steps.step not in ('purchase', 'outside')
        and not coalesce(events.is_robot, false)
    group by all
),

of_session as (
    select
        session_numbers.session_id,
        seen.product_id,
        coalesce(seen.category, goods.category)                 as category,
        min(session_numbers.customer_id)                        as customer_id,
        min(day_in(session_numbers.first_at, run.zone))         as seen_on,
        sum(seen.times)                                         as times,
        sum(seen.views)                                         as views
    from seen
    cross join run
    inner join session_numbers on session_numbers.visitor = seen.visitor
        and session_numbers.stated_session is not distinct from seen.stated_session
        and session_numbers.slot is not distinct from seen.slot
    left join goods on goods.product_id = seen.product_id
    group by session_numbers.session_id, seen.product_id, coalesce(seen.category, goods.category)
),

by_category as (
    select
        session_id,
        category,
        sum(times)                                              as times
    from of_session
    where category is not null
    group by session_id, category
),

categories as (
    select
        session_id,
        count(*)                                                as categories,
        first_by(category, -times)                              as top_category
    from by_category
    group by session_id
),

products_seen as (
    select
        of_session.session_id,
        count(distinct of_session.product_id)                   as products,
        max(of_session.views) filter (where of_session.product_id is not null) as most_of_one,
        count(distinct bought.product_id)                       as bought_before
    from of_session
    left join bought on bought.customer_id = of_session.customer_id and bought.product_id = of_session.product_id
        and bought.first_on < of_session.seen_on
    group by of_session.session_id
),

session_goods as (
    select
        products_seen.session_id,
        products_seen.products,
        products_seen.most_of_one,
        products_seen.bought_before,
        coalesce(categories.categories, 0)                      as categories,
        categories.top_category
    from products_seen
    left join categories on categories.session_id = products_seen.session_id
)

select * from session_goods
