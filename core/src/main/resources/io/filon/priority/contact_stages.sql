-- One row per contact sent: the stage of the lifecycle its customer was in on that day, by what was known then. Today's stage would not do: whoever answered is not asleep any more.
-- The cut of the star customers is today's, and so is the rule that asks two orders of them.
-- reads  contacts_sent, star_cut (threshold_net)
-- grain  contact_no
with

measured as (
    select
        contacts_sent.*,
        round(contacts_sent.hiatus_days / contacts_sent.usual_gap_days, 9)              as hiatus_gaps,
        coalesce(contacts_sent.margin_12m >= star_cut.threshold_net, false) and contacts_sent.order_days >= 2 as star,
        coalesce(contacts_sent.margin_awake >= star_cut.threshold_net, false)           as star_awake,
        contacts_sent.hiatus_days > greatest(365, 6 * contacts_sent.usual_gap_days)     as gone
    from contacts_sent
    cross join star_cut
),

contact_stages as (
    select
        contact_no,
        customer_id,
        campaign,
        quarter_of(sent_on)                                                             as sent_quarter,
        is_control,
        cost,
        order_days,
        answered,
        case
            when hiatus_gaps > 3 and gone then 'lost'
            when hiatus_gaps > 3 and star_awake then 'dormant_high_value'
            when hiatus_gaps > 3 then 'dormant_low_value'
            when hiatus_gaps > 1.5 then 'at_risk'
            when star then 'active_vip'
            when order_days = 1 and hiatus_gaps <= 1 then 'new'
            else 'active'
        end                                                                             as stage
    from measured
)

select * from contact_stages order by contact_no
