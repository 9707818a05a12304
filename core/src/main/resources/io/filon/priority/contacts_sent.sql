-- One row per message or contact sent, control group included: what the customer had bought by then, and whether an order followed within the days an answer may take.
-- A contact whose days to answer are not over by the run's date, or to whom nothing had been sold, is left out.
-- reads  touches (customer_id, campaign, sent_at, kind, cost, is_control), units, purchase_days (customer_id, bought_on, margin), base_rhythm (base_gap_days), priority_settings (answer_days), run (as_of, zone)
-- grain  contact_no
with

sent as (
    select
        row_number() over (order by touches.source_id, touches.row_no)  as contact_no,
        coalesce(units.unit_id, touches.customer_id)                    as customer_id,
        coalesce(touches.campaign, '')                                  as campaign,
        day_in(touches.sent_at, run.zone)                               as sent_on,
        coalesce(touches.is_control, false)                             as is_control,
        touches.cost
    from touches
    cross join run
    left join units on units.customer_id = touches.customer_id
    where touches.kind = 'sent' and touches.sent_at is not null and touches.customer_id is not null
),

ripe as (
    select sent.*, priority_settings.answer_days
    from sent
    cross join priority_settings
    cross join run
    where days_after(sent.sent_on, priority_settings.answer_days) <= run.as_of
),

histories as (
    select
        ripe.contact_no,
        count(*) filter (where purchase_days.bought_on <= ripe.sent_on)                 as order_days,
        min(purchase_days.bought_on) filter (where purchase_days.bought_on <= ripe.sent_on) as first_on,
        max(purchase_days.bought_on) filter (where purchase_days.bought_on <= ripe.sent_on) as last_on,
        coalesce(sum(purchase_days.margin) filter (where purchase_days.bought_on <= ripe.sent_on
            and purchase_days.bought_on > days_after(ripe.sent_on, -365)), 0)           as margin_12m,
        count(*) filter (where purchase_days.bought_on > ripe.sent_on
            and purchase_days.bought_on <= days_after(ripe.sent_on, ripe.answer_days)) > 0 as answered
    from ripe
    inner join purchase_days on purchase_days.customer_id = ripe.customer_id
    group by ripe.contact_no
),

-- what was left in the year that ended with the last order before the contact
awake as (
    select
        ripe.contact_no,
        sum(purchase_days.margin)                                                       as margin_awake
    from ripe
    inner join histories on histories.contact_no = ripe.contact_no
    inner join purchase_days on purchase_days.customer_id = ripe.customer_id
        and purchase_days.bought_on <= histories.last_on
        and purchase_days.bought_on > days_after(histories.last_on, -365)
    group by ripe.contact_no
),

contacts_sent as (
    select
        ripe.contact_no,
        ripe.customer_id,
        ripe.campaign,
        ripe.sent_on,
        ripe.is_control,
        ripe.cost,
        histories.order_days,
        histories.margin_12m,
        coalesce(awake.margin_awake, 0)                                                 as margin_awake,
        days_between(histories.last_on, ripe.sent_on)                                   as hiatus_days,
        -- the base's rhythm weighs as much as three gaps of the customer's own, as in the table rhythm
        (days_between(histories.first_on, histories.last_on) + 3 * base_rhythm.base_gap_days)
            / (histories.order_days - 1 + 3)                                            as usual_gap_days,
        histories.answered
    from ripe
    inner join histories on histories.contact_no = ripe.contact_no
    cross join base_rhythm
    left join awake on awake.contact_no = ripe.contact_no
    where histories.order_days > 0
)

select * from contacts_sent order by contact_no
