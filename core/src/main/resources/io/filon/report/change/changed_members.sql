-- One row per group and customer who is in it today and was not, or was and is not: the money then for who left, the money now for who entered.
-- reads  current_members, since_members (group_name, customer_id, amount)
-- grain  group_name, customer_id
with

changed_members as (
    select
        coalesce(current_members.group_name, since_members.group_name)      as group_name,
        coalesce(current_members.customer_id, since_members.customer_id)    as customer_id,
        current_members.customer_id is not null                             as entered,
        coalesce(current_members.amount, since_members.amount)              as amount
    from current_members
    full outer join since_members
        on since_members.group_name = current_members.group_name
        and since_members.customer_id = current_members.customer_id
    where current_members.customer_id is null or since_members.customer_id is null
)

select * from changed_members order by group_name, entered, amount desc nulls last, customer_id
