-- One row per order: what its rows in all files say together, before it is decided whether it counts.
-- reads  in_order_lines (order_id), identities (key, customer_id)
-- grain  order_id
with

heads as (
    select
        order_id,
        max(customer_key)                                           as customer_key,
        min(ordered_on)                                             as ordered_on,
        min(ordered_at)                                             as ordered_at,
        max(case status
            when 'delivered' then 7
            when 'shipped' then 6
            when 'paid' then 5
            when 'pending' then 4
            when 'created' then 3
            when 'refunded' then 2
            when 'refused' then 1
            when 'cancelled' then 0
        end)                                                        as standing,
        bool_or(is_paid)                                            as is_paid,
        max(channel)                                                as channel,
        max(acquisition_source)                                     as acquisition_source,
        max(payment_method)                                         as payment_method,
        max(coupon)                                                 as coupon,
        max(country)                                                as country,
        max(region)                                                 as region,
        max(city)                                                   as city,
        max(postal_code)                                            as postal_code,
        max(currency)                                               as stated_currency,
        max(order_total)                                            as order_total,
        max(order_subtotal)                                         as order_subtotal,
        max(order_discount)                                         as order_discount,
        max(order_tax)                                              as order_tax,
        max(shipping_charged)                                       as shipping_charged,
        max(shipping_cost)                                          as shipping_cost,
        max(payment_fee)                                            as payment_fee,
        max(commission)                                             as commission,
        max(refunded)                                               as refunded,
        bool_or(shipped)                                            as shipped,
        max(promised_on)                                            as promised_on,
        max(delivered_on)                                           as delivered_on,
        bool_or(discounts_inside)                                   as discounts_inside,
        bool_or(tax_inside)                                         as tax_inside,
        count(*) filter (where level = 'line')                      as lines,
        sum(amount) filter (where level = 'line')                   as lines_amount,
        max(amount) filter (where level = 'order')                  as stated_amount,
        sum(tax)                                                    as lines_tax,
        min(row_no)                                                 as first_row_no,
        min(row_no) filter (where level = 'line')                   as first_line_row_no,
        max(source_id)                                              as source_id
    from in_order_lines
    where not merged
    group by order_id
),

taxed as (
    -- whether the stated tax is within the lines: the file says so, or the total agrees better when it is
    select
        *,
        coalesce(lines_amount, stated_amount, order_subtotal)       as written_goods,
        coalesce(order_tax, lines_tax)                              as stated_tax
    from heads
),

settled as (
    select
        *,
        case
            when stated_tax is null then false
            when tax_inside is not null then tax_inside
            when written_goods is null then true
            when order_total is null then true
            else
                abs(order_total - written_goods + coalesce(order_discount, 0) - coalesce(shipping_charged, 0))
                <= abs(order_total - written_goods + coalesce(order_discount, 0) - coalesce(shipping_charged, 0) - stated_tax)
        end as has_tax_inside
    from taxed
),

named as (
    select
        settled.*,
        coalesce(identities.customer_id, settled.customer_key)      as customer_id,
        coalesce(settled.written_goods, settled.order_total - coalesce(settled.shipping_charged, 0)) as goods
    from settled
    left join identities on settled.customer_key = identities.key
    where settled.ordered_on is not null
)

select * from named
