-- One row per order: its lines added up, as the files state them. It is one order, or none where its lines only take
-- back: a credit note, a refund with a number of its own. Its money stays with its day and customer.
-- reads  order_lines (order_id, list_amount, discount, amount, cost, profit, is_return)
-- grain  order_id
with

order_amounts as (
    select
        order_id,
        case when max(amount) <= 0 and min(amount) < 0 then 0 else 1 end                as orders,
        count(*)                                                                        as lines,
        count(*) filter (where is_return)                                               as return_lines,
        cast(sum(amount) as decimal(18, 4))                                             as amount,
        cast(coalesce(sum(-amount) filter (where is_return), 0) as decimal(18, 4))      as returned,
        cast(coalesce(sum(discount) filter (where not is_return), 0) as decimal(18, 4)) as discounts,
        count(coalesce(cost, profit))                                                   as lines_with_cost,
        -- an absent cost with a stated profit is what is left of the amount
        cast(coalesce(sum(coalesce(cost, amount - profit)), 0) as decimal(18, 4))       as stated_cost,
        cast(coalesce(sum(amount) filter (where coalesce(cost, profit) is null), 0) as decimal(18, 4)) as amount_without_cost
    from order_lines
    group by order_id
)

select * from order_amounts
