-- One row per calendar year with purchases.
-- reads  order_ledger, customer_costs, orders, purchase_totals (lines_with_cost)
-- grain  year
with

years as (
    select
        year_of(bought_on)                      as year,
        count(distinct customer_id)             as buyers,
        cast(sum(orders) as bigint)             as orders,
        cast(sum(lines) as bigint)              as order_lines,
        cast(sum(revenue) as decimal(18, 4))    as revenue,
        cast(sum(product_cost) as decimal(18, 4)) as product_cost,
        cast(sum(contribution) as decimal(18, 4)) as contribution
    from order_ledger
    group by year_of(bought_on)
),

later as (
    -- what is paid per customer, in the year it was paid
    select
        year_of(spent_on)                       as year,
        sum(returned)                           as returned,
        sum(returned + return_cost + service_cost + contact_cost + acquisition_cost) as cost
    from customer_costs
    group by year_of(spent_on)
),

year_totals as (
    select
        years.year,
        years.buyers,
        case when exists (select 1 from orders) then years.orders else 0 end as orders,
        case when exists (select 1 from orders) then years.order_lines else 0 end as order_lines,
        cast(years.revenue - coalesce(later.returned, 0) as decimal(18, 4)) as revenue,
        case when purchase_totals.lines_with_cost > 0 then years.product_cost end as cost,
        case when purchase_totals.lines_with_cost > 0
            then cast(years.revenue - coalesce(later.returned, 0) - years.product_cost as decimal(18, 4)) end as margin,
        cast(years.contribution - coalesce(later.cost, 0) as decimal(18, 4)) as net
    from years
    cross join purchase_totals
    left join later on later.year = years.year
)

select * from year_totals order by year
