-- One row per purchase: a counted order with its lines and returns added up, `orders` 0 when it only gives back; where no file has orders, a won deal.
-- reads  orders (order_id, customer_id, ordered_on, counts, payment_method, discount, tax, tax_stated, shipping_charged, shipping_cost, payment_fee, commission, shipped), order_amounts, returns (order_id, returned_on, amount, cost), deals (deal_id, customer_id, account_id, state, amount, opened_on, closed_on), units, run (as_of)
-- grain  order_id
with

returned as (
    select
        returns.order_id,
        count(*)                                              as returns_later,
        count(*) filter (where returns.cost is null)          as returns_without_cost,
        cast(coalesce(sum(returns.amount), 0) as decimal(18, 4)) as returned_later,
        cast(coalesce(sum(returns.cost), 0) as decimal(18, 4)) as stated_return_cost
    from returns
    cross join run
    where returns.order_id is not null and coalesce(returns.returned_on, run.as_of) <= run.as_of
    group by returns.order_id
),

counted as (
    select
        orders.order_id,
        orders.customer_id,
        orders.ordered_on                                   as bought_on,
        order_amounts.orders,
        order_amounts.lines,
        order_amounts.amount,
        order_amounts.discounts                             as line_discounts,
        coalesce(orders.discount, 0)                        as order_discount,
        order_amounts.returned                              as returned_lines,
        coalesce(returned.returned_later, 0)                as returned_later,
        case when order_amounts.return_lines > 0 then 1 else 0 end + coalesce(returned.returns_later, 0) as returns,
        case when order_amounts.return_lines > 0 and returned.order_id is null then 1
            else coalesce(returned.returns_without_cost, 0) end as returns_without_cost,
        coalesce(returned.stated_return_cost, 0)            as stated_return_cost,
        order_amounts.lines_with_cost,
        order_amounts.stated_cost,
        order_amounts.amount_without_cost,
        coalesce(orders.tax_stated, false)                  as tax_stated,
        coalesce(orders.tax, 0)                             as stated_tax,
        coalesce(orders.shipping_charged, 0)                as shipping_income,
        orders.shipping_cost,
        coalesce(orders.shipped, false)                     as shipped,
        orders.payment_fee,
        orders.payment_method is not null                   as payment_known,
        coalesce(orders.commission, 0)                      as commission
    from orders
    cross join run
    inner join order_amounts on order_amounts.order_id = orders.order_id
    left join returned on returned.order_id = orders.order_id
    where orders.counts and orders.ordered_on <= run.as_of
),

won as (
    select
        deals.deal_id                                       as order_id,
        coalesce(deals.customer_id, deals.account_id)       as customer_id,
        coalesce(deals.closed_on, deals.opened_on)          as bought_on,
        1                                                   as orders,
        1                                                   as lines,
        deals.amount,
        0                                                   as line_discounts,
        0                                                   as order_discount,
        0                                                   as returned_lines,
        0                                                   as returned_later,
        0                                                   as returns,
        0                                                   as returns_without_cost,
        0                                                   as stated_return_cost,
        0                                                   as lines_with_cost,
        0                                                   as stated_cost,
        deals.amount                                        as amount_without_cost,
        false                                               as tax_stated,
        0                                                   as stated_tax,
        0                                                   as shipping_income,
        null                                                as shipping_cost,
        false                                               as shipped,
        null                                                as payment_fee,
        false                                               as payment_known,
        0                                                   as commission
    from deals
    cross join run
    where deals.state = 'won'
        and deals.amount is not null
        and coalesce(deals.closed_on, deals.opened_on) <= run.as_of
        and not exists (select 1 from orders)
),

either as (
    select * from counted
    union all
    select * from won
),

purchases as (
    select
        either.order_id,
        coalesce(units.unit_id, either.customer_id)          as customer_id,
        either.bought_on,
        cast(either.orders as bigint)                        as orders,
        cast(either.lines as bigint)                         as lines,
        cast(either.amount as decimal(18, 4))                as amount,
        cast(either.line_discounts as decimal(18, 4))        as line_discounts,
        cast(either.order_discount as decimal(18, 4))        as order_discount,
        cast(either.returned_lines as decimal(18, 4))        as returned_lines,
        cast(either.returned_later as decimal(18, 4))        as returned_later,
        cast(either.returns as bigint)                       as returns,
        cast(either.returns_without_cost as bigint)          as returns_without_cost,
        cast(either.stated_return_cost as decimal(18, 4))    as stated_return_cost,
        cast(either.lines_with_cost as bigint)               as lines_with_cost,
        cast(either.stated_cost as decimal(18, 4))           as stated_cost,
        cast(either.amount_without_cost as decimal(18, 4))   as amount_without_cost,
        either.tax_stated,
        cast(either.stated_tax as decimal(18, 4))            as stated_tax,
        cast(either.shipping_income as decimal(18, 4))       as shipping_income,
        cast(either.shipping_cost as decimal(18, 4))         as shipping_cost,
        either.shipped,
        cast(either.payment_fee as decimal(18, 4))           as payment_fee,
        either.payment_known,
        cast(either.commission as decimal(18, 4))            as commission
    from either
    left join units on units.customer_id = either.customer_id
)

select * from purchases
