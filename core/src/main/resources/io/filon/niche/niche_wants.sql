-- One row per customer and thing bought: the first day it was bought and for how much in all.
-- reads  niche_want_days
-- grain  customer_id, want
with

niche_wants as (
    select
        customer_id,
        want,
        min(bought_on)                                                              as first_on,
        sum(amount)                                                                 as amount
    from niche_want_days
    group by customer_id, want
)

select * from niche_wants
