-- One row per file understood: its rows are kept, merged into others or rejected.
-- reads  in_sources (source_id), merged_rows (source_id, rows)
-- grain  source_id
with

sources as (
    select
        in_sources.source_id,
        in_sources.file,
        in_sources.content_hash,
        in_sources.recipe,
        in_sources.kind,
        in_sources.rows_read,
        in_sources.rows_read - in_sources.rows_rejected
        - case when in_sources.is_duplicate then in_sources.rows_read - in_sources.rows_rejected
            else coalesce(merged_rows.rows, 0) end                          as rows_kept,
        case when in_sources.is_duplicate then in_sources.rows_read - in_sources.rows_rejected
            else coalesce(merged_rows.rows, 0) end                          as rows_merged,
        in_sources.rows_rejected,
        in_sources.read_at,
        in_sources.position
    from in_sources
    left join merged_rows on in_sources.source_id = merged_rows.source_id
)

select * from sources
order by position nulls last
