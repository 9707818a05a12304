-- One row per thing that happened with a customer, under the name rules know it by; sorted for windows of one name.
-- reads  orders (order_id, customer_id, ordered_on, ordered_at, counts, channel, coupon, payment_method, discount, shipping_charged, city, region, country), order_lines (order_id, amount, discount, quantity), returns (return_id, order_id, customer_id, returned_on, amount, reason), touches (source_id, row_no, customer_id, campaign, channel, sent_at, kind, cost), tickets (ticket_id, customer_id, order_id, opened_at, channel, reason, satisfaction), deals (deal_id, customer_id, amount, opened_on, closed_on, state, channel, product_id), events (event_id, customer_id, name, occurred_at, session_id, channel, device, page, order_id, product_id, amount, properties), units (customer_id, unit_id), rule_customers (customer_id, customer_no), run (zone)
-- grain  event_id
with

sold as (
    select
        order_id,
        sum(amount)     as revenue,
        sum(discount)   as discount,
        sum(quantity)   as units
    from order_lines
    group by order_id
),

-- what the company's own event says of an order that another file states
told as (
    select
        order_id,
        max(session_id)     as session_id,
        max(device)         as device,
        max(page)           as page,
        max(properties)     as properties
    from events
    where name = 'Order Completed' and order_id is not null
    group by order_id
),

happened as (
    select
        'order ' || orders.order_id                                 as event_id,
        orders.customer_id,
        'Order Completed'                                           as name,
        coalesce(orders.ordered_at, start_of_day(orders.ordered_on, run.zone)) as occurred_at,
        orders.order_id,
        orders.channel,
        orders.coupon,
        orders.payment_method,
        orders.city,
        orders.region,
        orders.country,
        cast(sold.revenue as decimal(18, 4))                        as revenue,
        cast(coalesce(sold.discount, 0) + coalesce(orders.discount, 0) as decimal(18, 4)) as discount,
        orders.shipping_charged                                     as shipping,
        cast(sold.units as double)                                  as units,
        cast(null as varchar)                                       as campaign,
        cast(null as varchar)                                       as reason,
        cast(null as double)                                        as satisfaction,
        told.session_id,
        told.device,
        told.page,
        cast(null as varchar)                                       as product_id,
        told.properties
    from orders
    cross join run
    left join sold on sold.order_id = orders.order_id
    left join told on told.order_id = orders.order_id
    where orders.counts
    union all
    select
        'return ' || returns.return_id, returns.customer_id, 'Order Refunded', start_of_day(returns.returned_on, run.zone),
        returns.order_id, null, null, null, null, null, null, returns.amount, null, null, null, null, returns.reason,
        null, null, null, null, null, null
    from returns
    cross join run
    union all
    select
        'touch ' || touches.source_id || ' ' || cast(touches.row_no as varchar), touches.customer_id,
        case touches.kind
            when 'sent' then 'Message Sent'
            when 'opened' then 'Message Opened'
            when 'clicked' then 'Message Clicked'
            when 'bounced' then 'Message Bounced'
            else 'Message Redeemed'
        end,
        touches.sent_at, null, touches.channel, null, null, null, null, null, null, null, null, null, touches.campaign,
        null, null, null, null, null, null, null
    from touches
    union all
    select
        'ticket ' || tickets.ticket_id, tickets.customer_id, 'Ticket Opened', tickets.opened_at, tickets.order_id,
        tickets.channel, null, null, null, null, null, null, null, null, null, null, tickets.reason,
        tickets.satisfaction, null, null, null, null, null
    from tickets
    union all
    select
        'deal opened ' || deals.deal_id, deals.customer_id, 'Deal Opened', start_of_day(deals.opened_on, run.zone), null,
        deals.channel, null, null, null, null, null, deals.amount, null, null, null, null, null, null, null, null, null,
        deals.product_id, null
    from deals
    cross join run
    union all
    select
        'deal closed ' || deals.deal_id, deals.customer_id,
        case when deals.state = 'won' then 'Deal Won' else 'Deal Lost' end,
        start_of_day(deals.closed_on, run.zone), null, deals.channel, null, null, null, null, null, deals.amount, null,
        null, null, null, null, null, null, null, null, deals.product_id, null
    from deals
    cross join run
    where deals.state in ('won', 'lost')
    union all
    select
        -- what other files say of orders is not said twice
        'event ' || events.event_id, events.customer_id, events.name, events.occurred_at, events.order_id,
        events.channel, null, null, null, null, null, events.amount, null, null, null, null, null, null,
        events.session_id, events.device, events.page, events.product_id, events.properties
    from events
    where events.name not in ('Order Completed', 'Order Refunded')
),

rule_events as (
    select
        coalesce(units.unit_id, happened.customer_id)               as customer_id,
        rule_customers.customer_no,
        happened.event_id,
        happened.name,
        happened.occurred_at,
        row_number() over (order by happened.occurred_at, happened.event_id) as seq,
        happened.order_id,
        happened.channel,
        happened.coupon,
        happened.payment_method,
        happened.city,
        happened.region,
        happened.country,
        happened.revenue,
        happened.discount,
        happened.shipping,
        happened.units,
        happened.campaign,
        happened.reason,
        happened.satisfaction,
        happened.session_id,
        happened.device,
        happened.page,
        happened.product_id,
        happened.properties
    from happened
    left join units on units.customer_id = happened.customer_id
    left join rule_customers on rule_customers.customer_id = coalesce(units.unit_id, happened.customer_id)
    where happened.customer_id is not null and happened.occurred_at is not null
)

select * from rule_events order by name, occurred_at, seq
