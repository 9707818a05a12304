package io.filon.report.section;

import io.filon.behaviour.job.JobLibrary;
import io.filon.report.section.Apart.Compared;
import io.filon.report.section.Apart.Trait;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what *discovery* found of star customers and loss makers.
public final class ApartTables {

    private static final Set<String> JOBS = Set.of("usual_job", "last_job");

    private static final int MORE_SHOWN = 6;
    private static final int LESS_SHOWN = 4;
    private static final int LEADS_SHOWN = 3;
    private static final int UNDATED_SHOWN = 4;

    /// An undated difference under this many standard errors is not worth showing.
    private static final double STRONG_SCORE = 3;

    /// Beyond it a factor says no more than "almost only".
    private static final double MANY_TIMES = 20;

    private record Window(@Nullable LocalDate fromOn, LocalDate toOn, int windowDays, int lagDays, long historyDays) {}

    private record Test(
            String ofGroup,
            String state,
            long customers,
            long members,
            long candidates,
            double visibleTimes,
            long membersNeeded) {}

    private record Profile(boolean star, double ordersBefore, double revenuePerOrderBefore) {}

    private record Row(
            String ofGroup,
            String attribute,
            boolean named,
            String value,
            boolean spoken,
            String grade,
            double score,
            long customers,
            double share,
            double restShare,
            @Nullable Double times,
            @Nullable Double timesLow,
            @Nullable Double timesHigh,
            BigDecimal netEach,
            BigDecimal netOthers,
            BigDecimal extra,
            BigDecimal extraWithoutBest,
            long needed,
            boolean survivesLowCosts) {}

    private final Store store;

    public ApartTables(Store store) {
        this.store = store;
    }

    public Apart apart() {
        Window window = store.read("outcome_window", Window.class).getFirst();
        return new Apart(
                window.fromOn,
                window.fromOn == null ? null : window.toOn,
                window.windowDays,
                window.historyDays,
                store.number(Sql.of("select count(*) from outcomes where already_there")),
                byDefinition(window),
                compared("stars", window),
                compared("losers", window));
    }

    private @Nullable Phrase byDefinition(Window window) {
        List<Profile> profiles = store.query(Sql.of("select * from definition_profiles order by star"), Profile.class);
        if (profiles.size() < 2) {
            return null;
        }
        return Phrase.of(
                "apart.by_definition",
                new Value.Day(day(window)),
                new Value.Decimal(profiles.getLast().ordersBefore, 1),
                new Value.Decimal(profiles.getFirst().ordersBefore, 1),
                new Value.Money(BigDecimal.valueOf(profiles.getLast().revenuePerOrderBefore)),
                new Value.Money(BigDecimal.valueOf(profiles.getFirst().revenuePerOrderBefore)));
    }

    private Compared compared(String group, Window window) {
        Test test = store.query(Sql.of("select * from apart_tests where of_group = ?", group), Test.class)
                .getFirst();
        List<Row> rows = store.query(
                Sql.of("select * from apart_traits where of_group = ? and like_value = '' order by place", group),
                Row.class);
        String state = window.fromOn == null ? "no_window" : test.state;
        List<Row> holds = graded(rows, "holds");
        return new Compared(
                state,
                test.customers,
                test.members,
                test.candidates,
                test.visibleTimes == 0 ? null : test.visibleTimes,
                test.membersNeeded,
                summary(state, test, window, holds.size()),
                Stream.concat(
                                holds.stream().filter(ApartTables::moreCommon).limit(MORE_SHOWN),
                                holds.stream().filter(row -> !moreCommon(row)).limit(LESS_SHOWN))
                        .map(ApartTables::trait)
                        .toList(),
                graded(rows, "lead").stream()
                        .limit(LEADS_SHOWN)
                        .map(ApartTables::trait)
                        .toList(),
                graded(rows, "undated").stream()
                        .filter(row -> Math.abs(row.score) >= STRONG_SCORE)
                        .limit(UNDATED_SHOWN)
                        .map(ApartTables::trait)
                        .toList());
    }

    private static boolean moreCommon(Row row) {
        return row.score > 0;
    }

    private static List<Row> graded(List<Row> rows, String grade) {
        return rows.stream().filter(row -> row.grade.equals(grade)).toList();
    }

    private static Phrase summary(String state, Test test, Window window, int holding) {
        String key = "apart." + test.ofGroup + "." + state;
        return switch (state) {
            case "no_window" ->
                Phrase.of(
                        key,
                        new Value.Count(window.historyDays),
                        new Value.Count(120 + window.lagDays),
                        about(test.membersNeeded));
            case "few_customers", "few_members", "nothing_known" ->
                Phrase.of(
                        key,
                        new Value.Count(test.customers),
                        new Value.Count(test.members),
                        new Value.Day(day(window)),
                        about(test.membersNeeded));
            case "nothing" ->
                Phrase.of(
                        test.visibleTimes == 0 ? key + ".blind" : key,
                        new Value.Count(test.candidates),
                        new Value.Count(test.members),
                        new Value.Decimal(test.visibleTimes, 1),
                        about(test.membersNeeded));
            default ->
                Phrase.of(
                        key,
                        new Value.Count(holding),
                        new Value.Count(test.candidates),
                        new Value.Count(test.customers),
                        new Value.Count(test.members),
                        new Value.Day(day(window)),
                        new Value.Count(window.windowDays));
        };
    }

    /// Two leading digits: what is said with "about".
    private static Value about(long count) {
        long unit = (long) Math.pow(10, Math.max(0, Long.toString(count).length() - 2));
        return new Value.Count(Math.round((double) count / unit) * unit);
    }

    private static LocalDate day(Window window) {
        return window.fromOn == null ? window.toOn : window.fromOn;
    }

    private static Trait trait(Row row) {
        Phrase label = label(row.attribute, row.named, row.value, row.spoken);
        return new Trait(
                row.attribute,
                row.value,
                label,
                sentence(row, label),
                row.customers,
                row.share,
                row.restShare,
                row.times,
                row.timesLow,
                row.timesHigh,
                row.netEach,
                row.netOthers,
                row.extra,
                row.extraWithoutBest,
                row.needed,
                row.survivesLowCosts);
    }

    /// Attribute and value in words.
    public static Phrase label(String attribute, boolean named, String value, boolean spoken) {
        return Phrase.of(
                "apart.label",
                named ? new Value.Name(spaced(attribute)) : new Value.Word("attribute." + attribute),
                value(attribute, named, value, spoken));
    }

    /// A value in words, where we have words for it.
    public static Value value(String attribute, boolean named, String value, boolean spoken) {
        if (!named && JOBS.contains(attribute) && JobLibrary.isBuiltIn(value)) {
            return new Value.Word("visit_job." + value);
        }
        return spoken ? new Value.Word("attribute.value." + value) : new Value.Name(value);
    }

    /// A column's name as a person would write it: `tipo_cliente` is *Tipo cliente*.
    private static String spaced(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Phrase sentence(Row row, Phrase label) {
        Double times = row.times;
        String way = row.share == 0
                ? "none"
                : times == null || times > MANY_TIMES
                        ? "only"
                        : times >= 1 ? "more" : times < 1 / MANY_TIMES ? "hardly" : "less";
        double factor = times == null || times == 0 ? 0 : times >= 1 ? times : 1 / times;
        return Phrase.of(
                "apart." + row.ofGroup + "." + way,
                label.values().getFirst(),
                label.values().getLast(),
                new Value.Share(row.share),
                new Value.Share(row.restShare),
                new Value.Decimal(factor, 1),
                new Value.Money(row.netEach),
                new Value.Money(row.netOthers));
    }
}
