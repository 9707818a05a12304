-- One row per buyer: how many days apart purchases usually are, the customer's own median shrunk to the base's.
-- reads  buyers, purchase_gaps (customer_id, gap_days), base_rhythm (base_gap_days)
-- grain  customer_id
with

own as (
    select
        customer_id,
        count(*)            as gaps,
        median(gap_days)    as own_gap_days
    from purchase_gaps
    group by customer_id
),

rhythm as (
    select
        buyers.customer_id,
        coalesce(own.gaps, 0) + 1                               as order_days,
        own.own_gap_days,
        -- the base's rhythm weighs as much as three gaps of the customer's own
        (coalesce(own.gaps, 0) * coalesce(own.own_gap_days, 0) + 3 * base_rhythm.base_gap_days)
            / (coalesce(own.gaps, 0) + 3)                       as usual_gap_days
    from buyers
    cross join base_rhythm
    left join own on own.customer_id = buyers.customer_id
)

select * from rhythm
