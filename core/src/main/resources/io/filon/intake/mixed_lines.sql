-- One row per line of an order whose lines come from several files, with a number of its own: rows of two files may
-- stand at the same place.
-- reads  in_order_lines (source_id, row_no, order_id), order_heads (order_id, is_mixed)
-- grain  source_id, row_no
with

mixed_lines as (
    select
        in_order_lines.source_id,
        in_order_lines.row_no,
        cast(row_number() over (
            partition by in_order_lines.order_id
            order by in_order_lines.source_id nulls last, in_order_lines.row_no nulls last
        ) as integer)                                               as line_no
    from in_order_lines
    join order_heads on in_order_lines.order_id = order_heads.order_id
    where
        order_heads.is_mixed
        and in_order_lines.level = 'line'
        and not in_order_lines.merged
)

select * from mixed_lines
