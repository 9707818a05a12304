-- The run's frame. Where no day is given, it is the last with an order or a return of one, else with a deal won, else with
-- an event, a lead, the start of a contract, or a visit.
-- reads  import_options (as_of, zone, currency, horizon_days), order_heads (ordered_on), in_returns (returned_on), in_deals (closed_on, opened_on, state), in_events (occurred_at), in_leads (created_on), in_subscriptions (started_on), in_visits (started_at)
-- grain  as_of
with

last_days as (
    select
        import_options.*,
        (select max(ordered_on) from order_heads)                           as last_order_on,
        (
            -- goods come back within weeks; a day much later is more likely a slip
            select max(in_returns.returned_on)
            from in_returns
            where in_returns.returned_on <= (select days_after(max(ordered_on), 90) from order_heads)
        )                                                                   as last_return_on,
        (select max(coalesce(closed_on, opened_on)) from in_deals where state = 'won') as last_deal_on,
        (select max(occurred_at) from in_events)                            as last_event_at,
        (select max(created_on) from in_leads)                              as last_lead_on,
        (select max(started_on) from in_subscriptions)                      as last_contract_on,
        (select max(started_at) from in_visits)                             as last_visit_at
    from import_options
),

framed as (
    select
        coalesce(
            as_of,
            greatest(last_order_on, coalesce(last_return_on, last_order_on)),
            last_deal_on,
            day_in(last_event_at, zone),
            last_lead_on,
            last_contract_on,
            day_in(last_visit_at, zone),
            date '1970-01-01'
        ) as as_of,
        zone,
        currency,
        horizon_days
    from last_days
)

select
    as_of,
    start_of_day(days_after(as_of, 1), zone)    as as_of_end,
    zone,
    currency,
    horizon_days
from framed
