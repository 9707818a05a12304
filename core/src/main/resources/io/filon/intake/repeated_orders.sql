-- One row per order of a file that a later file of the same kind gives again. Two files that name products alike and
-- whose common orders have, for the most part, no product in common hold parts of one export: those are no repeats.
-- reads  in_order_lines (order_id, source_id, level, product_id, product), in_sources (source_id, kind, recipe, position)
-- grain  order_id, source_id
with

held as (
    select distinct order_id, source_id
    from in_order_lines
    where level not in ('event', 'part')
),

pairs as (
    select
        earlier.order_id,
        earlier.source_id,
        later.source_id                                             as later_id
    from held as earlier
    join held as later on earlier.order_id = later.order_id and earlier.source_id <> later.source_id
    join in_sources as first_file on earlier.source_id = first_file.source_id
    join in_sources as second_file on later.source_id = second_file.source_id
    where
        first_file.kind = second_file.kind
        and first_file.recipe = second_file.recipe
        and first_file.position < second_file.position
),

lines as (
    select distinct order_id, source_id, product_id, product
    from in_order_lines
    where
        level = 'line'
        and coalesce(product_id, product) is not null
        and order_id in (select order_id from pairs)
),

told as (
    select
        source_id,
        count(product_id) > 0                                       as product_ids,
        count(product) > 0                                          as products
    from lines
    group by source_id
),

compared as (
    select
        pairs.order_id,
        pairs.source_id,
        pairs.later_id,
        count(mine.order_id) > 0 and count(theirs.order_id) = 0     as differs
    from pairs
    left join lines as mine on pairs.order_id = mine.order_id and pairs.source_id = mine.source_id
    left join lines as theirs
        on pairs.order_id = theirs.order_id
        and pairs.later_id = theirs.source_id
        and mine.product_id is not distinct from theirs.product_id
        and mine.product is not distinct from theirs.product
    group by pairs.order_id, pairs.source_id, pairs.later_id
),

parts as (
    select compared.source_id, compared.later_id
    from compared
    join told as mine on compared.source_id = mine.source_id
    join told as theirs
        on compared.later_id = theirs.source_id
        and mine.product_ids = theirs.product_ids
        and mine.products = theirs.products
    group by compared.source_id, compared.later_id
    having count(*) filter (compared.differs) * 2 > count(*)
),

repeated_orders as (
    select distinct compared.order_id, compared.source_id
    from compared
    left join parts on compared.source_id = parts.source_id and compared.later_id = parts.later_id
    where parts.source_id is null
)

select * from repeated_orders
