-- One row per answer. A form of several questions gives several answers from one row, numbered apart.
-- reads  in_answers (source_id, row_no, customer_key, question), identities (key, customer_id)
-- grain  source_id, row_no
with

answers as (
    select
        in_answers.source_id,
        row_number() over (
            partition by in_answers.source_id
            order by in_answers.row_no nulls last, in_answers.question nulls last, in_answers.answer nulls last
        ) as row_no,
        coalesce(identities.customer_id, in_answers.customer_key) as customer_id,
        in_answers.question,
        in_answers.answer,
        in_answers.answered_on
    from in_answers
    left join identities on in_answers.customer_key = identities.key
    where not in_answers.merged
)

select * from answers
