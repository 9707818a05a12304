package io.filon.report.html;

import io.filon.report.Language;
import io.filon.report.change.Change;
import io.filon.report.effort.Effort;
import io.filon.report.effort.Effort.EffortRow;
import io.filon.report.effort.Effort.PaidChannel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the sections on effort, sensitivity and change say easier in Java than in a template.
public record OutlookView(Language lang) {

    private static final List<String> DIMENSIONS = List.of("group", "persona", "channel", "stage");

    /// A row with less than this of both is left to the table.
    private static final double TOO_SHORT_TO_DRAW = 0.005;

    /// A group of ours in words; a channel or persona as people write it.
    public String name(String name) {
        return lang.messages().has("group." + name) ? lang.say("group." + name) : name;
    }

    /// Dimensions there is more than one row to tell of.
    public List<String> dimensions(Effort effort) {
        return DIMENSIONS.stream().filter(name -> effort.of(name).size() > 1).toList();
    }

    /// Those that are drawn: stages are a table.
    public List<String> charted(Effort effort) {
        return dimensions(effort).stream().filter(name -> !name.equals("stage")).toList();
    }

    /// Rows with something in them.
    public List<EffortRow> told(List<EffortRow> rows) {
        return rows.stream()
                .filter(row -> row.spent().signum() != 0 || row.contribution().signum() != 0)
                .toList();
    }

    /// A share; a hair of a percent is none.
    public String share(@Nullable Double share) {
        return lang.share(share == null || size(share) >= 0.0005 ? share : Double.valueOf(0));
    }

    public List<EffortRow> drawn(List<EffortRow> rows) {
        return rows.stream()
                .filter(row -> Math.max(size(row.spentShare()), size(row.contributionShare())) >= TOO_SHORT_TO_DRAW)
                .toList();
    }

    /// What a full bar means: the whole, or the longest when one is over the whole.
    public double longest(List<EffortRow> rows) {
        return rows.stream()
                .mapToDouble(row -> Math.max(size(row.spentShare()), size(row.contributionShare())))
                .reduce(1, Math::max);
    }

    public String width(@Nullable Double share, double longest) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * Math.min(1, size(share) / longest));
    }

    private static double size(@Nullable Double share) {
        return share == null ? 0 : Math.abs(share);
    }

    /// @param kind as [Effort#KINDS] names it
    public BigDecimal amount(EffortRow row, String kind) {
        return row.spending().amounts().get(Effort.KINDS.indexOf(kind));
    }

    public String costPerStar(PaidChannel channel) {
        if (channel.costPerStar() != null) {
            return lang.money(channel.costPerStar());
        }
        if (channel.customers() == 0) {
            return lang.unknown();
        }
        return channel.knownCustomers() == 0
                ? lang.say("effort.star.too_soon")
                : lang.say("effort.star.none", channel.knownCustomers());
    }

    /// An assumption's value with its unit.
    public String valued(String unit, double value) {
        return switch (unit) {
            case "share" -> lang.share(value);
            case "money" -> lang.exactMoney(BigDecimal.valueOf(value));
            case "days" -> lang.say("unit.days", lang.number(value, 0));
            case "minutes" -> lang.say("unit.minutes", lang.number(value, 0));
            default -> lang.number(value, 2);
        };
    }

    public String changed(Change change) {
        BigDecimal more = change.netNow().subtract(change.netBefore());
        List<Object> values = new ArrayList<>(List.of(
                change.buyersBefore(),
                lang.money(change.netBefore()),
                change.buyersNow(),
                lang.money(change.netNow()),
                more.signum() < 0 ? 0 : 1,
                lang.money(more.abs())));
        return lang.say("change.lead", values.toArray());
    }
}
