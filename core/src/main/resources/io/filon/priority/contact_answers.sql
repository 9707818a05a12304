-- One row per stage that was contacted at all, by any campaign: what a contact cost and how many bought after it, who would have bought anyway included.
-- reads  contact_stages (stage, is_control, answered, cost)
-- grain  stage
with

contact_answers as (
    select
        stage,
        count(*)                                                                        as contacts,
        count(*) filter (where answered)                                                as answers,
        count(cost)                                                                     as priced,
        avg(cast(cost as double))                                                       as cost_each
    from contact_stages
    where not is_control
    group by stage
)

select * from contact_answers order by stage
