-- One row per opinion. The rating is brought to 0..1 by the scale its file uses.
-- reads  in_reviews (source_id, row_no, customer_key, merged), identities (key, customer_id)
-- grain  source_id, row_no
with

scales as (
    select
        source_id,
        case
            when max(rating) <= 1 then 0
            else 1
        end as lowest,
        case
            when max(rating) <= 1 then 1
            when max(rating) <= 5 then 5
            when max(rating) <= 10 then 10
            else 100
        end as highest
    from in_reviews
    group by source_id
),

reviews as (
    select
        in_reviews.source_id,
        in_reviews.row_no,
        coalesce(identities.customer_id, in_reviews.customer_key) as customer_id,
        in_reviews.product_id,
        ratio(in_reviews.rating - scales.lowest, scales.highest - scales.lowest) as rating,
        in_reviews.text,
        in_reviews.reviewed_on
    from in_reviews
    join scales on in_reviews.source_id = scales.source_id
    left join identities on in_reviews.customer_key = identities.key
    where not in_reviews.merged
)

select * from reviews
