-- One row per reason given for returns: how many, of how many customers, and what they took back.
-- reads  returns (customer_id, reason, amount, cost, returned_on), run (as_of)
-- grain  reason
with

return_reasons as (
    select
        coalesce(returns.reason, '')                                    as reason,
        count(*)                                                        as returns,
        count(distinct returns.customer_id)                             as customers,
        cast(coalesce(sum(returns.amount), 0) as decimal(18, 4))        as amount,
        cast(coalesce(sum(returns.cost), 0) as decimal(18, 4))          as cost
    from returns
    cross join run
    where coalesce(returns.returned_on, run.as_of) <= run.as_of
    group by coalesce(returns.reason, '')
)

select * from return_reasons order by amount desc nulls last, reason
