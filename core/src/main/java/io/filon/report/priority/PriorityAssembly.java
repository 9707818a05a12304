package io.filon.report.priority;

import io.filon.priority.Estimate;
import io.filon.priority.Plan;
import io.filon.priority.Playbook;
import io.filon.priority.Priorities;
import io.filon.priority.Row;
import io.filon.report.priority.Priority.Amount;
import io.filon.report.priority.Priority.Ranged;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says the matrix and the budget in sentences.
public final class PriorityAssembly {

    private static final double SURE = 0.95;
    private static final double LIKELY = 0.6;

    private final Priorities found;
    private final Map<String, Phrase> names;

    private PriorityAssembly(Priorities found) {
        this.found = found;
        this.names = found.rows().stream().collect(Collectors.toMap(Row::segment, PriorityAssembly::name));
    }

    public static Priority of(Priorities found) {
        PriorityAssembly words = new PriorityAssembly(found);
        return new Priority(
                found.asked().answerDays(),
                found.asked().priorContacts(),
                found.asked().controlShare(),
                words.lead(),
                found.rows().stream().map(words::line).toList(),
                words.allocation(found.plan()),
                found.dormants().stream().map(PriorityAssembly::dormant).toList(),
                found.campaigns().stream()
                        .map(campaign -> new Priority.Campaign(
                                campaign.campaign(),
                                campaign.contacted(),
                                campaign.heldOut(),
                                campaign.ordersContacted(),
                                campaign.ordersHeldOut(),
                                campaign.drawn()))
                        .toList(),
                words.notes().stream().map(Priority.Note::new).toList());
    }

    static Phrase name(Row row) {
        return row.name().isEmpty()
                ? Phrase.of("lifecycle." + row.segment())
                : Phrase.of("priority.name", new Value.Name(row.name()));
    }

    private Phrase lead() {
        if (found.rows().isEmpty()) {
            return Phrase.of("priority.nobody");
        }
        Row first = found.rows().getFirst();
        String sure = !first.measured()
                ? "method"
                : first.firstChance() >= SURE ? "sure" : first.firstChance() >= LIKELY ? "likely" : "close";
        return Phrase.of(
                "priority.lead." + sure,
                new Value.Said(name(first)),
                money(first.nextEuro().value()),
                money(first.nextEuro().low()),
                money(first.nextEuro().high()),
                new Value.Share(first.firstChance()));
    }

    private Priority.Line line(Row row) {
        Playbook playbook = row.playbook();
        return new Priority.Line(
                row.segment(),
                name(row),
                row.rank(),
                row.customers(),
                row.contactable(),
                word(row.effort()),
                amount(row.contactCost()),
                row.costOrigin(),
                playbook == null ? "" : word(playbook.potential()),
                amount(row.potential()),
                amount(row.potentialMargin()),
                new Ranged(row.roi().value(), row.roi().low(), row.roi().high()),
                amount(row.nextEuro()),
                amount(row.netGain()),
                new Ranged(
                        row.extraRate().value(),
                        row.extraRate().low(),
                        row.extraRate().high()),
                row.grossRate(),
                row.grossContacts(),
                row.contacted(),
                row.heldOut(),
                playbook == null ? null : playbook.roi(),
                playbook == null ? null : playbook.priority(),
                row.payingChance(),
                row.firstChance(),
                row.toSettle(),
                row.letGo(),
                basis(row, playbook),
                settle(row),
                sensitivity(row),
                row.otherThanMethod()
                        .map(rank -> Phrase.of("priority.differs", new Value.Count(rank), new Value.Count(row.rank())))
                        .orElse(null));
    }

    private Phrase basis(Row row, @Nullable Playbook playbook) {
        Value prior = new Value.Count(found.asked().priorContacts());
        if (row.measured()) {
            return Phrase.of(
                    playbook == null ? "priority.basis.measured.alone" : "priority.basis.measured",
                    new Value.Count(row.contacted()),
                    new Value.Count(row.heldOut()),
                    prior);
        }
        return Phrase.of(playbook == null ? "priority.basis.none" : "priority.basis.method", prior);
    }

    private static Phrase settle(Row row) {
        if (row.toSettle() == 0) {
            return Phrase.of("priority.settle.never");
        }
        return Phrase.of(
                2 * row.toSettle() > row.contactable() ? "priority.settle.more" : "priority.settle",
                new Value.Count(rounded(row.toSettle())),
                new Value.Count(row.contactable()));
    }

    private static Phrase sensitivity(Row row) {
        if (Double.isNaN(row.firstBound())) {
            return Phrase.of("priority.hold.alone");
        }
        if (row.rank() == 1) {
            return row.firstBound() <= 0
                    ? Phrase.of("priority.hold.always")
                    : Phrase.of("priority.hold.first", new Value.Share(row.firstBound()));
        }
        return row.firstBound() > 1
                ? Phrase.of("priority.hold.never")
                : Phrase.of("priority.hold.other", new Value.Share(row.firstBound()));
    }

    private Priority.Allocation allocation(Plan plan) {
        Estimate last = plan.lastEuro();
        List<Priority.Share> shares = plan.shares().stream()
                .map(share -> new Priority.Share(
                        share.segment(),
                        names.getOrDefault(share.segment(), Phrase.of("page.unknown")),
                        share.contacts(),
                        share.heldOut(),
                        amount(share.cost()),
                        amount(share.net()),
                        share.advice()))
                .toList();
        return new Priority.Allocation(
                plan.limited() ? amount(plan.budget()) : null,
                amount(plan.spent()),
                amount(plan.net()),
                last == null ? null : amount(last),
                sentence(plan, last),
                shares);
    }

    private Phrase sentence(Plan plan, @Nullable Estimate last) {
        if (last == null) {
            return plan.budget() == 0
                    ? Phrase.of("priority.plan.no_money", money(0))
                    : Phrase.of("priority.plan.nothing");
        }
        boolean exhausted = plan.limited() && plan.spent() >= 0.98 * plan.budget();
        return Phrase.of(
                exhausted ? "priority.plan.all" : plan.limited() ? "priority.plan.left" : "priority.plan.pays",
                money(plan.limited() ? plan.budget() : plan.spent()),
                money(plan.spent()),
                money(plan.net().value()),
                money(plan.net().low()),
                money(plan.net().high()),
                money(last.value()),
                money(last.low()),
                money(last.high()),
                new Value.Said(names.getOrDefault(plan.lastSegment(), Phrase.of("page.unknown"))));
    }

    private static Priority.Dormant dormant(Priorities.Dormant row) {
        Double expected = row.expectedEach();
        return new Priority.Dormant(
                row.stage(),
                row.chance(),
                row.customers(),
                amount(row.pastEach()),
                row.buyingChance(),
                expected == null ? null : amount(expected),
                Phrase.of("priority.dormant." + (row.stage().equals("dormant_high_value") ? "high." : "low.")
                        + row.chance()));
    }

    private List<Phrase> notes() {
        List<Phrase> notes = new ArrayList<>();
        notes.add(
                Phrase.of("priority.note.horizon", new Value.Count(found.asked().answerDays())));
        notes.add(Phrase.of(found.foretold() ? "priority.note.curve" : "priority.note.curve.flat"));
        notes.add(
                Phrase.of("priority.note.control", new Value.Share(found.asked().controlShare())));
        if (found.rows().stream().anyMatch(row -> row.costOrigin().equals("assumed"))) {
            notes.add(Phrase.of("priority.note.cost"));
        }
        if (found.foretold()) {
            notes.add(Phrase.of("priority.note.foretold"));
        }
        if (found.rows().stream().filter(Row::measured).count() >= 3) {
            notes.add(Phrase.of("priority.note.shrunk"));
        }
        if (found.refused() > 0) {
            notes.add(Phrase.of("priority.note.refused", new Value.Count(found.refused())));
        }
        if (found.unowned() > 0) {
            notes.add(Phrase.of("priority.note.unowned", new Value.Count(found.unowned())));
        }
        found.campaigns().stream()
                .filter(campaign -> !campaign.drawn())
                .forEach(campaign ->
                        notes.add(Phrase.of("priority.note.not_drawn", new Value.Name(campaign.campaign()))));
        return notes;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal amount(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }

    private static Amount amount(Estimate estimate) {
        return new Amount(amount(estimate.value()), amount(estimate.low()), amount(estimate.high()));
    }

    private static Value money(double value) {
        return new Value.Money(amount(value));
    }

    /// Two leading digits: what is said with "about".
    private static long rounded(long count) {
        long unit = (long) Math.pow(10, Math.max(0, Long.toString(count).length() - 2));
        return Math.round((double) count / unit) * unit;
    }
}
