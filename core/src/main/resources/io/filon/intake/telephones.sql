-- One row per telephone, where somebody is known by one alone or several files have them, and how it reads within the
-- country: with and without the country's code it is one telephone. The code left out is the one most long numbers begin with, where nearly all of
-- the short ones, or of the long ones, meet one another under it, or where all long ones share it.
-- reads  in_customers (source_id, customer_key, phone), in_order_lines (source_id, customer_key, phone), in_leads (customer_key, phone), in_deals (customer_key, phone), in_tickets (customer_key, phone), in_returns (customer_key, phone), in_subscriptions (customer_key, phone), in_touches (customer_key, phone), in_events (customer_key, phone), in_answers (customer_key, phone), in_consents (customer_key, phone), in_reviews (customer_key, phone)
-- grain  phone
with

callers as (
    select phone from in_customers where customer_key = phone
    union
    select phone from in_order_lines where customer_key = phone
    union
    select phone from in_leads where customer_key = phone
    union
    select phone from in_deals where customer_key = phone
    union
    select phone from in_tickets where customer_key = phone
    union
    select phone from in_returns where customer_key = phone
    union
    select phone from in_subscriptions where customer_key = phone
    union
    select phone from in_touches where customer_key = phone
    union
    select phone from in_events where customer_key = phone
    union
    select phone from in_answers where customer_key = phone
    union
    select phone from in_consents where customer_key = phone
    union
    select phone from in_reviews where customer_key = phone
),

books as (
    -- who has a telephone beside another name
    select source_id, phone from in_customers where phone is not null
    union
    select source_id, phone from in_order_lines where phone is not null and customer_key <> phone
),

known as (
    select phone from callers
    union
    select phone
    from books
    where (select count(*) from callers) > 0 or (select count(distinct source_id) from books) > 1
),

written as (
    -- the leading zero of calls within the country is left out abroad
    select
        phone,
        text_starts(phone, '+')                                             as international,
        case when text_starts(phone, '0') then substr(phone, 2) else ltrim(phone, '+') end as digits
    from known
),

lengths as (
    select
        length(digits)  as digits,
        count(*)        as numbers
    from written
    where not international
    group by length(digits)
),

short as (
    -- the shortest that is no rarity
    select min(digits) as digits
    from lengths
    where numbers * 10 >= (select sum(numbers) from lengths)
),

prefixes as (
    select
        left(written.digits, length(written.digits) - short.digits) as prefix,
        count(distinct written.digits)                              as numbers
    from written, short
    where length(written.digits) between short.digits + 1 and short.digits + 3
    group by left(written.digits, length(written.digits) - short.digits)
),

candidate as (
    select
        prefixes.prefix,
        short.digits                                as digits,
        (select sum(numbers) from prefixes)         as long_numbers
    from prefixes, short
    order by prefixes.numbers desc, prefixes.prefix
    limit 1
),

short_numbers as (
    select distinct written.digits
    from written, candidate
    where length(written.digits) = candidate.digits and not international
),

long_numbers as (
    select distinct right(written.digits, candidate.digits) as digits
    from written, candidate
    where
        length(written.digits) = candidate.digits + length(candidate.prefix)
        and text_starts(written.digits, candidate.prefix)
),

counted as (
    select
        (select count(*) from short_numbers)                                    as short_ones,
        (select count(*) from long_numbers)                                     as long_ones,
        (select count(*) from short_numbers where digits in (select digits from long_numbers)) as met,
        (select sum(numbers) from lengths)                                      as bare
),

country as (
    select
        candidate.prefix,
        candidate.digits
    from candidate, counted
    where
        (met >= 3 and met * 5 >= least(short_ones, long_ones) * 4)
        or (
            -- all that say their country are of this one, and all others are as long as theirs
            long_ones >= 3
            and long_ones = candidate.long_numbers
            and short_ones = counted.bare
            and not exists (
                select 1 from written
                where international and not text_starts(written.digits, candidate.prefix)
            )
        )
),

telephones as (
    select
        written.phone,
        callers.phone is not null                                               as stands_alone,
        coalesce(right(written.digits, country.digits), written.digits) as plain
    from written
    left join callers on written.phone = callers.phone
    left join country
        on length(written.digits) = country.digits + length(country.prefix)
        and text_starts(written.digits, country.prefix)
)

select * from telephones
