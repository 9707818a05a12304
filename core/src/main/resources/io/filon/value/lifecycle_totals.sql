-- One row per stage somebody is in: how many and how much money.
-- reads  lifecycle
-- grain  stage
with

lifecycle_totals as (
    select
        stage,
        count(*)                                                    as customers,
        cast(sum(revenue_total) as decimal(18, 4))                  as revenue,
        cast(sum(net_total) as decimal(18, 4))                      as net,
        cast(sum(net_12m) as decimal(18, 4))                        as net_12m,
        cast(sum(net_last_active) as decimal(18, 4))                as net_last_active,
        cast(median(days_since_last_order) as double)               as median_days_since_last_order,
        cast(median(usual_gap_days) as double)                      as median_usual_gap_days,
        cast(median(own_gap_days) as double)                        as median_own_gap_days
    from lifecycle
    group by stage
)

select * from lifecycle_totals order by stage
