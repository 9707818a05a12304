-- One row per customer of outcomes: what was known before, as codes of six bits packed ten to a number; 0 is not known.
-- reads  known_before, attribute_values (attribute, named, value, attribute_no, code), outcomes
-- grain  customer_id
with

coded as (
    select
        known_before.customer_id,
        cast(floor(attribute_values.attribute_no / 10.0) as integer) as pack,
        attribute_values.attribute_no,
        attribute_values.code
    from known_before
    inner join attribute_values
        on attribute_values.attribute = known_before.attribute
        and attribute_values.named = known_before.named
        and attribute_values.value = known_before.value
),

weighed as (
    select
        customer_id,
        pack,
        cast(code as bigint) * cast(power(64, attribute_no - 10 * pack) as bigint) as bits
    from coded
),

packed as (
    select
        customer_id,
        cast(sum(case when pack = 0 then bits else 0 end) as bigint) as pack0,
        cast(sum(case when pack = 1 then bits else 0 end) as bigint) as pack1,
        cast(sum(case when pack = 2 then bits else 0 end) as bigint) as pack2,
        cast(sum(case when pack = 3 then bits else 0 end) as bigint) as pack3,
        cast(sum(case when pack = 4 then bits else 0 end) as bigint) as pack4,
        cast(sum(case when pack = 5 then bits else 0 end) as bigint) as pack5
    from weighed
    group by customer_id
),

attribute_codes as (
    select
        outcomes.customer_id,
        cast(dense_rank() over (order by outcomes.cohort) - 1 as integer) as cohort_no,
        cast(outcomes.net as double)                        as net,
        outcomes.orders > 0                                 as bought,
        outcomes.star,
        outcomes.loser,
        outcomes.loser_low_costs,
        coalesce(packed.pack0, 0)                           as pack0,
        coalesce(packed.pack1, 0)                           as pack1,
        coalesce(packed.pack2, 0)                           as pack2,
        coalesce(packed.pack3, 0)                           as pack3,
        coalesce(packed.pack4, 0)                           as pack4,
        coalesce(packed.pack5, 0)                           as pack5
    from outcomes
    left join packed on packed.customer_id = outcomes.customer_id
)

select * from attribute_codes order by cohort_no, customer_id
