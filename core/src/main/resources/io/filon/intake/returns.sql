-- One row per return of goods or money that is not already a negative line: files of returns, units given back on a
-- line, money given back for an order.
-- reads  in_returns (return_id, order_id, amount), in_order_lines (returned_quantity), order_heads (refunded, refunded_goods), identities (key, customer_id)
-- grain  return_id
with

stated as (
    select
        in_returns.return_id,
        in_returns.order_id,
        coalesce(identities.customer_id, in_returns.customer_key, order_heads.customer_id) as customer_id,
        coalesce(in_returns.returned_on, order_heads.ordered_on)    as returned_on,
        in_returns.amount,
        in_returns.quantity,
        in_returns.reason,
        in_returns.cost
    from in_returns
    left join identities on in_returns.customer_key = identities.key
    left join order_heads on in_returns.order_id = order_heads.order_id
    where not in_returns.merged
),

of_orders as (
    select
        order_id || ':refund'               as return_id,
        order_id,
        customer_id,
        ordered_on                          as returned_on,
        refunded_goods                      as amount,
        cast(null as decimal(18, 4))        as quantity,
        cast(null as varchar)               as reason,
        cast(null as decimal(18, 4))        as cost
    from order_heads
    where
        refunded > 0
        and order_id not in (select order_id from stated where order_id is not null)
),

of_lines as (
    select
        lines.order_id || ':' || lines.row_no                       as return_id,
        lines.order_id,
        order_heads.customer_id,
        order_heads.ordered_on                                      as returned_on,
        money_by(lines.amount, ratio(lines.returned_quantity, lines.quantity)) as amount,
        lines.returned_quantity                                     as quantity,
        lines.reason,
        cast(null as decimal(18, 4))                                as cost
    from in_order_lines as lines
    join order_heads on lines.order_id = order_heads.order_id
    where
        not lines.merged
        and lines.returned_quantity > 0
        and lines.quantity > 0
        and order_heads.refunded is null
        and lines.order_id not in (select order_id from stated where order_id is not null)
),

all_returns as (
    select * from stated
    union all
    select * from of_orders
    union all
    select * from of_lines
)

select * from all_returns
