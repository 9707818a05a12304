-- One row per product in an order. An order whose file has no lines is one line with its amount of goods; a file that
-- gives the amount of the order only leaves it on the first of its lines.
-- reads  in_order_lines (order_id, row_no, amount, status), order_heads (order_id, customer_id, ordered_on, standing, lines, goods), mixed_lines (source_id, row_no, line_no)
-- grain  order_id, line_no
with

lines as (
    select
        in_order_lines.order_id,
        in_order_lines.source_id,
        -- cancelled alone, while the order stands
        coalesce(in_order_lines.status = 'cancelled' and order_heads.standing > 0, false) as gone,
        cast(coalesce(
            mixed_lines.line_no, in_order_lines.row_no - order_heads.first_row_no + 1
        ) as integer)                                               as line_no,
        order_heads.customer_id,
        order_heads.ordered_on,
        in_order_lines.product_id,
        in_order_lines.product,
        in_order_lines.category,
        in_order_lines.subcategory,
        case when gone then 0 else in_order_lines.quantity end      as quantity,
        case when gone then 0 else in_order_lines.discount end      as discount,
        case
            when gone then 0
            when order_heads.lines = 0 then order_heads.goods
            when order_heads.lines_amount is not null then in_order_lines.amount
            when in_order_lines.row_no = order_heads.first_line_row_no then order_heads.goods
        end                                                         as amount,
        case when gone then 0 * in_order_lines.cost else in_order_lines.cost end as cost,
        case when gone then 0 * in_order_lines.profit else in_order_lines.profit end as profit,
        in_order_lines.is_return
    from in_order_lines
    join order_heads on in_order_lines.order_id = order_heads.order_id
    left join mixed_lines
        on in_order_lines.source_id = mixed_lines.source_id
        and in_order_lines.row_no = mixed_lines.row_no
    where
        not in_order_lines.merged
        and in_order_lines.level <> 'part'
        and (in_order_lines.level = 'line' or order_heads.lines = 0)
),

order_lines as (
    select
        order_id,
        line_no,
        customer_id,
        ordered_on,
        product_id,
        product,
        category,
        subcategory,
        quantity,
        cast(coalesce(amount, 0) + coalesce(discount, 0) as decimal(18, 4)) as list_amount,
        coalesce(discount, 0)                                       as discount,
        cast(coalesce(amount, 0) as decimal(18, 4))                 as amount,
        cost,
        profit,
        is_return or coalesce(amount < 0, false)                    as is_return,
        source_id
    from lines
)

select * from order_lines
