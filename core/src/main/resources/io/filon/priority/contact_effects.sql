-- One row per stage with contacts drawn at random: what share of those contacted answered beyond those held out, and how sure that is.
-- Strata by campaign and quarter, weighted as Mantel and Haenszel do; the variance adds up what each customer contributes, since the same customer is contacted again and again.
-- reads  contact_stages (contact_no, customer_id, stage, campaign, sent_quarter, is_control, answered), contact_strata
-- grain  stage
with

weights as (
    select
        stage,
        sum(weight)                                                                     as whole_weight,
        sum(contacted)                                                                  as contacted,
        sum(held_out)                                                                   as held_out,
        sum(answered_contacted)                                                         as answered_contacted,
        sum(answered_held_out)                                                          as answered_held_out,
        sum(weight * (rate_contacted - rate_held_out)) / sum(weight)                    as extra_rate,
        sum(weight * (rate_contacted + rate_held_out) / 2) / sum(weight)                as usual_rate
    from contact_strata
    group by stage
),

shares as (
    select
        contact_stages.stage,
        contact_stages.customer_id,
        sum(contact_strata.weight / weights.whole_weight * case
            when contact_stages.is_control
            then -(cast(contact_stages.answered as integer) - contact_strata.rate_held_out)
                / sqrt(cast(contact_strata.held_out as double) * (contact_strata.held_out - 1))
            else (cast(contact_stages.answered as integer) - contact_strata.rate_contacted)
                / sqrt(cast(contact_strata.contacted as double) * (contact_strata.contacted - 1))
        end)                                                                            as share
    from contact_stages
    inner join contact_strata on contact_strata.stage = contact_stages.stage
        and contact_strata.campaign = contact_stages.campaign
        and contact_strata.sent_quarter = contact_stages.sent_quarter
    inner join weights on weights.stage = contact_stages.stage
    group by contact_stages.stage, contact_stages.customer_id
),

errors as (
    select
        stage,
        sum(share * share)                                                              as variance
    from shares
    group by stage
),

contact_effects as (
    select
        weights.stage,
        cast(weights.contacted as bigint)                                               as contacted,
        cast(weights.held_out as bigint)                                                as held_out,
        ratio(weights.answered_contacted, weights.contacted)                            as rate_contacted,
        ratio(weights.answered_held_out, weights.held_out)                              as rate_held_out,
        weights.extra_rate,
        weights.usual_rate,
        errors.variance
    from weights
    inner join errors on errors.stage = weights.stage
)

select * from contact_effects order by stage
