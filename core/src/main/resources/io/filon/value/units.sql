-- One row per customer whose value is counted with others of the same account; empty when the unit of value is a person.
-- reads  customers (customer_id, account_id), value_settings (unit)
-- grain  customer_id
with

units as (
    select
        customers.customer_id,
        any_value(customers.account_id) as unit_id
    from customers
    cross join value_settings
    where value_settings.unit = 'account' and customers.account_id is not null
    group by customers.customer_id
)

select * from units order by customer_id
