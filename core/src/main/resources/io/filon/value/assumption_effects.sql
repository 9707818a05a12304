-- One row per finding in money and used assumption: the amount now, and what of its costs rests on the assumption, so that the amount is amount - cost x growth.
-- `net` is the whole base, `loss_makers` those who lose money today, `channel` the five channels that cost most with whom they brought.
-- reads  customer_ledger, ladder (step, amount), loss_makers (customer_id), acquisition (customer_id, acquisition_cost), acquired (customer_id, channel), channel_economics (channel, spent), assumed_costs, assumption_scales (name)
-- grain  claim, channel, name
with

costly as (
    select
        channel,
        row_number() over (order by spent desc nulls last, channel) as place
    from channel_economics
),

members as (
    select
        'loss_makers' as claim,
        cast(null as varchar) as channel,
        customer_id
    from loss_makers
    union all
    select
        'channel' as claim,
        acquired.channel,
        acquisition.customer_id
    from acquisition
    inner join acquired on acquired.customer_id = acquisition.customer_id
    inner join costly on costly.channel = acquired.channel and costly.place <= 5
    where acquisition.acquisition_cost > 0
),

amounts as (
    select
        members.claim,
        members.channel,
        sum(customer_ledger.net) as amount
    from members
    inner join customer_ledger on customer_ledger.customer_id = members.customer_id
    group by members.claim, members.channel
    union all
    select
        'net' as claim,
        cast(null as varchar) as channel,
        amount
    from ladder
    where step = 'net'
),

costs as (
    select
        members.claim,
        members.channel,
        assumed_costs.name,
        sum(assumed_costs.cost) as cost
    from members
    inner join assumed_costs on assumed_costs.customer_id = members.customer_id
    group by members.claim, members.channel, assumed_costs.name
    union all
    select
        'net' as claim,
        cast(null as varchar) as channel,
        name,
        sum(cost) as cost
    from assumed_costs
    group by name
),

assumption_effects as (
    select
        amounts.claim,
        amounts.channel,
        assumption_scales.name,
        cast(amounts.amount as double)                          as amount,
        coalesce(costs.cost, 0)                                 as cost
    from amounts
    cross join assumption_scales
    left join costs
        on costs.claim = amounts.claim
        and costs.channel is not distinct from amounts.channel
        and costs.name = assumption_scales.name
)

select * from assumption_effects order by claim, channel nulls first, name
