-- One row: the buyers' net, what the profitable make and the others take away, and what could make customers differ.
-- reads  customer_ledger, buyers (customer_id), purchase_totals (lines_with_cost)
-- grain  buyers
with

ranked as (
    select
        customer_ledger.*,
        row_number() over (order by customer_ledger.net desc nulls last, customer_ledger.customer_id) as place,
        count(*) over ()                                                            as all_buyers
    from customer_ledger
    inner join buyers on buyers.customer_id = customer_ledger.customer_id
),

whale_totals as (
    select
        count(*)                                                                    as buyers,
        cast(coalesce(sum(net), 0) as decimal(18, 4))                               as net,
        count(*) filter (where net > 0)                                             as earning_buyers,
        cast(coalesce(sum(net) filter (where net > 0), 0) as decimal(18, 4))        as earned,
        count(*) filter (where net < 0)                                             as losing_buyers,
        cast(coalesce(-sum(net) filter (where net < 0), 0) as decimal(18, 4))       as lost,
        cast(coalesce(sum(net) filter (where place * 10 < all_buyers + 10), 0) as decimal(18, 4)) as top_tenth_net,
        count(*) filter (where net < 0 and net_low_costs < 0)                       as losing_at_low_costs,
        -- with no cost of a customer's own, everybody earns the same share of sales and nobody can lose
        (select lines_with_cost from purchase_totals) > 0
            or coalesce(sum(abs(returned) + shipping_cost + commission + return_cost + service_cost + contact_cost + acquisition_cost), 0) > 0
            as costs_differ
    from ranked
)

select * from whale_totals
