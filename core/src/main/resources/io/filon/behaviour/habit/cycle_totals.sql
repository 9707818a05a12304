-- One row: how long customers who come back usually take, whether the later half of their gaps is longer than the earlier, and how many are overdue.
-- reads  repurchase_cycles
-- grain  customers
with

cycle_totals as (
    select
        count(*)                                                        as customers,
        median(usual_gap_days)                                          as usual_gap_days,
        count(log_change) filter (where gaps >= 6)                      as customers_with_trend,
        avg(log_change) filter (where gaps >= 6)                        as log_change,
        stddev_samp(log_change) filter (where gaps >= 6)                as log_change_spread,
        count(*) filter (where overdue > 2)                             as overdue_customers
    from repurchase_cycles
)

select * from cycle_totals
