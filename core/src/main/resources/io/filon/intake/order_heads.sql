-- One row per order: what its rows in all files say together, before it is decided whether it counts. What is said of
-- the whole order is taken from its own row, else from the first of its lines.
-- reads  in_order_lines (order_id), identities (key, customer_id)
-- grain  order_id
with

totals as (
    select
        order_id,
        min(ordered_on)                                             as ordered_on,
        max(case status
            when 'delivered' then 7
            when 'shipped' then 6
            when 'paid' then 5
            when 'unpaid' then 4.5 -- says more than the pending of another line or file
            when 'pending' then 4
            when 'created' then 3
            when 'refunded' then 2
            when 'refused' then 1
            when 'stands' then 0.5 -- not cancelled, and no more is known
            when 'cancelled' then 0
        end)                                                        as standing,
        count(*) filter (where level = 'line')                      as lines,
        -- rows that are parts of the order's money
        cast(abs(sum(order_discount) filter (where level = 'part')) as decimal(18, 4)) as part_discount,
        cast(sum(order_tax) filter (where level = 'part') as decimal(18, 4)) as part_tax,
        cast(sum(shipping_charged) filter (where level = 'part') as decimal(18, 4)) as part_shipping,
        cast(abs(sum(commission) filter (where level = 'part')) as decimal(18, 4)) as part_commission,
        -- a line that was cancelled alone is no part of the order
        coalesce(
            sum(amount) filter (where level = 'line' and status is distinct from 'cancelled'),
            sum(amount) filter (where level = 'line')
        )                                                           as lines_amount,
        sum(discount) filter (where level = 'line')                 as lines_discount,
        sum(tax)                                                    as lines_tax,
        -- the same on every line is said of the whole order, unless the file says it of each line
        case
            when bool_or(refunds_of_lines) or count(refunded) filter (level = 'line') < count(*) filter (level = 'line')
                or min(refunded) filter (level = 'line') < max(refunded) filter (level = 'line')
                then sum(refunded) filter (level = 'line')
            else max(refunded) filter (level = 'line')
        end                                                         as lines_refunded,
        min(row_no)                                                 as first_row_no,
        min(row_no) filter (where level = 'line')                   as first_line_row_no,
        min(source_id) filter (where level = 'line')                as first_line_source_id,
        max(source_id) filter (where level = 'line')                as last_line_source_id,
        max(source_id)                                              as source_id
    from in_order_lines
    where not merged
    group by order_id
    having count(*) filter (where level <> 'part') > 0
),

mixed_firsts as (
    -- of an order whose lines come from several files, the first of the first file
    select
        in_order_lines.order_id,
        min(in_order_lines.row_no)                                  as row_no
    from in_order_lines
    join totals
        on in_order_lines.order_id = totals.order_id
        and in_order_lines.source_id = totals.first_line_source_id
    where
        totals.first_line_source_id <> totals.last_line_source_id
        and in_order_lines.level = 'line'
        and not in_order_lines.merged
    group by in_order_lines.order_id
),

own_rows as (
    select *
    from in_order_lines
    where level not in ('line', 'part') and not merged
),

lines as (
    select *
    from in_order_lines
    where level = 'line' and not merged
),

heads as (
    select
        totals.order_id,
        totals.ordered_on,
        totals.standing,
        coalesce(own_rows.channel, first_lines.channel)             as channel,
        coalesce(own_rows.acquisition_source, first_lines.acquisition_source) as acquisition_source,
        coalesce(own_rows.payment_method, first_lines.payment_method) as payment_method,
        coalesce(own_rows.coupon, first_lines.coupon)               as coupon,
        coalesce(own_rows.country, first_lines.country)             as country,
        coalesce(own_rows.region, first_lines.region)               as region,
        coalesce(own_rows.city, first_lines.city)                   as city,
        coalesce(own_rows.postal_code, first_lines.postal_code)     as postal_code,
        coalesce(own_rows.currency, first_lines.currency)           as stated_currency,
        coalesce(own_rows.order_total, first_lines.order_total)     as order_total,
        coalesce(own_rows.order_subtotal, first_lines.order_subtotal) as order_subtotal,
        coalesce(own_rows.order_discount, totals.part_discount, first_lines.order_discount) as stated_discount,
        own_rows.order_discount_rate,
        coalesce(own_rows.order_tax, totals.part_tax, first_lines.order_tax) as order_tax,
        coalesce(own_rows.shipping_charged, totals.part_shipping, first_lines.shipping_charged) as shipping_charged,
        coalesce(own_rows.shipping_cost, first_lines.shipping_cost) as shipping_cost,
        coalesce(own_rows.payment_fee, first_lines.payment_fee)     as payment_fee,
        coalesce(totals.part_commission, own_rows.commission, first_lines.commission) as commission,
        coalesce(own_rows.refunded, totals.lines_refunded)          as refunded,
        coalesce(own_rows.shipped, first_lines.shipped)             as shipped,
        coalesce(own_rows.promised_on, first_lines.promised_on)     as promised_on,
        coalesce(own_rows.delivered_on, first_lines.delivered_on)   as delivered_on,
        coalesce(own_rows.discounts_inside, first_lines.discounts_inside) as discounts_inside,
        -- whether tax is within the lines, the file of the lines knows best
        coalesce(first_lines.tax_inside, own_rows.tax_inside)       as tax_inside,
        coalesce(own_rows.is_paid, first_lines.is_paid)             as is_paid,
        coalesce(own_rows.email, first_lines.email)                 as email,
        coalesce(own_rows.phone, first_lines.phone)                 as phone,
        coalesce(own_rows.name, first_lines.name)                   as name,
        coalesce(own_rows.company, first_lines.company)             as company,
        coalesce(own_rows.account_id, first_lines.account_id)       as account_id,
        coalesce(own_rows.ordered_at, first_lines.ordered_at)       as ordered_at,
        coalesce(own_rows.customer_key, first_lines.customer_key)   as customer_key,
        totals.lines,
        totals.lines_amount,
        totals.lines_discount,
        own_rows.amount                                             as stated_amount,
        totals.lines_tax,
        totals.first_row_no,
        coalesce(mixed_firsts.row_no, totals.first_line_row_no)     as first_line_row_no,
        coalesce(totals.first_line_source_id <> totals.last_line_source_id, false) as is_mixed,
        totals.source_id
    from totals
    left join own_rows on totals.order_id = own_rows.order_id
    left join mixed_firsts on totals.order_id = mixed_firsts.order_id
    left join lines as first_lines
        on totals.order_id = first_lines.order_id
        and coalesce(mixed_firsts.row_no, totals.first_line_row_no) = first_lines.row_no
        and totals.first_line_source_id = first_lines.source_id
),

shared as (
    -- a discount that is a share of the lines, to the cent where the total shows it; where nothing does and the lines
    -- have discounts of their own, it may be these
    select
        *,
        round(money_by(abs(lines_amount), order_discount_rate), 2)  as share_of_lines,
        abs(lines_amount) - abs(order_total) + coalesce(shipping_charged, 0) as less_paid
    from heads
),

taxed as (
    -- whether the stated tax is within the lines: the file says so, or the total agrees better when it is
    select
        *,
        coalesce(
            stated_discount,
            cast(case
                when abs(less_paid - share_of_lines) <= 0.02 then less_paid
                when order_total is not null or coalesce(lines_discount, 0) = 0 then share_of_lines
            end as decimal(18, 4))
        )                                                           as known_discount,
        coalesce(lines_amount, stated_amount, order_subtotal)       as written_goods,
        coalesce(order_tax, lines_tax)                              as stated_tax
    from shared
),

signed as (
    select
        *,
        -- what was never charged is not given back
        case
            when coalesce(written_goods, order_total) < 0 then -known_discount
            else known_discount
        end                                                         as order_discount
    from taxed
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
    from signed
),

discounted as (
    -- where the lines make the total without it, they are after the discount of the order already
    select
        *,
        coalesce(discounts_inside, false)
        or coalesce(
            abs(order_discount) > 0.02
            and abs(
                order_total - lines_amount - coalesce(shipping_charged, 0)
                - case when has_tax_inside then 0 else coalesce(stated_tax, 0) end
            ) <= 0.02,
            false
        )                                                           as is_discounted
    from settled
),

named as (
    select
        discounted.*,
        coalesce(identities.customer_id, discounted.customer_key)     as customer_id,
        -- a total is what was paid: its discount is put back, to be taken off as that of any order
        coalesce(
            discounted.written_goods,
            discounted.order_total
            - coalesce(discounted.shipping_charged, 0)
            + case when discounted.is_discounted then 0 else coalesce(discounted.order_discount, 0) end
        )                                                           as goods
    from discounted
    left join identities on discounted.customer_key = identities.key
    where discounted.ordered_on is not null
),

paid as (
    -- what the customer paid for the goods, and on top of them
    select
        *,
        goods - case when is_discounted then 0 else coalesce(order_discount, 0) end as paid_goods,
        coalesce(shipping_charged, 0) + case when has_tax_inside then 0 else coalesce(stated_tax, 0) end as paid_besides
    from named
),

order_heads as (
    select
        *,
        -- a refund of all that was paid gives back shipping and tax, too
        coalesce(paid_goods > 0 and abs(refunded - paid_goods - paid_besides) <= 0.02, false) as is_given_back,
        cast(case
            when paid_goods > 0 and refunded > paid_goods and refunded <= paid_goods + paid_besides + 0.02 then paid_goods
            else refunded
        end as decimal(18, 4))                                      as refunded_goods
    from paid
)

select * from order_heads
