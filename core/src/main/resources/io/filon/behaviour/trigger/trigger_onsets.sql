-- One row per thing from outside that reached a customer and may have set off a purchase: a message sent (or held back from a control group), a price of something bought before going down or up, the age at which what was bought is usually bought again, an answer that tells of a change in life.
-- reads  touches (customer_id, campaign, channel, sent_at, kind, is_control), answers (customer_id, question, answer, answered_on), order_lines (product_id, customer_id, ordered_on), price_changes (product_id, changed_on, went_up), restock_ages (customer_id, kind_of_goods, due_day), units (customer_id, unit_id), run (as_of, as_of_end, zone)
-- grain  kind, name, customer_id, onset_day, onset_second, control
with

messages as (
    select
        'campaign'                                              as kind,
        coalesce(touches.campaign, touches.channel, '')         as name,
        touches.customer_id,
        day_number(day_in(touches.sent_at, run.zone))           as onset_day,
        second_of_day(touches.sent_at, run.zone)                as onset_second,
        coalesce(touches.is_control, false)                     as control
    from touches
    cross join run
    where touches.kind = 'sent' and touches.sent_at is not null and touches.sent_at < run.as_of_end
),

bought as (
    select
        product_id,
        customer_id,
        min(ordered_on)     as first_on
    from order_lines
    where product_id is not null and customer_id is not null
    group by product_id, customer_id
),

prices as (
    select
        case when price_changes.went_up then 'price_rise' else 'price' end as kind,
        ''                                                      as name,
        bought.customer_id,
        -- from the day after: a change is known by that day's sale
        day_number(price_changes.changed_on) + 1                as onset_day,
        0                                                       as onset_second,
        false                                                   as control
    from price_changes
    inner join bought on bought.product_id = price_changes.product_id
    where bought.first_on < price_changes.changed_on
),

restocks as (
    select
        'restock'                                               as kind,
        kind_of_goods                                           as name,
        customer_id,
        due_day                                                 as onset_day,
        0                                                       as onset_second,
        false                                                   as control
    from restock_ages
),

usual as (
    select
        question,
        answer
    from answers
    where answered_on is not null
    group by question, answer
    having count(distinct customer_id) >= 30
    qualify row_number() over (order by count(distinct customer_id) desc nulls last, question, answer) <= 20
),

said as (
    select
        'answer'                                                as kind,
        answers.question || ': ' || answers.answer              as name,
        answers.customer_id,
        -- from the day after: who answers is on the site anyway
        day_number(answers.answered_on) + 1                     as onset_day,
        0                                                       as onset_second,
        false                                                   as control
    from answers
    cross join run
    inner join usual on usual.question = answers.question and usual.answer = answers.answer
    where answers.answered_on < run.as_of
),

every_one as (
    select * from messages
    union all
    select * from prices
    union all
    select * from restocks
    union all
    select * from said
),

trigger_onsets as (
    select distinct
        every_one.kind,
        every_one.name,
        coalesce(units.unit_id, every_one.customer_id)          as customer_id,
        every_one.onset_day,
        every_one.onset_second,
        every_one.control
    from every_one
    left join units on units.customer_id = every_one.customer_id
    where every_one.customer_id is not null
)

select * from trigger_onsets order by kind, name, customer_id, onset_day, onset_second, control
