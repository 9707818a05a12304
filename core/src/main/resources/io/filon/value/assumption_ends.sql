-- One row per used assumption: how many buyers would cost money at its low and at its high end, everything else as it is.
-- reads  customer_ledger, buyers (customer_id), assumed_costs, assumption_scales (name, low_scale, high_scale)
-- grain  name
with

assumption_ends as (
    select
        assumption_scales.name,
        count(*) filter (where customer_ledger.net - coalesce(assumed_costs.cost, 0) * assumption_scales.low_scale < 0) as losing_at_low,
        count(*) filter (where customer_ledger.net - coalesce(assumed_costs.cost, 0) * assumption_scales.high_scale < 0) as losing_at_high
    from customer_ledger
    inner join buyers on buyers.customer_id = customer_ledger.customer_id
    cross join assumption_scales
    left join assumed_costs
        on assumed_costs.customer_id = customer_ledger.customer_id and assumed_costs.name = assumption_scales.name
    group by assumption_scales.name
)

select * from assumption_ends
