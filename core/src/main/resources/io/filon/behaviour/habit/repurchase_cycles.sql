-- One row per buyer who came back: the usual gap, whether the later half of the gaps is longer than the earlier, and how overdue the next purchase is.
-- reads  purchase_gaps, rhythm (customer_id, usual_gap_days), buyers (customer_id, last_order_on), run (as_of)
-- grain  customer_id
with

placed as (
    select
        customer_id,
        gap_days,
        row_number() over (partition by customer_id order by bought_on)     as place,
        count(*) over (partition by customer_id)                            as gaps
    from purchase_gaps
),

halves as (
    select
        customer_id,
        max(gaps)                                                           as gaps,
        avg(ln(gap_days))                                                   as log_mean,
        ln(avg(gap_days))                                                   as mean_log,
        avg(ln(gap_days)) filter (where 2 * place > gaps + 1)
            - avg(ln(gap_days)) filter (where 2 * place < gaps + 1)         as log_change
    from placed
    group by customer_id
),

repurchase_cycles as (
    select
        halves.customer_id,
        halves.gaps,
        rhythm.usual_gap_days,
        -- Moran's statistic: 0 for equal gaps, large for bursts
        2 * halves.gaps * (halves.mean_log - halves.log_mean)               as unevenness,
        halves.log_change,
        days_between(buyers.last_order_on, run.as_of)                       as hiatus_days,
        ratio(days_between(buyers.last_order_on, run.as_of), rhythm.usual_gap_days) as overdue
    from halves
    cross join run
    inner join rhythm on rhythm.customer_id = halves.customer_id
    inner join buyers on buyers.customer_id = halves.customer_id
)

select * from repurchase_cycles order by customer_id
