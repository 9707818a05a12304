package io.filon.report;

import static io.filon.report.Samples.count;
import static io.filon.report.Samples.euros;
import static io.filon.report.Samples.money;
import static io.filon.report.Samples.word;

import io.filon.report.change.Change;
import io.filon.report.change.Change.FindingChange;
import io.filon.report.change.Change.GroupChange;
import io.filon.report.change.Review;
import io.filon.report.effort.Effort;
import io.filon.report.effort.Effort.EffortRow;
import io.filon.report.effort.Effort.PaidChannel;
import io.filon.report.effort.Effort.Spending;
import io.filon.report.sensitivity.Sensitivity;
import io.filon.report.sensitivity.Sensitivity.Claim;
import io.filon.report.sensitivity.Sensitivity.Lever;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.time.LocalDate;
import java.util.List;

/// Effort, sensitivity and change of the hand-built audits.
final class OutlookSamples {

    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 30);

    private OutlookSamples() {}

    static Effort noEffort() {
        return new Effort(
                FROM,
                TO,
                money("0.0000"),
                money("0.0000"),
                List.of(),
                List.of(),
                Effort.KINDS,
                Phrase.of("effort.why.no_effort"));
    }

    static Sensitivity nothingAssumed() {
        return new Sensitivity(List.of(), 0, Phrase.of("sensitivity.why.nothing_assumed"));
    }

    static Effort effort() {
        return new Effort(
                FROM,
                TO,
                money("100000.0000"),
                money("160000.0000"),
                List.of(
                        row("group", "star_customers", 589, "12000.0000", 0.12, "76800.0000", 0.48),
                        row("group", "loss_makers", 2_610, "31000.0000", 0.31, "-19200.0000", -0.12),
                        row("group", "others", 5_221, "57000.0000", 0.57, "102400.0000", 0.64),
                        row("stage", "active", 8_420, "100000.0000", 1, "160000.0000", 1),
                        row("channel", "Instagram Ads", 4_100, "46000.0000", 0.46, "17600.0000", 0.11),
                        row("channel", "unattributed", 4_320, "54000.0000", 0.54, "142400.0000", 0.89),
                        row("persona", "Joven urbana", 3_900, "44000.0000", 0.44, "14400.0000", 0.09)),
                List.of(new PaidChannel(
                        "Instagram Ads",
                        money("46000.0000"),
                        1.0,
                        91_000L,
                        5_200L,
                        money("8.8462"),
                        4_100,
                        money("11.2195"),
                        1_900,
                        20,
                        money("1065.8500"),
                        2.1,
                        4.4,
                        money("31000.0000"),
                        null,
                        14L,
                        Phrase.of("effort.payback.not_yet", count(14)))),
                List.of("contacts"),
                null);
    }

    private static EffortRow row(
            String dimension, String name, long customers, String spent, double share, String left, double leftShare) {
        Spending spending = new Spending(
                money(spent), money("0.0000"), money("0.0000"), money("0.0000"), money("0.0000"), money("0.0000"));
        return new EffortRow(
                dimension,
                name,
                customers,
                name.equals("star_customers") ? customers : 0,
                money(spent),
                share,
                money(left),
                leftShare,
                share,
                dimension.equals("persona") ? 0.6 : null,
                spending);
    }

    static Sensitivity sensitivity() {
        Claim claim = new Claim(
                "loss_makers",
                "",
                money("-85162.0400"),
                3.8,
                true,
                Phrase.of("sensitivity.loss_makers.from", new Value.Name(""), euros("85162.0400"), euros("3.8000")));
        return new Sensitivity(
                List.of(new Lever(
                        "shipping_cost_per_order",
                        Phrase.of("assumption.shipping_cost_per_order"),
                        5.0,
                        3.5,
                        7.5,
                        "money",
                        money("244152.0000"),
                        money("146972.0000"),
                        1_900,
                        3_480,
                        0.97,
                        0.92,
                        List.of(claim),
                        Phrase.of("measure.shipping_cost_per_order"))),
                2,
                null);
    }

    static Review review() {
        LocalDate on = LocalDate.of(2026, 9, 7);
        return new Review(on, Phrase.of("review.rhythm", new Value.Day(on), new Value.Decimal(46, 0)));
    }

    static Change change() {
        return new Change(
                LocalDate.of(2026, 3, 31),
                "workspace",
                7_980,
                8_420,
                money("1150000.0000"),
                money("1297695.3500"),
                money("190112.3000"),
                money("207712.3000"),
                List.of(
                        new GroupChange(
                                "star_customers",
                                560,
                                589,
                                141L,
                                112L,
                                money("50111.0000"),
                                money("52611.4000"),
                                money("9800.0000"),
                                money("8120.0000")),
                        new GroupChange(
                                "loss_makers",
                                2_480,
                                2_610,
                                310L,
                                180L,
                                money("-81000.0000"),
                                money("-85162.0400"),
                                money("-6100.0000"),
                                money("-2200.0000"))),
                List.of(new FindingChange(
                        "loss_makers",
                        "held",
                        money("81000.0000"),
                        money("85162.0400"),
                        Phrase.of(
                                "change.finding.held",
                                word("finding_name.loss_makers"),
                                euros("81000.0000"),
                                euros("85162.0400")))),
                null);
    }
}
