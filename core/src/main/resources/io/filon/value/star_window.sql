-- One row: the days over which customers are compared to find the stars: the window asked for, or half of a history that is not 90 days longer.
-- reads  purchase_totals (first_bought_on), value_settings (star_window_days), run (as_of)
-- grain  to_on
with

history as (
    select
        run.as_of,
        days_between(coalesce(purchase_totals.first_bought_on, run.as_of), run.as_of) + 1 as history_days,
        value_settings.star_window_days
    from run
    cross join purchase_totals
    cross join value_settings
),

sized as (
    select
        as_of,
        history_days,
        case when history_days >= star_window_days + 90 then star_window_days
            else greatest(cast(floor(history_days / 2) as integer), 1) end as window_days
    from history
),

star_window as (
    select
        days_after(as_of, 1 - window_days)  as from_on,
        as_of                               as to_on,
        cast(window_days as integer)        as window_days,
        cast(history_days as bigint)        as history_days
    from sized
)

select * from star_window
