-- One row per customer of value with a purchase or an open opportunity: tier A makes the first 80 % of the net of the last 12 months, B the next 15 %, C the rest and whoever left nothing.
-- reads  customer_facts (customer_id, net_12m, orders_total), opportunities (account_id, amount, ended), units, accounts (account_id, name, parent_id)
-- grain  customer_id
with

pipeline as (
    select
        coalesce(units.unit_id, opportunities.account_id)           as customer_id,
        count(*)                                                    as open_deals,
        cast(coalesce(sum(opportunities.amount), 0) as decimal(18, 4)) as open_amount
    from opportunities
    left join units on units.customer_id = opportunities.account_id
    where opportunities.ended = 'open' and opportunities.account_id is not null
    group by coalesce(units.unit_id, opportunities.account_id)
),

ranked as (
    select
        customer_facts.customer_id,
        customer_facts.net_12m,
        coalesce(pipeline.open_deals, 0)                            as open_deals,
        coalesce(pipeline.open_amount, 0)                           as open_amount,
        -- what better ones make before this one
        coalesce(sum(greatest(customer_facts.net_12m, 0)) over (
            order by customer_facts.net_12m desc nulls last, customer_facts.customer_id
            rows between unbounded preceding and 1 preceding), 0)   as before,
        sum(greatest(customer_facts.net_12m, 0)) over ()            as total
    from customer_facts
    left join pipeline on pipeline.customer_id = customer_facts.customer_id
    where customer_facts.orders_total > 0 or pipeline.customer_id is not null
),

account_tiers as (
    select
        ranked.customer_id,
        coalesce(accounts.name, ranked.customer_id)                 as name,
        accounts.parent_id,
        ranked.net_12m,
        ranked.open_deals,
        ranked.open_amount,
        case
            when ranked.net_12m <= 0 then 'c'
            when ratio(ranked.before, ranked.total) < 0.8 then 'a'
            when ratio(ranked.before, ranked.total) < 0.95 then 'b'
            else 'c'
        end                                                         as tier
    from ranked
    left join accounts on accounts.account_id = ranked.customer_id
)

select * from account_tiers order by net_12m desc nulls last, customer_id
