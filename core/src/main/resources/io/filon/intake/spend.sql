-- One row per campaign and day of advertising, as the file has it.
-- reads  in_spend (source_id, row_no, merged)
-- grain  source_id, row_no
with

spend as (
    select
        source_id,
        row_no,
        campaign,
        channel,
        spent_on,
        amount,
        impressions,
        clicks,
        conversions,
        conversion_value
    from in_spend
    where not merged
)

select * from spend
