-- One row per group and channel through which its customers can be reached: who has an address there and has not refused, and who of them said yes. A customer of several people is reached when one of them is; one refusal is enough.
-- reads  message_people (segment, customer_id), customers (customer_id, email, phone, postal_code), consents (customer_id, channel, granted), units
-- grain  segment, channel
with

addresses as (
    select customer_id, 'email' as channel from customers where email is not null
    union all
    select customer_id, 'sms' as channel from customers where phone is not null
    union all
    select customer_id, 'phone' as channel from customers where phone is not null
    union all
    select customer_id, 'post' as channel from customers where postal_code is not null
),

addressed as (
    select distinct
        coalesce(units.unit_id, addresses.customer_id) as customer_id,
        addresses.channel
    from addresses
    left join units on units.customer_id = addresses.customer_id
),

permitted as (
    select
        coalesce(units.unit_id, consents.customer_id) as customer_id,
        consents.channel,
        min(case when consents.granted then 1 else 0 end) as granted
    from consents
    left join units on units.customer_id = consents.customer_id
    where consents.granted is not null
    group by coalesce(units.unit_id, consents.customer_id), consents.channel
),

message_reach as (
    select
        message_people.segment,
        addressed.channel,
        count(*) filter (where coalesce(permitted.granted, 1) = 1)   as open,
        count(*) filter (where permitted.granted = 1)                as allowed
    from message_people
    inner join addressed on addressed.customer_id = message_people.customer_id
    left join permitted
        on permitted.customer_id = addressed.customer_id and permitted.channel = addressed.channel
    group by message_people.segment, addressed.channel
)

select * from message_reach order by segment, channel
