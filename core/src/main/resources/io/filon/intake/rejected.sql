-- One row per row of a file that could not be used, with its line and the code of the reason.
-- reads  in_rejected (source_id, line)
-- grain  source_id, line
with

rejected as (
    select
        source_id,
        file,
        line,
        reason,
        content
    from in_rejected
    qualify row_number() over (partition by source_id, line order by reason nulls last) = 1
)

select * from rejected
order by source_id nulls last, line nulls last
