-- One row per opportunity of somebody known: what was offered, how it ended (1 won, 2 lost, 0 open) and after how many days.
-- reads  opportunities (opportunity_id, account_id, ended, followed_days), deals (deal_id, product_id), products (product_id, name, category), niche_wants (want), niche_people (customer_id, person_no)
-- grain  opportunity_id
with

offered as (
    select deals.deal_id, products.category, coalesce(products.name, deals.product_id) as product
    from deals
    left join products on products.product_id = deals.product_id
),

-- called as what is bought is
kinds as (
    select count(*) > 0 as by_category
    from niche_wants
    where want in (select category from offered)
),

niche_deals as (
    select
        opportunities.opportunity_id,
        niche_people.person_no,
        case when kinds.by_category then offered.category else offered.product end  as want,
        opportunities.followed_days,
        case opportunities.ended when 'won' then 1 when 'lost' then 2 else 0 end    as ended
    from opportunities
    join niche_people on niche_people.customer_id = opportunities.account_id
    left join offered on offered.deal_id = opportunities.opportunity_id
    cross join kinds
)

select * from niche_deals
