-- One row per lead.
-- reads  in_leads (lead_id, customer_key, merged), identities (key, customer_id)
-- grain  lead_id
with

leads as (
    select
        in_leads.lead_id,
        coalesce(identities.customer_id, in_leads.customer_key) as customer_id,
        in_leads.email,
        in_leads.created_on,
        in_leads.channel,
        in_leads.campaign,
        in_leads.status,
        in_leads.converted,
        in_leads.converted_on,
        in_leads.country,
        in_leads.company
    from in_leads
    left join identities on in_leads.customer_key = identities.key
    where not in_leads.merged
)

select * from leads
