-- Two rows: stars, and the other buyers known for the whole window, over the window.
-- reads  customer_facts, customer_windows
-- grain  star
with

star_profiles as (
    select
        customer_facts.star,
        count(*)                                                                as customers,
        cast(sum(customer_facts.net_window) as decimal(18, 4))                  as net,
        avg(customer_facts.orders_window)                                       as orders_per_customer,
        coalesce(ratio(sum(customer_facts.net_window), count(*)), 0)            as net_per_customer,
        ratio(sum(customer_windows.gross_margin_window), sum(customer_windows.net_sales_window)) as margin_share,
        avg(customer_facts.tenure_days)                                         as tenure_days,
        avg(customer_facts.satisfaction)                                        as satisfaction,
        avg(customer_windows.tickets_window)                                    as tickets_per_customer,
        ratio(sum(customer_windows.returned_window), sum(customer_windows.gross_sales_window)) as return_share
    from customer_facts
    inner join customer_windows on customer_windows.customer_id = customer_facts.customer_id
    where customer_facts.present_whole_window and customer_facts.orders_total > 0
    group by customer_facts.star
)

select * from star_profiles order by star
