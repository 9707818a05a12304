-- One row per opportunity.
-- reads  in_deals (deal_id, customer_key, merged), identities (key, customer_id)
-- grain  deal_id
with

deals as (
    select
        in_deals.deal_id,
        coalesce(identities.customer_id, in_deals.customer_key) as customer_id,
        in_deals.account_id,
        in_deals.lead_id,
        in_deals.name,
        in_deals.product_id,
        in_deals.owner,
        in_deals.stage,
        in_deals.state,
        in_deals.amount,
        in_deals.opened_on,
        in_deals.closed_on,
        in_deals.channel
    from in_deals
    left join identities on in_deals.customer_key = identities.key
    where not in_deals.merged
)

select * from deals
