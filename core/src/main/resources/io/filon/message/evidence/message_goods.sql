-- One row per group and category: how many of its buyers bought of it, and how many of all others.
-- reads  message_people (segment, customer_id), order_lines (order_id, category, is_return), purchases (order_id, customer_id), run (as_of)
-- grain  segment, category
with

bought as (
    select distinct
        purchases.customer_id,
        order_lines.category
    from order_lines
    inner join purchases on purchases.order_id = order_lines.order_id
    where purchases.customer_id is not null and order_lines.category is not null
        and not coalesce(order_lines.is_return, false)
),

buyers as (
    select distinct customer_id from bought
),

everybody as (
    select
        category,
        count(*) as customers
    from bought
    group by category
),

groups as (
    select
        message_people.segment,
        count(*) as customers
    from message_people
    inner join buyers on buyers.customer_id = message_people.customer_id
    group by message_people.segment
),

inside as (
    select
        message_people.segment,
        bought.category,
        count(*) as customers
    from message_people
    inner join bought on bought.customer_id = message_people.customer_id
    group by message_people.segment, bought.category
),

message_goods as (
    select
        inside.segment,
        inside.category,
        inside.customers                                                as having_it,
        groups.customers                                                as people,
        everybody.customers - inside.customers                          as others_having_it,
        (select count(*) from buyers) - groups.customers                as other_people
    from inside
    inner join groups on groups.segment = inside.segment
    inner join everybody on everybody.category = inside.category
)

select * from message_goods order by segment, category
