-- One row per customer who lives in a place of which files tell the days: by town, postal code, region, country, or a trait that names it, the closest that is told. Where days are told without a place, everybody.
-- reads  outside_days (place), customers (customer_id, city, postal_code, region, country), traits (customer_id, value), units (customer_id, unit_id)
-- grain  customer_id
with

places as (
    select distinct place
    from outside_days
),

lives as (
    select customer_id, same_name(city) as place, 1 as nearness from customers
    union all
    select customer_id, same_name(postal_code) as place, 2 as nearness from customers
    union all
    select customer_id, same_name(region) as place, 3 as nearness from customers
    union all
    select customer_id, same_name(value) as place, 4 as nearness from traits
    union all
    select customer_id, same_name(country) as place, 5 as nearness from customers
    union all
    select customer_id, '' as place, 6 as nearness from customers
),

customer_places as (
    select
        coalesce(units.unit_id, lives.customer_id)              as customer_id,
        first_by(lives.place, lives.nearness)                     as place
    from lives
    semi join places on places.place = lives.place
    left join units on units.customer_id = lives.customer_id
    group by coalesce(units.unit_id, lives.customer_id)
)

select * from customer_places order by customer_id
