-- One row per buyer and fact known by the first purchase: what, where and how was bought then, and through which channel the customer came.
-- What a customer file states today has no date; it counts where nearly every buyer has it, for what some have and others lack may have been filled in because they came back.
-- reads  purchases (order_id, customer_id, bought_on), orders, order_lines (order_id, category, amount, is_return), order_ledger (order_id, discounts), customers (customer_id, acquisition_channel, country, region), leads (customer_id, channel, created_on), units
-- grain  customer_id, attribute
with

firsts as (
    select
        customer_id,
        order_id,
        bought_on
    from purchases
    where customer_id is not null
    qualify row_number() over (partition by customer_id order by bought_on, order_id) = 1
),

categories as (
    select
        firsts.customer_id,
        order_lines.category,
        sum(order_lines.amount)                                     as amount
    from firsts
    inner join order_lines on order_lines.order_id = firsts.order_id
    where order_lines.category is not null and not order_lines.is_return
    group by firsts.customer_id, order_lines.category
),

main_categories as (
    select
        customer_id,
        category
    from categories
    qualify row_number() over (partition by customer_id order by amount desc nulls last, category) = 1
),

first_leads as (
    select
        firsts.customer_id,
        min(leads.channel)                                          as channel
    from leads
    left join units on units.customer_id = leads.customer_id
    inner join firsts on firsts.customer_id = coalesce(units.unit_id, leads.customer_id)
    where leads.channel is not null and leads.created_on <= firsts.bought_on
    group by firsts.customer_id
),

stated as (
    select
        firsts.customer_id,
        min(customers.acquisition_channel)                          as channel,
        min(customers.country)                                      as country,
        min(customers.region)                                       as region
    from customers
    left join units on units.customer_id = customers.customer_id
    inner join firsts on firsts.customer_id = coalesce(units.unit_id, customers.customer_id)
    group by firsts.customer_id
),

known_of as (
    select
        count(distinct stated.customer_id) filter (where stated.channel is not null) >= 0.95 * count(*) as channel,
        count(distinct stated.customer_id) filter (where stated.country is not null) >= 0.95 * count(*) as country,
        count(distinct stated.customer_id) filter (where stated.region is not null) >= 0.95 * count(*) as region
    from firsts
    left join stated on stated.customer_id = firsts.customer_id
),

told as (
    select
        firsts.customer_id,
        coalesce(orders.acquisition_source, first_leads.channel,
            case when known_of.channel then stated.channel end)     as acquisition_channel,
        main_categories.category                                    as first_category,
        orders.channel                                              as first_channel,
        coalesce(orders.country, case when known_of.country then stated.country end) as country,
        coalesce(orders.region, case when known_of.region then stated.region end) as region,
        case when order_ledger.discounts > 0 then 'yes' else 'no' end as first_discount
    from firsts
    cross join known_of
    left join orders on orders.order_id = firsts.order_id
    left join order_ledger on order_ledger.order_id = firsts.order_id
    left join main_categories on main_categories.customer_id = firsts.customer_id
    left join first_leads on first_leads.customer_id = firsts.customer_id
    left join stated on stated.customer_id = firsts.customer_id
),

first_facts as (
    select customer_id, 'acquisition_channel' as attribute, 1 as place, acquisition_channel as value from told
    where acquisition_channel is not null
    union all
    select customer_id, 'first_category' as attribute, 2 as place, first_category as value from told
    where first_category is not null
    union all
    select customer_id, 'first_channel' as attribute, 3 as place, first_channel as value from told
    where first_channel is not null
    union all
    select customer_id, 'country' as attribute, 4 as place, country as value from told
    where country is not null
    union all
    select customer_id, 'region' as attribute, 5 as place, region as value from told
    where region is not null
    union all
    select customer_id, 'first_discount' as attribute, 6 as place, first_discount as value from told
)

select * from first_facts
