package io.filon.report;

import io.filon.report.Audit.Cause;
import io.filon.report.Audit.Finding;
import io.filon.report.Audit.LossMakers;
import io.filon.report.Audit.Stage;
import io.filon.report.Audit.Stars;
import io.filon.report.Audit.Step;
import io.filon.report.effort.EffortFinding;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What to say first: at most three sentences, the ones with most money behind them.
///
/// They describe what the files show. Under 50 buyers nothing is inferred from them, and each sentence says so.
final class Findings {

    private static final int SHOWN = 3;
    private static final Comparator<Finding> BY_MONEY =
            Comparator.comparing(Finding::money).reversed();
    private static final BigDecimal SMALL_BESIDE = new BigDecimal("0.1");
    private static final long FEW_BUYERS = 50;

    /// Who buys every few days is not at risk for missing one of them: that is said only of slower rhythms.
    private static final double SHORTEST_RHYTHM_DAYS = 7;

    /// A base whose costs rest on assumptions by less than this is called measured.
    private static final double HARDLY_ASSUMED = 0.005;

    private final Audit audit;
    private final Store store;

    Findings(Audit audit, Store store) {
        this.audit = audit;
        this.store = store;
    }

    /// The audit with its findings.
    Audit added() {
        List<Finding> all = all();
        return audit.with(
                all.stream().limit(SHOWN).toList(), all.stream().skip(SHOWN).toList());
    }

    /// Who loses money and what sets stars apart are questions the audit is asked: a clear answer is among the first
    /// findings, unless what is lost is small beside the rest.
    private static List<Finding> answersFirst(
            List<Finding> byMoney, Optional<Finding> losses, Optional<Finding> apart) {
        if (byMoney.size() <= SHOWN) {
            return byMoney;
        }
        BigDecimal worthSaying = byMoney.getFirst().money().multiply(SMALL_BESIDE);
        List<Finding> first = new ArrayList<>();
        losses.filter(finding -> finding.money().compareTo(worthSaying) >= 0).ifPresent(first::add);
        apart.ifPresent(first::add);
        byMoney.stream()
                .filter(finding -> !first.contains(finding))
                .limit(SHOWN - first.size())
                .toList()
                .forEach(first::add);
        first.sort(BY_MONEY);
        List<Finding> all = new ArrayList<>(first);
        byMoney.stream().filter(finding -> !first.contains(finding)).forEach(all::add);
        return all;
    }

    private List<Finding> all() {
        List<Finding> candidates = new ArrayList<>();
        stars().ifPresent(candidates::add);
        Optional<Finding> losses = lossMakers();
        losses.ifPresent(candidates::add);
        asleep().ifPresent(candidates::add);
        atRisk().ifPresent(candidates::add);
        unattributedSpend().ifPresent(candidates::add);
        if (!small()) {
            EffortFinding.of(audit.effort(), certainty()).ifPresent(candidates::add);
        }
        Optional<Finding> apart = new FindingApart(audit).strongest();
        apart.ifPresent(candidates::add);
        candidates.sort(BY_MONEY);
        candidates = answersFirst(candidates, losses, apart);
        if (small() && audit.base().buyers() > 0) {
            candidates.addFirst(smallBase());
        }
        candidates.addAll(new FindingsBeforeSales(audit.base(), store).all());
        return candidates;
    }

    private Optional<Finding> stars() {
        Stars stars = audit.stars();
        if (stars.customers() == 0 || stars.net().signum() <= 0) {
            return Optional.empty();
        }
        Double netShare = stars.netShare();
        String key = netShare == null
                ? "finding.stars_carry_profit.rest_loses_all"
                : netShare > 1 ? "finding.stars_carry_profit.rest_loses" : "finding.stars_carry_profit.window";
        Phrase sentence = Phrase.of(
                key,
                new Value.Share((double) stars.customers() / stars.candidates()),
                new Value.Count(stars.customers()),
                new Value.Share(netShare == null ? 0 : netShare),
                new Value.Money(stars.net()),
                new Value.Day(stars.from()));
        return Optional.of(new Finding(
                "stars_carry_profit",
                EffortFinding.besidePersona(sentence, audit.effort(), stars.customers()),
                certainty(),
                stars.net(),
                "star_customers",
                Phrase.of("next_step.stars_carry_profit")));
    }

    private Optional<Finding> lossMakers() {
        LossMakers losses = audit.lossMakers();
        if (losses.customers() == 0) {
            return Optional.empty();
        }
        List<Cause> causes = losses.causes();
        String key = switch (causes.size()) {
            case 0 -> "finding.loss_makers.no_cause";
            case 1 -> "finding.loss_makers.one_cause";
            default -> "finding.loss_makers";
        };
        List<Value> values = new ArrayList<>();
        values.add(new Value.Count(losses.customers()));
        values.add(new Value.Money(losses.net().negate()));
        causes.stream().limit(2).forEach(cause -> values.add(new Value.Word("cause." + cause.cause())));
        String next = causes.isEmpty()
                ? "next_step.loss_makers"
                : "next_step.loss_makers." + causes.getFirst().cause();
        return Optional.of(new Finding(
                "loss_makers",
                new Phrase(key, values),
                certaintyOf(losses),
                losses.net().negate(),
                "loss_makers",
                Phrase.of(next)));
    }

    private Optional<Finding> asleep() {
        Stage asleep = stage("dormant_high_value");
        if (asleep.customers() == 0 || asleep.netLastActiveYear().signum() <= 0) {
            return Optional.empty();
        }
        Optional<Double> ownGap = store.text(
                        Sql.of("select median_own_gap_days from lifecycle_totals where stage = 'dormant_high_value'"))
                .map(Double::valueOf);
        List<Value> values = new ArrayList<>();
        values.add(new Value.Count(asleep.customers()));
        ownGap.ifPresent(days -> values.add(new Value.Decimal(asleep.medianUsualGapDays(), 0)));
        values.add(new Value.Decimal(asleep.medianDaysSinceLastOrder(), 0));
        values.add(new Value.Money(asleep.netLastActiveYear()));
        return Optional.of(new Finding(
                "dormant_high_value",
                new Phrase(
                        ownGap.isPresent() ? "finding.dormant_high_value" : "finding.dormant_high_value.no_rhythm",
                        values),
                returning(),
                asleep.netLastActiveYear(),
                "dormant_high_value",
                Phrase.of("next_step.dormant_high_value")));
    }

    private Optional<Finding> atRisk() {
        Stage atRisk = stage("at_risk");
        boolean daily = atRisk.medianUsualGapDays() < SHORTEST_RHYTHM_DAYS;
        if (small()
                || daily
                || atRisk.customers() == 0
                || atRisk.netLastActiveYear().signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "at_risk",
                Phrase.of(
                        "finding.at_risk",
                        new Value.Count(atRisk.customers()),
                        new Value.Decimal(atRisk.medianUsualGapDays(), 0),
                        new Value.Decimal(atRisk.medianDaysSinceLastOrder(), 0),
                        new Value.Money(atRisk.netLastActiveYear()),
                        new Value.Count(audit.stars().windowDays())),
                returning(),
                atRisk.netLastActiveYear(),
                "at_risk",
                Phrase.of("next_step.at_risk")));
    }

    private Optional<Finding> unattributedSpend() {
        BigDecimal charged = store.text(Sql.of(
                        "select cast(coalesce(sum(acquisition_cost), 0) as decimal(18, 4)) from customer_ledger"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
        BigDecimal loose = step("acquisition_cost").amount().negate().subtract(charged);
        if (loose.signum() <= 0 || audit.base().buyers() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "unattributed_spend",
                Phrase.of("finding.unattributed_spend", new Value.Money(loose)),
                Phrase.of("certainty.measured"),
                loose,
                "",
                Phrase.of("next_step.unattributed_spend")));
    }

    private Finding smallBase() {
        return new Finding(
                "small_base",
                Phrase.of(
                        "finding.small_base",
                        new Value.Count(audit.base().buyers()),
                        new Value.Money(audit.base().revenue()),
                        new Value.Money(audit.base().net())),
                certainty(),
                audit.base().net(),
                "",
                Phrase.of("next_step.small_base"));
    }

    private Phrase certainty() {
        if (small()) {
            return Phrase.of(
                    "certainty.small_base", new Value.Count(audit.base().buyers()));
        }
        if (marginIsAssumed()) {
            return Phrase.of("certainty.assumed_margin");
        }
        double assumed = assumedShare();
        return assumed < HARDLY_ASSUMED
                ? Phrase.of("certainty.measured")
                : Phrase.of("certainty.assumed", new Value.Share(assumed));
    }

    /// What was measured of people who may or may not return.
    private Phrase returning() {
        Phrase certainty = certainty();
        return certainty.key().equals("certainty.measured") ? Phrase.of("certainty.observed") : certainty;
    }

    private Phrase certaintyOf(LossMakers losses) {
        if (small() || assumedShare() < HARDLY_ASSUMED) {
            return certainty();
        }
        return losses.survivingLowCosts() == losses.customers()
                ? Phrase.of("certainty.holds_over_range")
                : Phrase.of(
                        "certainty.partly",
                        new Value.Count(losses.survivingLowCosts()),
                        new Value.Count(losses.customers()));
    }

    /// Whether no file states a product cost and a margin stands in for all of them.
    private boolean marginIsAssumed() {
        return audit.base().cost() == null && audit.base().revenue().signum() != 0;
    }

    /// The part of all costs that no file states.
    private double assumedShare() {
        double costs = 0;
        double assumed = 0;
        for (Step step : audit.ladder()) {
            boolean cost = step.step().endsWith("_cost")
                    || step.step().equals("commission")
                    || step.step().equals("taxes");
            costs += cost ? step.amount().abs().doubleValue() : 0;
            assumed += cost ? step.amount().abs().doubleValue() * step.assumedShare() : 0;
        }
        return costs == 0 ? 0 : assumed / costs;
    }

    private boolean small() {
        return audit.base().buyers() < FEW_BUYERS;
    }

    private Stage stage(String name) {
        return audit.lifecycle().stream()
                .filter(stage -> stage.stage().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Step step(String name) {
        return audit.ladder().stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
