-- One row: net of the last star in the window; null when there is no star.
-- reads  star_members (customer_id), purchase_facts (customer_id, net_window)
-- grain  stars
with

star_cut as (
    select
        count(*)                            as stars,
        min(purchase_facts.net_window)      as threshold_net
    from star_members
    inner join purchase_facts on purchase_facts.customer_id = star_members.customer_id
)

select * from star_cut
