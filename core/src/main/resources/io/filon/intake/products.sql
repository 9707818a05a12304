-- One row per product: as the product files say, else as the lines do.
-- reads  in_products (product_id, merged), order_lines (product_id, product, category, subcategory)
-- grain  product_id
with

listed as (
    select
        product_id,
        name,
        category,
        subcategory,
        brand,
        unit_price,
        unit_cost
    from in_products
    where not merged
),

sold as (
    select
        product_id,
        max(product)        as product,
        max(category)       as category,
        max(subcategory)    as subcategory
    from order_lines
    where product_id is not null
    group by product_id
),

all_products as (
    select
        coalesce(listed.product_id, sold.product_id)        as product_id,
        coalesce(listed.name, sold.product)                 as name,
        coalesce(listed.category, sold.category)            as category,
        coalesce(listed.subcategory, sold.subcategory)      as subcategory,
        listed.brand,
        listed.unit_price,
        listed.unit_cost
    from listed
    full outer join sold on listed.product_id = sold.product_id
)

select * from all_products
