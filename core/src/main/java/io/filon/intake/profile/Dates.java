package io.filon.intake.profile;

import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.ValueFormat;
import io.filon.intake.plan.ValueFormat.Moment;
import io.filon.intake.recipe.HeaderWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Decides how each date column of a file is read. Whether `03/04/2024` is the third of April is asked of all its
/// values, then of the file's other columns, then of the order of its rows, then of its language; the rest is a doubt.
final class Dates {

    private static final Set<String> DAY_FIRST_WORDS = Set.of(
            "fecha", "fec", "dia", "data", "datum", "jour", "importe", "pedido", "cliente", "estado", "nombre",
            "produto", "kunde");

    /// Years of two digits first, which `%Y` would read as well; then the longest.
    private static final Comparator<String> NARROWEST_FIRST = Comparator.comparing(
                    (String pattern) -> pattern.contains("%Y"))
            .thenComparingInt(pattern -> -pattern.length())
            .thenComparing(Comparator.naturalOrder());

    /// Which of the first two numbers is the day, as far as it is known.
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        OPEN
    }

    private final RawTable raw;
    private final DayMonthEvidence evidence;
    private final List<Doubt> doubts = new ArrayList<>();
    private final Map<Integer, Order> known = new HashMap<>();

    Dates(RawTable raw, DayMonthEvidence evidence) {
        this.raw = raw;
        this.evidence = evidence;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    /// Looks at all date columns first, so that one may speak for another.
    void learn(List<ColumnProfile> profiles) {
        for (ColumnProfile profile : profiles) {
            if ((profile.shapes().dates() >= 0.5 || mixesCounts(profile)) && turns(profile)) {
                known.put(profile.index(), own(profile));
            }
        }
    }

    /// Columns of this file that put the day first, less those that put the month first.
    long balance() {
        long day = known.values().stream().filter(Order.DAY_FIRST::equals).count();
        long month = known.values().stream().filter(Order.MONTH_FIRST::equals).count();
        return day - month;
    }

    /// Text when the column is no date at all.
    ///
    /// @param company columns of all files that put the day first, less those that put the month first
    ValueFormat of(ColumnProfile profile, long company) {
        if (holdsMonths(profile)) {
            return months(profile);
        }
        if (profile.shapes().dates() < 0.5 && !mixesCounts(profile)) {
            return counted(profile);
        }
        boolean dayFirst = turns(profile) && dayFirst(profile, company);
        Stream<String> drawn = profile.values().stream().map(ColumnProfile.Value::text);
        List<DateShape> shapes = Stream.concat(evidence.oneOfEachShape(raw, profile).stream(), drawn)
                .flatMap(text -> DateShape.of(text).stream())
                .toList();
        Stream<String> patterns = shapes.stream()
                .map(DateShape::pattern)
                .map(text -> text.replace("%1", dayFirst ? "%d" : "%m").replace("%2", dayFirst ? "%m" : "%d"))
                .distinct()
                .sorted(NARROWEST_FIRST);
        return mixesCounts(profile)
                ? new Moment(Stream.concat(patterns, Stream.of(Moment.COUNTED)).toList(), true, true)
                : new Moment(
                        patterns.toList(),
                        shapes.stream().anyMatch(DateShape::timed),
                        shapes.stream().anyMatch(DateShape::zoned));
    }

    /// Whether every cell tells a month and no day.
    static boolean holdsMonths(ColumnProfile profile) {
        return !profile.empty()
                && DateShape.month(profile.values().getFirst().text()).isPresent()
                && profile.share(text -> DateShape.month(text).isPresent()) == 1;
    }

    private ValueFormat months(ColumnProfile profile) {
        doubts.add(new Doubt(
                "months_only",
                raw.file(),
                profile.header(),
                2,
                List.of(profile.examples().getFirst())));
        return new Moment(
                profile.values().stream()
                        .flatMap(value -> DateShape.month(value.text()).stream())
                        .map(DateShape::pattern)
                        .distinct()
                        .sorted()
                        .toList(),
                false,
                false);
    }

    private static boolean turns(ColumnProfile profile) {
        return profile.share(text -> DateShape.of(text)
                        .map(shape -> shape.pattern().contains("%1"))
                        .orElse(false))
                > 0;
    }

    private Order own(ColumnProfile profile) {
        DayMonthEvidence.Counts counts = evidence.counts(raw, profile);
        if (counts.firstOver() > 0 && counts.secondOver() > 0) {
            doubts.add(new Doubt(
                    "mixed_dates",
                    raw.file(),
                    profile.header(),
                    1,
                    List.of(Math.min(counts.firstOver(), counts.secondOver()))));
        }
        if (counts.firstOver() != counts.secondOver()) {
            return counts.firstOver() > counts.secondOver() ? Order.DAY_FIRST : Order.MONTH_FIRST;
        }
        if (counts.firsts() == 1 && counts.seconds() > 1) {
            return Order.DAY_FIRST; // always the first of a month
        }
        return counts.seconds() == 1 && counts.firsts() > 1 ? Order.MONTH_FIRST : Order.OPEN;
    }

    private boolean dayFirst(ColumnProfile profile, long company) {
        Order order = known.getOrDefault(profile.index(), Order.OPEN);
        if (order != Order.OPEN) {
            return order == Order.DAY_FIRST;
        }
        if (balance() != 0) {
            return balance() > 0;
        }
        Order sorted = evidence.byRowOrder(raw, profile);
        if (sorted != Order.OPEN) {
            return sorted == Order.DAY_FIRST;
        }
        if (company != 0) {
            return company > 0;
        }
        boolean local = ";".equals(raw.delimiter())
                || raw.headers().stream()
                        .flatMap(header -> HeaderWords.of(header).stream())
                        .anyMatch(DAY_FIRST_WORDS::contains);
        boolean dotted = profile.share(text -> text.matches("\\d{1,2}\\.\\d{1,2}\\..*")) > 0.5;
        String example = profile.examples().isEmpty() ? "" : profile.examples().getFirst();
        doubts.add(new Doubt(
                local || dotted ? "assumed_day_first" : "ambiguous_dates",
                raw.file(),
                profile.header(),
                local || dotted ? 2 : 1,
                List.of(example)));
        return true;
    }

    /// A count since 1970 or since 1900, told by its size.
    private static ValueFormat counted(ColumnProfile profile) {
        if (profile.shapes().numbers() < 0.9) {
            return new ValueFormat.Text();
        }
        double typical = profile.values().stream()
                .mapToDouble(value -> size(value.text()))
                .sorted()
                .skip(profile.values().size() / 2)
                .findFirst()
                .orElse(0);
        if (typical > 1e15 && typical < 4e15) {
            return new ValueFormat.Epoch(1_000_000);
        }
        if (typical > 3e11 && typical < 4e12) {
            return new ValueFormat.Epoch(1_000);
        }
        if (typical > 3e8 && typical < 4e9) {
            return new ValueFormat.Epoch(1);
        }
        return typical > 20_000 && typical < 70_000 ? new ValueFormat.SpreadsheetDay() : new ValueFormat.Text();
    }

    /// Whether the numbers of a column can be such a count.
    static boolean countsTime(ColumnProfile profile) {
        return profile.shapes().numbers() > 0.9 && !(counted(profile) instanceof ValueFormat.Text);
    }

    /// Whether some cells count the time since 1970 and the others write it.
    static boolean mixesCounts(ColumnProfile profile) {
        double dates = profile.shapes().dates();
        double counts = profile.share(text -> text.matches("1[0-9]{9}([0-9]{3}){0,2}"));
        return dates > 0.02 && counts > 0.02 && dates + counts > 0.85;
    }

    private static double size(String text) {
        try {
            return Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException notPlain) {
            return 0;
        }
    }
}
