-- One row per group an audit shows and customer in it today, with the money the group is about.
-- reads  star_customers (customer_id, net_window), loss_makers (customer_id, net), lifecycle (customer_id, stage, net_last_active)
-- grain  group_name, customer_id
with

current_members as (
    select
        'star_customers' as group_name,
        customer_id,
        net_window as amount
    from star_customers
    union all
    select
        'loss_makers' as group_name,
        customer_id,
        net as amount
    from loss_makers
    union all
    select
        stage as group_name,
        customer_id,
        net_last_active as amount
    from lifecycle
)

select * from current_members
