-- One row per campaign with a control group: whether those left out had bought as much before as those contacted, as chance would have it. Far from 0 the groups were chosen, not drawn, and nothing is learned from them.
-- reads  contact_stages (campaign, is_control, order_days)
-- grain  campaign
with

arms as (
    select
        campaign,
        count(*) filter (where not is_control)                                          as contacted,
        count(*) filter (where is_control)                                              as held_out,
        avg(cast(order_days as double)) filter (where not is_control)                   as orders_contacted,
        avg(cast(order_days as double)) filter (where is_control)                       as orders_held_out,
        var_samp(cast(order_days as double)) filter (where not is_control)              as spread_contacted,
        var_samp(cast(order_days as double)) filter (where is_control)                  as spread_held_out
    from contact_stages
    group by campaign
),

campaign_balance as (
    select
        campaign,
        contacted,
        held_out,
        orders_contacted,
        orders_held_out,
        coalesce((orders_contacted - orders_held_out)
            / nullif(sqrt(spread_contacted / contacted + spread_held_out / held_out), 0), 0) as balance_z
    from arms
    where contacted >= 20 and held_out >= 20
)

select * from campaign_balance order by campaign
