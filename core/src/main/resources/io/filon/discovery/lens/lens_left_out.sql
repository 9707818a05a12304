-- One row per lens, reason and channel: who cannot be judged. Too recent: not followed for as many days as the others. Already there: came before the files begin. Channel: of the first contact, null when no file tells.
-- reads  lens_people (lens), contacts, outcomes (customer_id, already_there), outcome_window
-- grain  lens, why, channel
with

lenses as (
    select distinct lens
    from lens_people
),

out_of as (
    select
        lenses.lens,
        case
            when lenses.lens = 'attract_contact' and contacts.contact_on >= outcome_window.from_on then 'too_recent'
            when lenses.lens = 'attract_contact' and contacts.contact_on < outcome_window.first_bought_on then 'already_there'
            when lenses.lens <> 'attract_contact' and contacts.first_order_on >= outcome_window.from_on then 'too_recent'
            when lenses.lens = 'attract_order' and outcomes.already_there then 'already_there'
        end                                                     as why,
        contacts.channel
    from contacts
    cross join lenses
    cross join outcome_window
    left join outcomes on outcomes.customer_id = contacts.customer_id
),

lens_left_out as (
    select lens, why, channel, count(*) as customers
    from out_of
    where why is not null
    group by lens, why, channel
)

select * from lens_left_out order by lens, why, customers desc nulls last, channel
