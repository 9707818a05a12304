package io.filon.report.section;

import io.filon.report.section.Predicted.Foretold;
import io.filon.report.section.Predicted.StillBest;
import io.filon.report.section.Predicted.Test;
import io.filon.report.section.Predicted.Whale;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what *value* predicted.
public final class PredictedTables {

    private static final List<String> STAGES =
            List.of("new", "active_vip", "active", "at_risk", "dormant_high_value", "dormant_low_value", "lost");

    private record RunRow(
            String told,
            long needed,
            long customers,
            @Nullable Integer horizonDays,
            @Nullable Double orders,
            @Nullable Double ordersLow,
            @Nullable Double ordersHigh,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String orderWinner,
            @Nullable String valueWinner,
            @Nullable LocalDate testedFrom,
            @Nullable Integer testedDays,
            @Nullable Double testedActual,
            @Nullable Double testedBias) {}

    private record WhaleRow(
            long customers,
            BigDecimal leftYear,
            BigDecimal bestLeftYear,
            long lostYear,
            BigDecimal value,
            BigDecimal bestValue,
            long losing) {}

    private record GroupRow(
            String groupName,
            long customers,
            BigDecimal leftYear,
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            double orders,
            double ordersLow,
            double ordersHigh,
            double buying,
            long amongBest) {}

    private final Store store;

    public PredictedTables(Store store) {
        this.store = store;
    }

    public @Nullable Predicted predicted() {
        if (!store.tables().contains("predicted_run")) {
            return null;
        }
        RunRow run = store.read("predicted_run", RunRow.class).getFirst();
        if (!run.told.equals("yes")) {
            Phrase why =
                    Phrase.of("predicted." + run.told, new Value.Count(run.needed), new Value.Count(run.customers));
            return new Predicted(why, null);
        }
        return new Predicted(null, foretold(run));
    }

    private Foretold foretold(RunRow run) {
        WhaleRow whale = store.read("predicted_whale", WhaleRow.class).getFirst();
        List<StillBest> groups = store.read("predicted_groups", GroupRow.class).stream()
                .map(row -> new StillBest(
                        row.groupName,
                        row.customers,
                        row.leftYear,
                        row.value,
                        row.low,
                        row.high,
                        row.orders,
                        row.ordersLow,
                        row.ordersHigh,
                        row.buying,
                        row.amongBest))
                .toList();
        return new Foretold(
                or(run.horizonDays, 0),
                run.customers,
                or(run.orders, 0.0),
                or(run.ordersLow, 0.0),
                or(run.ordersHigh, 0.0),
                money(run.value),
                money(run.low),
                money(run.high),
                whale.leftYear,
                or(run.orderWinner, ""),
                or(run.valueWinner, ""),
                test(run),
                new Whale(
                        share(whale.bestLeftYear, whale.leftYear),
                        alike(run) ? null : share(whale.bestValue, whale.value),
                        whale.losing),
                alike(run),
                named(groups, "star_customers").stream().findFirst().orElse(null),
                STAGES.stream().flatMap(stage -> named(groups, stage).stream()).toList());
    }

    /// Whether nothing foretold better than giving everybody the mean: then nobody is among the best.
    private static boolean alike(RunRow run) {
        return "mean_value".equals(run.valueWinner);
    }

    private static List<StillBest> named(List<StillBest> groups, String name) {
        return groups.stream().filter(group -> group.group().equals(name)).toList();
    }

    private static Test test(RunRow run) {
        int days = or(run.testedDays, 0);
        double bias = or(run.testedBias, 0.0);
        double actual = or(run.testedActual, 0.0);
        LocalDate from = or(run.testedFrom, LocalDate.EPOCH).plusDays(1);
        String shorter = days < or(run.horizonDays, 0) ? ".shorter" : "";
        Phrase sentence = Phrase.of(
                "predicted.test" + shorter,
                new Value.Word("predicted.winner." + run.orderWinner),
                new Value.Count(days),
                new Value.Day(from),
                new Value.Share(Math.abs(bias)),
                new Value.Word("predicted.bias." + (bias < 0 ? "low" : "high")),
                new Value.Count(or(run.horizonDays, 0)));
        return new Test(from, days, actual, bias, sentence);
    }

    private static @Nullable Double share(BigDecimal part, BigDecimal whole) {
        return whole.signum() > 0 ? part.doubleValue() / whole.doubleValue() : null;
    }

    private static BigDecimal money(@Nullable Double amount) {
        return BigDecimal.valueOf(or(amount, 0.0)).setScale(4, RoundingMode.HALF_UP);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
