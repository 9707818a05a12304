-- One row per file understood: its rows are kept, merged into others or rejected.
-- reads  in_sources (source_id, rows_read, rows_rejected, rows_repeated, is_duplicate), merged_rows (source_id, rows)
-- grain  source_id
with

counted as (
    select
        in_sources.*,
        case
            when in_sources.is_duplicate then 0
            else in_sources.rows_repeated
        end                                                     as given_again,
        case
            when in_sources.is_duplicate then in_sources.rows_repeated
            else in_sources.rows_repeated + coalesce(merged_rows.rows, 0)
        end                                                     as rows_merged
    from in_sources
    left join merged_rows on in_sources.source_id = merged_rows.source_id
)

select
    source_id,
    file,
    content_hash,
    recipe,
    kind,
    rows_read + given_again                                     as rows_read,
    rows_read + given_again - rows_rejected - rows_merged       as rows_kept,
    rows_merged,
    rows_rejected,
    read_at,
    position
from counted
order by position nulls last
