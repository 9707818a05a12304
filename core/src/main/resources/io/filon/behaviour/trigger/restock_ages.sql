-- One row per customer, kind of goods and day on which what was bought comes near the age at which its buyers usually buy it again: three days before the middle of all such gaps. Only gaps of four weeks or more: within a month a purchase would be compared with days that it made due itself.
-- reads  order_lines (customer_id, category, product, ordered_on, quantity, is_return), run (as_of)
-- grain  customer_id, kind_of_goods, due_day
with

bought as (
    select distinct
        order_lines.customer_id,
        coalesce(order_lines.category, order_lines.product)     as kind_of_goods,
        order_lines.ordered_on
    from order_lines
    cross join run
    where order_lines.customer_id is not null and coalesce(order_lines.category, order_lines.product) is not null
        and coalesce(order_lines.quantity, 1) > 0 and not order_lines.is_return and order_lines.ordered_on <= run.as_of
),

gaps as (
    select
        customer_id,
        kind_of_goods,
        ordered_on,
        days_between(
            lag(ordered_on) over (partition by customer_id, kind_of_goods order by ordered_on), ordered_on
        )                                                       as gap_days
    from bought
),

usual as (
    select
        kind_of_goods,
        cast(median(gap_days) as integer)                       as usual_days
    from gaps
    where gap_days is not null
    group by kind_of_goods
    having count(distinct customer_id) >= 30 and count(*) >= 100 and median(gap_days) between 31 and 200
    qualify row_number() over (order by count(*) desc nulls last, kind_of_goods) <= 5
),

restock_ages as (
    select
        bought.customer_id,
        bought.kind_of_goods,
        day_number(bought.ordered_on) + usual.usual_days - 3    as due_day
    from bought
    inner join usual on usual.kind_of_goods = bought.kind_of_goods
)

select * from restock_ages order by kind_of_goods, customer_id, due_day
