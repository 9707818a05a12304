-- One row per purchase: a counted order with its lines and returns added up; where no file has orders, a won deal.
-- A credit note is taken off the customer's last purchase before it; where none is known, it stands alone.
-- reads  orders (order_id, customer_id, ordered_on, status, counts, payment_method, discount, tax, tax_stated, shipping_charged, shipping_cost, payment_fee, commission, shipped), order_amounts, returns (order_id, returned_on, amount, cost), deals (deal_id, customer_id, account_id, state, amount, opened_on, closed_on), units, run (as_of)
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

credits as (
    select
        orders.order_id,
        orders.customer_id,
        orders.ordered_on
    from orders
    cross join run
    inner join order_amounts on order_amounts.order_id = orders.order_id
    where not orders.counts
        and order_amounts.return_lines = order_amounts.lines
        and order_amounts.amount < 0
        and coalesce(orders.status not in ('cancelled', 'refused', 'refunded'), true)
        and orders.ordered_on <= run.as_of
),

credited as (
    -- the purchase that each credit note is taken off
    select
        credits.order_id,
        max_by(orders.order_id, (orders.ordered_on, orders.order_id)) as purchase_id
    from credits
    inner join orders
        on orders.customer_id = credits.customer_id
        and orders.ordered_on <= credits.ordered_on
        and orders.counts
    group by credits.order_id
),

counted as (
    select
        orders.order_id,
        orders.customer_id,
        orders.ordered_on                                   as bought_on,
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
    where orders.ordered_on <= run.as_of
        and (orders.counts or orders.order_id in (select order_id from credits))
),

taken_off as (
    select
        credited.purchase_id,
        sum(counted.lines)                                  as lines,
        sum(counted.amount)                                 as amount,
        sum(counted.line_discounts)                         as line_discounts,
        sum(counted.order_discount)                         as order_discount,
        sum(counted.returned_lines)                         as returned_lines,
        sum(counted.returned_later)                         as returned_later,
        sum(counted.returns)                                as returns,
        sum(counted.returns_without_cost)                   as returns_without_cost,
        sum(counted.stated_return_cost)                     as stated_return_cost,
        sum(counted.lines_with_cost)                        as lines_with_cost,
        sum(counted.stated_cost)                            as stated_cost,
        sum(counted.amount_without_cost)                    as amount_without_cost,
        sum(counted.stated_tax)                             as stated_tax,
        sum(counted.shipping_income)                        as shipping_income,
        sum(counted.commission)                             as commission
    from credited
    inner join counted on counted.order_id = credited.order_id
    group by credited.purchase_id
),

netted as (
    select counted.* replace (
        counted.lines + coalesce(taken_off.lines, 0)        as lines,
        counted.amount + coalesce(taken_off.amount, 0)      as amount,
        counted.line_discounts + coalesce(taken_off.line_discounts, 0) as line_discounts,
        counted.order_discount + coalesce(taken_off.order_discount, 0) as order_discount,
        counted.returned_lines + coalesce(taken_off.returned_lines, 0) as returned_lines,
        counted.returned_later + coalesce(taken_off.returned_later, 0) as returned_later,
        counted.returns + coalesce(taken_off.returns, 0)    as returns,
        counted.returns_without_cost + coalesce(taken_off.returns_without_cost, 0) as returns_without_cost,
        counted.stated_return_cost + coalesce(taken_off.stated_return_cost, 0) as stated_return_cost,
        counted.lines_with_cost + coalesce(taken_off.lines_with_cost, 0) as lines_with_cost,
        counted.stated_cost + coalesce(taken_off.stated_cost, 0) as stated_cost,
        counted.amount_without_cost + coalesce(taken_off.amount_without_cost, 0) as amount_without_cost,
        counted.stated_tax + coalesce(taken_off.stated_tax, 0) as stated_tax,
        counted.shipping_income + coalesce(taken_off.shipping_income, 0) as shipping_income,
        counted.commission + coalesce(taken_off.commission, 0) as commission
    )
    from counted
    left join taken_off on taken_off.purchase_id = counted.order_id
    where counted.order_id not in (select order_id from credited)
),

won as (
    select
        deals.deal_id                                       as order_id,
        coalesce(deals.customer_id, deals.account_id)       as customer_id,
        coalesce(deals.closed_on, deals.opened_on)          as bought_on,
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
    select * from netted
    union all
    select * from won
),

purchases as (
    select
        either.order_id,
        coalesce(units.unit_id, either.customer_id)          as customer_id,
        either.bought_on,
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
