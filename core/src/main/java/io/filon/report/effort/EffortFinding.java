package io.filon.report.effort;

import io.filon.report.Audit.Finding;
import io.filon.report.effort.Effort.EffortRow;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is paid for and does not buy: the persona or channel whose share of the effort is furthest over its share of
/// the contribution, when that is a lot.
///
/// Groups such as star customers are not compared here: they are chosen by what they leave, so they differ by
/// definition.
public final class EffortFinding {

    /// A difference of shares, in twenty of a hundred, that is worth a sentence at the top.
    private static final double MUCH = 0.2;

    private static final List<String> NOBODY = List.of("unattributed", "no_persona", "other");

    private EffortFinding() {}

    /// @param certainty what the amounts rest on
    public static Optional<Finding> of(Effort effort, Phrase certainty) {
        return widest(effort, "persona")
                .or(() -> widest(effort, "channel"))
                .map(row -> finding(effort, row, certainty));
    }

    /// The sentence on star customers, followed by the persona that is paid for most beyond its part of them, when
    /// that is a lot: the company buys other people than those who carry it.
    public static Phrase besidePersona(Phrase sentence, Effort effort, long stars) {
        return effort.of("persona").stream()
                .filter(row -> !NOBODY.contains(row.name()))
                .filter(row -> share(row.acquisitionShare()) - (double) row.stars() / stars >= MUCH)
                .max(Comparator.comparingDouble(row -> share(row.acquisitionShare()) - (double) row.stars() / stars))
                .map(row -> followed(sentence, row, stars))
                .orElse(sentence);
    }

    private static Phrase followed(Phrase sentence, EffortRow row, long stars) {
        List<Value> values = new ArrayList<>(sentence.values());
        values.add(new Value.Name(row.name()));
        values.add(new Value.Share((double) row.stars() / stars));
        values.add(new Value.Share(share(row.acquisitionShare())));
        return new Phrase(sentence.key() + ".persona", values);
    }

    private static Optional<EffortRow> widest(Effort effort, String dimension) {
        return effort.of(dimension).stream()
                .filter(row -> !NOBODY.contains(row.name()))
                .filter(row -> dimension.equals("persona")
                        || row.spending().acquisition().signum() > 0)
                .filter(row -> gap(row) >= MUCH)
                .max(Comparator.comparingDouble(EffortFinding::gap));
    }

    /// How far the share of effort is over that of contribution; who leaves nothing has a right to no share.
    private static double gap(EffortRow row) {
        Double spent = row.spentShare();
        Double left = row.contributionShare();
        return spent == null || left == null ? 0 : spent - Math.max(0, left);
    }

    private static Finding finding(Effort effort, EffortRow row, Phrase certainty) {
        BigDecimal money = effort.spent().multiply(BigDecimal.valueOf(gap(row))).setScale(4, RoundingMode.HALF_UP);
        boolean loses = row.contribution().signum() <= 0;
        long stars = effort.of("group").stream().mapToLong(EffortRow::stars).sum();
        String key = "finding.effort_" + row.dimension() + (loses ? ".loses" : stars == 0 ? ".no_stars" : "");
        return new Finding(
                "effort_off_profit",
                Phrase.of(
                        key,
                        new Value.Name(row.name()),
                        new Value.Share(share(row.spentShare())),
                        new Value.Money(row.spent()),
                        new Value.Share(share(row.contributionShare())),
                        new Value.Share(stars == 0 ? 0 : (double) row.stars() / stars),
                        new Value.Money(row.contribution().abs())),
                certainty,
                money,
                "",
                Phrase.of("next_step.effort_" + row.dimension()));
    }

    private static double share(@Nullable Double share) {
        return share == null ? 0 : share;
    }
}
