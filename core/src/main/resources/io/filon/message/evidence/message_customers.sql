-- One row per customer of a group that is spoken to: what a figure in a text may rest on.
-- reads  message_people (segment, customer_id), customer_facts, customer_ledger (customer_id, gross_sales), lifecycle (customer_id, stage), customer_jobs (customer_id, usual_job), order_ledger (customer_id, bought_on, discounts), reviews (customer_id, rating, reviewed_on), units, run (as_of)
-- grain  segment, customer_id
with

opinions as (
    select
        coalesce(units.unit_id, reviews.customer_id)    as customer_id,
        avg(reviews.rating)                             as rating
    from reviews
    cross join run
    left join units on units.customer_id = reviews.customer_id
    where reviews.rating is not null and coalesce(reviews.reviewed_on, run.as_of) <= run.as_of
    group by coalesce(units.unit_id, reviews.customer_id)
),

saved as (
    select
        order_ledger.customer_id,
        sum(order_ledger.discounts) as discounts
    from order_ledger
    cross join run
    where days_between(order_ledger.bought_on, run.as_of) < 365
    group by order_ledger.customer_id
),

message_customers as (
    select
        message_people.segment,
        message_people.customer_id,
        customer_facts.orders_total,
        customer_facts.order_days,
        customer_facts.returns_total,
        customer_facts.days_since_last_order,
        customer_facts.own_gap_days,
        case when customer_ledger.gross_sales > 0 then customer_facts.discount_share end    as discount_share,
        cast(saved.discounts as double)                                                     as saved_12m,
        opinions.rating,
        customer_facts.satisfaction,
        lifecycle.stage,
        customer_jobs.usual_job
    from message_people
    inner join customer_facts on customer_facts.customer_id = message_people.customer_id
    left join customer_ledger on customer_ledger.customer_id = message_people.customer_id
    left join lifecycle on lifecycle.customer_id = message_people.customer_id
    left join customer_jobs on customer_jobs.customer_id = message_people.customer_id
    left join saved on saved.customer_id = message_people.customer_id
    left join opinions on opinions.customer_id = message_people.customer_id
)

select * from message_customers order by segment, customer_id
