-- One row per customer and day with a purchase, returns taken off: what the predictions learn from. A day from which everything came back is none.
-- reads  order_ledger (customer_id, bought_on, revenue, returned, contribution)
-- grain  customer_id, bought_on
with

days as (
    select
        customer_id,
        bought_on,
        cast(sum(revenue) as decimal(18, 4))        as revenue,
        cast(sum(contribution) as decimal(18, 4))   as margin,
        sum(returned)                               as returned
    from order_ledger
    where customer_id is not null
    group by customer_id, bought_on
),

purchase_days as (
    select
        customer_id,
        bought_on,
        revenue,
        margin
    from days
    -- something free is still a purchase; something given back is not
    where revenue > 0 or (revenue = 0 and returned = 0)
)

select * from purchase_days order by customer_id, bought_on
