-- One row: the usual gap between purchases in the base, and how sure that is; 122 days (three make a year) where nobody came back.
-- reads  purchase_gaps (gap_days)
-- grain  gaps
with

base_rhythm as (
    select
        count(*)                                    as gaps,
        cast(coalesce(median(gap_days), 122) as double) as base_gap_days,
        count(*) > 0                                as measured
    from purchase_gaps
)

select * from base_rhythm
