-- One row per contact with the help desk. Satisfaction is brought to 0..1 by the scale its file uses.
-- reads  in_tickets (ticket_id, customer_key, merged), identities (key, customer_id)
-- grain  ticket_id
with

scales as (
    select
        source_id,
        case
            when max(satisfaction) <= 1 then 0
            else 1
        end as lowest,
        case
            when max(satisfaction) <= 1 then 1
            when max(satisfaction) <= 5 then 5
            when max(satisfaction) <= 10 then 10
            else 100
        end as highest
    from in_tickets
    group by source_id
),

tickets as (
    select
        in_tickets.ticket_id,
        coalesce(identities.customer_id, in_tickets.customer_key) as customer_id,
        in_tickets.order_id,
        in_tickets.opened_at,
        in_tickets.opened_on,
        in_tickets.solved_on,
        in_tickets.channel,
        in_tickets.reason,
        in_tickets.handle_minutes,
        in_tickets.cost,
        ratio(in_tickets.satisfaction - scales.lowest, scales.highest - scales.lowest) as satisfaction
    from in_tickets
    join scales on in_tickets.source_id = scales.source_id
    left join identities on in_tickets.customer_key = identities.key
    where not in_tickets.merged
)

select * from tickets
