-- One row: how much there is of everything, and the base's totals.
-- Revenue is sales as stated less returns; product cost is null where no file states cost or profit.
-- reads  customers (customer_id), units, orders, events (event_id), leads (lead_id), deals (state, amount), customer_ledger, buyers, ladder (step, amount), purchase_totals
-- grain  customers
with

people as (
    select count(distinct coalesce(units.unit_id, customers.customer_id)) as known
    from customers
    left join units on units.customer_id = customers.customer_id
),

strangers as (
    -- buyers that no file of customers lists
    select count(*) as unlisted
    from buyers
    where not exists (select 1 from customers where customers.customer_id = buyers.customer_id)
        and not exists (select 1 from units where units.unit_id = buyers.customer_id)
),

sales as (
    select
        coalesce(sum(revenue), 0)       as revenue,
        coalesce(sum(product_cost), 0)  as product_cost
    from customer_ledger
),

base_totals as (
    select
        (select known from people) + (select unlisted from strangers)                       as customers,
        (select count(*) from buyers)                                                       as buyers,
        case when exists (select 1 from orders) then purchase_totals.orders else 0 end      as orders,
        case when exists (select 1 from orders) then purchase_totals.lines else 0 end       as order_lines,
        (select count(*) from events)                                                       as events,
        cast(sales.revenue as decimal(18, 4))                                               as revenue,
        cast(case when purchase_totals.lines_with_cost > 0 then sales.product_cost end as decimal(18, 4)) as cost,
        cast(case when purchase_totals.lines_with_cost > 0 then sales.revenue - sales.product_cost end
            as decimal(18, 4))                                                              as margin,
        (select amount from ladder where step = 'net')                                      as net,
        (select count(*) from leads)                                                        as leads,
        (select count(*) from deals)                                                        as deals,
        (select count(*) from deals where state = 'won')                                    as deals_won,
        cast((select coalesce(sum(amount), 0) from deals where state = 'won') as decimal(18, 4)) as won_value,
        purchase_totals.first_bought_on                                                     as first_order_on,
        purchase_totals.last_bought_on                                                      as last_order_on,
        purchase_totals.lines_with_cost
    from purchase_totals
    cross join sales
)

select * from base_totals
