-- One row: the days in which customers' outcomes are compared, equally many for all: the longest of 365, 180 and 90 that leaves seven in ten buyers known before it, else 90.
-- It ends one return lag (by which 95 % of what comes back is back) before the run's date. No from_on: the history is too short.
-- reads  purchase_totals (first_bought_on), buyers (first_order_on), returns (order_id, returned_on), purchases (order_id, bought_on), run (as_of)
-- grain  as_of
with

lags as (
    select
        cast(floor(least(90, coalesce(
            percentile_cont(0.95) within group (order by days_between(purchases.bought_on, returns.returned_on)), 0)))
            as integer)                                         as lag_days
    from returns
    inner join purchases on purchases.order_id = returns.order_id
    cross join run
    where returns.returned_on between purchases.bought_on and run.as_of
),

ended as (
    select
        run.as_of,
        lags.lag_days,
        days_after(run.as_of, -lags.lag_days)                   as to_on,
        coalesce(purchase_totals.first_bought_on, run.as_of)    as first_bought_on
    from run
    cross join lags
    cross join purchase_totals
),

lengths as (
    select 365 as days
    union all
    select 180 as days
    union all
    select 90 as days
),

tried as (
    select
        lengths.days,
        count(buyers.first_order_on) filter (where buyers.first_order_on <= days_after(ended.to_on, -lengths.days)) as buyers_before,
        count(buyers.first_order_on) filter (where buyers.first_order_on <= ended.to_on) as buyers_until
    from lengths
    cross join ended
    left join buyers on buyers.first_order_on <= ended.to_on
    group by lengths.days
),

fitting as (
    -- a month of history before it is the least that says anything of its customers
    select
        tried.*,
        row_number() over (
            order by
                case when tried.buyers_before >= 0.7 * tried.buyers_until then 0 else 1 end,
                case when tried.buyers_before >= 0.7 * tried.buyers_until then -tried.days else tried.days end
        )                                                       as place
    from tried
    cross join ended
    where days_between(ended.first_bought_on, days_after(ended.to_on, -tried.days)) >= 30
),

outcome_window as (
    select
        ended.as_of,
        days_after(ended.to_on, 1 - fitting.days)               as from_on,
        ended.to_on,
        coalesce(fitting.days, 0)                               as window_days,
        ended.lag_days,
        ended.first_bought_on,
        cast(days_between(ended.first_bought_on, ended.as_of) + 1 as bigint) as history_days,
        coalesce(fitting.buyers_before, 0)                      as buyers_before,
        (select count(*) from buyers)                           as buyers
    from ended
    left join fitting on fitting.place = 1
)

select * from outcome_window
