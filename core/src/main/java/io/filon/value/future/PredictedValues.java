package io.filon.value.future;

import io.filon.progress.Progress;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.contest.ContestResult;
import io.filon.value.contest.ContestResult.Part;
import io.filon.value.contest.PurchaseLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What customers will be worth in the next 12 months, as tables for the audit: `predicted_run`, `predicted_values` and
/// what follows from them. They hold no row where the past is too short, or customers too few, to try it out; nothing
/// that compares or discovers reads them.
public final class PredictedValues {

    /// Fewer customers say nothing about the next one.
    private static final int FEWEST = 50;

    private static final List<String> SCRIPTS = List.of("predicted_ranks", "predicted_groups", "predicted_whale");

    private final Progress progress;

    public PredictedValues(Progress progress) {
        this.progress = progress;
    }

    /// Needs the tables of *value*.
    public void run(Store store) {
        foretell(store);
        summarise(store);
    }

    /// The numbers of customers and the total: needs no more than the ledger.
    public void foretell(Store store) {
        store.run(Sql.of("create or replace table predicted_values (customer_id varchar, expected_orders double, "
                + "no_purchase_share double, value double, low double, high double, next_order_on date, "
                + "overdue double, chance_variance double%s, order_chance_variance double%s)"
                        .formatted(
                                shared("shared_", GroupError.OF_VALUE),
                                shared("order_shared_", GroupError.OF_ORDERS))));
        store.run(Sql.of("create or replace table predicted_run (told varchar, needed bigint, customers bigint, "
                + "horizon_days integer, orders double, orders_low double, orders_high double, value double, low double, "
                + "high double, order_winner varchar, "
                + "value_winner varchar, tested_from date, tested_days integer, tested_actual double, "
                + "tested_bias double)"));
        String missing = predict(store);
        if (!missing.isEmpty()) {
            store.run(Sql.of(
                    "insert into predicted_run (told, needed, customers) select cast(? as varchar), "
                            + "cast(? as bigint), count(distinct customer_id) from purchase_days",
                    missing,
                    FEWEST));
        }
    }

    /// What follows for the groups of today.
    public void summarise(Store store) {
        scripts().forEach(store::build);
    }

    /// @return why nothing was predicted; empty when it was
    private String predict(Store store) {
        if (store.number(Sql.of("select count(distinct customer_id) from purchase_days")) < FEWEST) {
            return "too_few";
        }
        PurchaseLog log = PurchaseLog.of(store);
        Prediction prediction = new FutureValue(log, Question.inPassing(), progress).predict();
        if (prediction.contest().origins().choosing().isEmpty()
                || prediction.chances() instanceof Prediction.Chances.Unknown) {
            return "too_short";
        }
        store.append("predicted_run", List.of(summary(prediction)));
        store.append("predicted_values", customers(log, prediction));
        return "";
    }

    private static List<@Nullable Object> summary(Prediction prediction) {
        ContestResult contest = prediction.contest();
        Prediction.Total total = prediction.total();
        boolean took = contest.values().chosen().part() instanceof Part.Took;
        double actual =
                took ? ((Part.Took) contest.values().chosen().part()).holdout().actual() : 0;
        double bias =
                took ? ((Part.Took) contest.values().chosen().part()).holdout().biasPercent() : 0;
        return Arrays.asList(
                "yes",
                (long) FEWEST,
                (long) prediction.known().size(),
                prediction.horizonDays(),
                total.orders(),
                total.ordersLow(),
                total.ordersHigh(),
                total.value(),
                total.low(),
                total.high(),
                contest.orders().chosen().name(),
                contest.values().chosen().name(),
                LocalDate.ofEpochDay(contest.origins().test()),
                contest.origins().testDays(),
                took ? actual : null,
                took ? bias / 100 : null);
    }

    private static Iterable<List<@Nullable Object>> customers(PurchaseLog log, Prediction prediction) {
        return () -> IntStream.range(0, prediction.known().size())
                .mapToObj(i -> customer(log, prediction, i))
                .iterator();
    }

    private static List<@Nullable Object> customer(PurchaseLog log, Prediction prediction, int i) {
        Prediction.Columns columns = prediction.customers();
        double next = columns.nextDays()[i];
        List<@Nullable Object> row = new ArrayList<>();
        row.addAll(Arrays.asList(
                log.customers().get(prediction.known().customer()[i]),
                columns.orders()[i],
                columns.churn()[i],
                columns.value()[i],
                columns.low()[i],
                columns.high()[i],
                Double.isFinite(next)
                        ? LocalDate.ofEpochDay(prediction.known().until() + Math.max(1, Math.round(next)))
                        : null,
                columns.overdue()[i]));
        error(row, prediction.valueError(), GroupError.OF_VALUE, i);
        error(row, prediction.orderError(), GroupError.OF_ORDERS, i);
        return row;
    }

    private static void error(List<@Nullable Object> row, GroupError error, int parts, int customer) {
        row.add(error.chance()[customer]);
        for (int part = 0; part < parts; part++) {
            row.add(part < error.shared().length ? error.shared()[part][customer] : 0.0);
        }
    }

    /// The columns of what is shared by all customers.
    private static String shared(String name, int parts) {
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> ", " + name + part + " double")
                .collect(Collectors.joining());
    }

    /// Every script, in the order they run.
    static List<Script> scripts() {
        return SCRIPTS.stream()
                .map(name -> Script.beside(PredictedValues.class, name))
                .toList();
    }
}
