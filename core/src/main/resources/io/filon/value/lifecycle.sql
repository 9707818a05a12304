-- One row per buyer: the stage of the lifecycle and the numbers that put the customer there.
-- reads  stage_members (customer_id, stage), customer_facts
-- grain  customer_id
with

lifecycle as (
    select
        customer_facts.customer_id,
        stage_members.stage,
        customer_facts.last_order_on,
        customer_facts.days_since_last_order,
        customer_facts.usual_gap_days,
        customer_facts.own_gap_days,
        customer_facts.order_days,
        customer_facts.revenue_total,
        customer_facts.net_total,
        customer_facts.net_12m,
        customer_facts.net_last_active
    from stage_members
    inner join customer_facts on customer_facts.customer_id = stage_members.customer_id
)

select * from lifecycle
