-- One row: what the purchases of the base add up to, and what their files state of costs.
-- reads  purchases (bought_on, orders, lines, amount, order_discount, lines_with_cost, stated_cost, amount_without_cost, tax_stated, stated_tax)
-- grain  first_bought_on
with

totals as (
    select
        count(*)                                                    as purchases,
        coalesce(sum(orders), 0)                                    as orders,
        coalesce(sum(lines), 0)                                     as lines,
        coalesce(sum(lines_with_cost), 0)                           as lines_with_cost,
        coalesce(sum(stated_cost), 0)                               as stated_cost,
        coalesce(sum(amount - amount_without_cost), 0)              as amount_with_cost,
        coalesce(sum(amount), 0)                                    as amount,
        coalesce(sum(order_discount), 0)                            as order_discount,
        coalesce(sum(stated_tax) filter (where tax_stated), 0)      as stated_tax,
        min(bought_on)                                              as first_bought_on,
        max(bought_on)                                              as last_bought_on
    from purchases
)

select * from totals
