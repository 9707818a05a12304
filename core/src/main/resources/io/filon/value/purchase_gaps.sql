-- One row per pair of consecutive purchase days of one customer: the days between them. An order that only gives back is none.
-- reads  order_ledger (customer_id, bought_on, orders)
-- grain  customer_id, bought_on
with

days as (
    select distinct
        customer_id,
        bought_on
    from order_ledger
    where customer_id is not null and orders > 0
),

gaps as (
    select
        customer_id,
        bought_on,
        lag(bought_on) over (partition by customer_id order by bought_on) as bought_before
    from days
),

purchase_gaps as (
    select
        customer_id,
        bought_on,
        days_between(bought_before, bought_on) as gap_days
    from gaps
    where bought_before is not null
)

select * from purchase_gaps
