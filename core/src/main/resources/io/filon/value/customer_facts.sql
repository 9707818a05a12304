-- One row per customer: everything a rule may ask of one customer, one column a fact.
-- reads  purchase_facts, star_members (customer_id), star_cut (threshold_net), value_settings (star_min_orders)
-- grain  customer_id
with

customer_facts as (
    select
        purchase_facts.*,
        star_members.customer_id is not null        as star,
        -- over the window that ended with the last order, as high as today's stars
        coalesce(
            purchase_facts.net_last_active >= star_cut.threshold_net
                and purchase_facts.net_last_active > 0
                and (not purchase_facts.usually_reorders or purchase_facts.has_contract
                    or purchase_facts.orders_last_active >= value_settings.star_min_orders),
            false)                                  as star_when_active
    from purchase_facts
    cross join star_cut
    cross join value_settings
    left join star_members on star_members.customer_id = purchase_facts.customer_id
)

select * from customer_facts
