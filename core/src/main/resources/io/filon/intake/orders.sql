-- One row per order. It counts when it is a purchase under the setting and not after the run's day.
-- reads  order_heads (order_id), run (as_of), import_options (purchase)
-- grain  order_id
with

known as (
    select
        *,
        case standing
            when 7 then 'delivered'
            when 6 then 'shipped'
            when 5 then 'paid'
            when 4.5 then 'unpaid'
            when 4 then 'pending'
            when 3 then 'created'
            when 2 then 'refunded'
            when 1 then 'refused'
            when 0 then 'cancelled'
        end as status
    from order_heads
),

orders as (
    select
        known.order_id,
        known.customer_id,
        known.ordered_on,
        known.ordered_at,
        known.status,
        known.ordered_on <= run.as_of
        and coalesce(known.status not in ('cancelled', 'refused', 'refunded'), true)
        and case import_options.purchase
            when 'paid' then
                known.status is null or known.status in ('paid', 'shipped', 'delivered') or coalesce(known.is_paid, false)
            when 'delivered' then
                known.status = 'delivered'
                or coalesce(known.delivered_on <= run.as_of, false)
                or known.status is null
            when 'placed' then true
            else known.status is distinct from 'unpaid' or coalesce(known.is_paid, false)
        end                                                         as counts,
        known.channel,
        known.acquisition_source,
        known.payment_method,
        known.coupon,
        known.country,
        known.region,
        known.city,
        known.postal_code,
        known.stated_currency,
        known.order_total                                           as stated_total,
        case
            when known.is_discounted then cast(0 as decimal(18, 4))
            else coalesce(known.order_discount, 0)
        end                                                         as discount,
        case
            when known.has_tax_inside then cast(known.stated_tax as decimal(18, 4))
            else cast(0 as decimal(18, 4))
        end                                                         as tax,
        known.stated_tax is not null                                as tax_stated,
        case
            when known.is_given_back then cast(0 as decimal(18, 4))
            else coalesce(known.shipping_charged, 0)
        end                                                         as shipping_charged,
        known.shipping_cost,
        known.payment_fee,
        known.commission,
        known.shipped,
        known.promised_on,
        known.delivered_on,
        known.source_id
    from known, run, import_options
)

select * from orders
