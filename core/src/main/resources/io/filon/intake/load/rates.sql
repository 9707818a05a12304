-- One row per currency and day of a rate: what amounts in it are multiplied by to be in the workspace currency, from
-- that day until the next. Rates say how many units of the currency one unit of the base currency buys.
-- reads  in_rates (rate_on, currency, rate), import_options (currency)
-- grain  currency, rate_on
with

daily as (
    select
        upper(in_rates.currency)    as currency,
        in_rates.rate_on,
        max(in_rates.rate)          as rate
    from in_rates
    where in_rates.rate > 0
    group by upper(in_rates.currency), in_rates.rate_on
),

own as (
    select
        daily.rate_on,
        daily.rate
    from daily, import_options
    where daily.currency = import_options.currency
),

others as (
    select
        daily.currency,
        daily.rate_on,
        coalesce(own.rate, 1) / daily.rate as factor
    from daily
    left join own on daily.rate_on = own.rate_on
    where daily.currency not in (select currency from import_options)
),

all_rates as (
    select * from others
    union all
    select
        currency,
        date '0001-01-01'   as rate_on,
        1.0                 as factor
    from import_options
)

select * from all_rates
