-- One row per drawn point of the whale curve, at most 200: share of buyers, best first, and the share of net they make together.
-- Low and high are the same customers with every assumed cost at its high and at its low end.
-- reads  customer_ledger, buyers (customer_id)
-- grain  position
with

ranked as (
    select
        row_number() over (order by customer_ledger.net desc nulls last, customer_ledger.customer_id) as place,
        count(*) over ()                                                                as all_buyers,
        sum(case when customer_ledger.net > 0 then 1 else 0 end) over ()                as earning_buyers,
        sum(customer_ledger.net) over ()                                                as total,
        sum(customer_ledger.net) over (order by customer_ledger.net desc nulls last, customer_ledger.customer_id
            rows between unbounded preceding and current row)                           as net,
        sum(customer_ledger.net_low_costs) over (order by customer_ledger.net desc nulls last, customer_ledger.customer_id
            rows between unbounded preceding and current row)                           as net_low_costs,
        sum(customer_ledger.net_high_costs) over (order by customer_ledger.net desc nulls last, customer_ledger.customer_id
            rows between unbounded preceding and current row)                           as net_high_costs
    from customer_ledger
    inner join buyers on buyers.customer_id = customer_ledger.customer_id
),

drawn as (
    -- 197 even steps at most, the peak and the last
    select *
    from ranked
    where place = earning_buyers
        or place = all_buyers
        or floor(place * 197.0 / all_buyers) > floor((place - 1) * 197.0 / all_buyers)
),

whale_points as (
    select
        place                           as position,
        ratio(place, all_buyers)        as buyer_share,
        ratio(net, total)               as net_share,
        ratio(net_high_costs, total)    as low_share,
        ratio(net_low_costs, total)     as high_share
    from drawn
    where total > 0
)

select * from whale_points order by position
