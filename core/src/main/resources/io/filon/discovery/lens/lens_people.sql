-- One row per lens and customer it can judge: the day that anchors it, and the net contribution in as many days for everybody.
-- Lenses: attract_contact (from the first contact, buyers or not; only where a twentieth, and fifty, never bought), attract_order (the days after the first order; that day itself apart in first_net), grow (the outcome window).
-- Cohort: the quarter in which the customer came. Place: 1, 2… by customer.
-- reads  outcomes (customer_id, first_order_on, already_there, cohort, net), outcome_window, contacts, net_movements
-- grain  lens, customer_id
with

ripe as (
    select
        contacts.customer_id,
        contacts.contact_on,
        contacts.first_order_on
    from contacts
    cross join outcome_window
    where contacts.contact_on >= outcome_window.first_bought_on and contacts.contact_on < outcome_window.from_on
),

silent as (
    select
        count(*)                                                as contacts,
        count(*) filter (where first_order_on is null)          as never_bought
    from ripe
),

anchored as (
    select
        'attract_contact'                                       as lens,
        ripe.customer_id,
        ripe.contact_on                                         as anchor_on,
        quarter_of(ripe.contact_on)                             as cohort
    from ripe
    cross join silent
    where silent.never_bought >= 50 and silent.never_bought >= 0.05 * silent.contacts
    union all
    select
        'attract_order'                                         as lens,
        customer_id,
        first_order_on                                          as anchor_on,
        cohort
    from outcomes
    where not already_there
),

earned as (
    select
        anchored.lens,
        anchored.customer_id,
        sum(net_movements.net) filter (
            where net_movements.moved_on > anchored.anchor_on
                or (anchored.lens = 'attract_contact' and net_movements.moved_on = anchored.anchor_on)) as net,
        sum(net_movements.net) filter (where net_movements.moved_on = anchored.anchor_on) as first_net
    from anchored
    cross join outcome_window
    inner join net_movements on net_movements.customer_id = anchored.customer_id
    where net_movements.moved_on between anchored.anchor_on and days_after(anchored.anchor_on, outcome_window.window_days)
    group by anchored.lens, anchored.customer_id
),

judged as (
    select
        anchored.*,
        cast(coalesce(earned.net, 0) as decimal(18, 4))         as net,
        cast(case when anchored.lens = 'attract_order' then coalesce(earned.first_net, 0) end as decimal(18, 4)) as first_net
    from anchored
    left join earned on earned.lens = anchored.lens and earned.customer_id = anchored.customer_id
    union all
    select
        'grow'                                                  as lens,
        customer_id,
        first_order_on                                          as anchor_on,
        cohort,
        net,
        null                                                    as first_net
    from outcomes
),

lens_people as (
    select
        judged.*,
        row_number() over (partition by judged.lens order by judged.customer_id) as place
    from judged
)

select * from lens_people order by lens, customer_id
