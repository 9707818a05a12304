-- One row: whether customers of this business usually reorder: three in ten of those known for a whole window bought again within one.
-- reads  buyers (customer_id, first_order_on), purchase_gaps (customer_id, bought_on), star_window (from_on, window_days)
-- grain  mature_buyers
with

second_purchases as (
    select
        customer_id,
        min(bought_on) as second_order_on
    from purchase_gaps
    group by customer_id
),

counts as (
    select
        count(*)                                                                as mature_buyers,
        count(*) filter (where days_between(buyers.first_order_on, second_purchases.second_order_on)
            <= star_window.window_days)                                         as reordering_buyers
    from buyers
    cross join star_window
    left join second_purchases on second_purchases.customer_id = buyers.customer_id
    where buyers.first_order_on <= star_window.from_on
),

reorders as (
    select
        mature_buyers,
        reordering_buyers,
        coalesce(ratio(reordering_buyers, mature_buyers), 0)            as reorder_share,
        coalesce(ratio(reordering_buyers, mature_buyers), 0) >= 0.3     as usually_reorders
    from counts
)

select * from reorders
