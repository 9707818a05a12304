-- Two rows: stars, and the other buyers known for the whole window, over the window. What no file tells is null.
-- reads  customer_facts, customer_windows, purchase_totals (lines_with_cost), tickets, customer_ledger (returned)
-- grain  star
with

told as (
    select
        lines_with_cost > 0                                         as costs,
        exists (select 1 from tickets)                              as tickets,
        exists (select 1 from customer_ledger where returned <> 0)  as returns
    from purchase_totals
),

star_profiles as (
    select
        customer_facts.star,
        count(*)                                                                as customers,
        cast(sum(customer_facts.net_window) as decimal(18, 4))                  as net,
        avg(customer_facts.orders_window)                                       as orders_per_customer,
        coalesce(ratio(sum(customer_facts.net_window), count(*)), 0)            as net_per_customer,
        case when any_value(told.costs)
            then ratio(sum(customer_windows.gross_margin_window), sum(customer_windows.net_sales_window)) end as margin_share,
        avg(customer_facts.tenure_days)                                         as tenure_days,
        avg(cast(customer_facts.satisfaction as decimal(9, 6)))                 as satisfaction,
        case when any_value(told.tickets) then avg(customer_windows.tickets_window) end as tickets_per_customer,
        case when any_value(told.returns)
            then ratio(sum(customer_windows.returned_window), sum(customer_windows.gross_sales_window)) end as return_share
    from customer_facts
    cross join told
    inner join customer_windows on customer_windows.customer_id = customer_facts.customer_id
    where customer_facts.present_whole_window and customer_facts.orders_total > 0
    group by customer_facts.star
)

select * from star_profiles order by star
