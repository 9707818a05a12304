package io.filon.behaviour.trigger;

import io.filon.stats.FalseShare;
import io.filon.stats.matched.Lift;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Everything looked at in one run, judged together: of what is named, a set share may be false (Benjamini and
/// Hochberg). Experiments of the company, few and meant, are a family of their own, which what is merely looked at does
/// not water down. Filled row by row, then settled, then written as `triggers`.
final class Family {

    /// Fewer purchases after it tell nothing.
    private static final int FEWEST_PURCHASES = 20;

    /// Days that everybody has are named only where they matter: small differences come from calendars.
    private static final double FEWEST_SHARED_TIMES = 1.1;

    private final Purchases purchases;
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> tested = new ArrayList<>();
    private final List<Double> chances = new ArrayList<>();

    Family(Purchases purchases) {
        this.purchases = purchases;
    }

    Purchases purchases() {
        return purchases;
    }

    /// One thing looked at.
    static final class Row {
        private final String kind;
        private final String name;
        private final long times;
        private final int people;
        private long windowSeconds;
        private long purchases;
        private double margin;
        private boolean shared;
        private double q = 1;
        String state = "too_few";

        @Nullable
        private Lift lift;

        @Nullable
        private Controlled controlled;

        private Row(String kind, String name, long times, int people) {
            this.kind = kind;
            this.name = name;
            this.times = times;
            this.people = people;
        }

        private void take(long window, long bought, double left, Optional<Lift> found) {
            double best = lift == null ? 2 : lift.p();
            if (found.isPresent() ? found.get().p() < best : lift == null) {
                windowSeconds = window;
                purchases = bought;
                margin = left;
                lift = found.orElse(null);
            }
        }

        private double extra() {
            if (controlled != null) {
                return times * controlled.extra();
            }
            return lift == null ? 0 : extra(lift.times());
        }

        /// Of the purchases after it, those that would not have come then.
        private double extra(double lifted) {
            return purchases * (1 - 1 / lifted);
        }
    }

    Row row(String kind, String name, long times, int people) {
        Row row = new Row(kind, name, times, people);
        rows.add(row);
        return row;
    }

    /// By a control group.
    void measured(Row row, Controlled controlled) {
        row.controlled = controlled;
        test(row, controlled.p());
    }

    /// Days of each customer beside others of the same customer, within several windows after it.
    void compare(Row row, Source source, List<Long> windows) {
        for (long window : windows) {
            if (window >= Moments.DAY || (purchases.timed && source.timed())) {
                Exposure exposure = Exposure.of(purchases, source, window);
                take(row, window, exposure.purchases(), exposure.margin(), exposure.lift());
            }
        }
    }

    /// Days that many have at once.
    void shared(Row row, Shared shared) {
        row.shared = true;
        take(row, Moments.DAY, shared.purchases(), shared.margin(), shared.lift());
    }

    private void take(Row row, long window, long bought, double left, Optional<Lift> lift) {
        boolean enough = bought >= FEWEST_PURCHASES;
        row.take(window, bought, left, enough ? lift : Optional.empty());
        if (enough && lift.isPresent()) {
            test(row, lift.get().p());
        } else if (enough && !row.shared && row.state.equals("too_few")) {
            row.state = "with_season";
        }
    }

    private void test(Row row, double chance) {
        tested.add(row);
        chances.add(chance);
        row.state = "nothing";
    }

    void settle(double errorRate) {
        adjust(row -> row.controlled != null);
        adjust(row -> row.controlled == null);
        rows.forEach(row -> settle(row, errorRate));
    }

    private void adjust(Predicate<Row> family) {
        int[] own = IntStream.range(0, tested.size())
                .filter(i -> family.test(tested.get(i)))
                .toArray();
        double[] q =
                FalseShare.adjusted(IntStream.of(own).mapToDouble(chances::get).toArray());
        for (int i = 0; i < q.length; i++) {
            Row row = tested.get(own[i]);
            row.q = Math.min(row.q, q[i]);
        }
    }

    private static void settle(Row row, double errorRate) {
        Lift lift = row.lift;
        if (row.controlled != null && row.q <= errorRate) {
            row.state = row.controlled.extra() > 0 ? "found" : "fewer";
        }
        if (row.state.equals("nothing") && lift != null && row.q <= errorRate) {
            boolean matters = !row.shared || lift.times() >= FEWEST_SHARED_TIMES;
            if (lift.log() > 0 && matters) {
                row.state = "found";
            } else if (lift.log() < 0) {
                row.state = "fewer";
            }
        }
    }

    void write(Store store) {
        store.run(Sql.of("create or replace table triggers (place integer, kind varchar, name varchar, "
                + "state varchar, times bigint, people bigint, window_hours integer, purchases bigint, lift double, "
                + "low double, high double, p double, q double, extra double, extra_low double, extra_high double, "
                + "money double, money_low double, money_high double, held bigint, held_extra double, "
                + "held_low double, held_high double)"));
        Comparator<Row> found = Comparator.comparingInt(row -> row.state.equals("found") ? 0 : 1);
        List<Row> ranked = rows.stream()
                .sorted(found.thenComparingDouble(row -> -row.extra())
                        .thenComparing(row -> row.kind)
                        .thenComparing(row -> row.name))
                .toList();
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            cells.add(cells(i + 1, ranked.get(i), purchases.worth()));
        }
        store.append("triggers", cells);
    }

    private static List<@Nullable Object> cells(int place, Row row, double worth) {
        Lift lift = row.state.equals("reactive") ? null : row.lift;
        double each = row.purchases == 0 ? worth : row.margin / row.purchases;
        Controlled controlled = row.controlled;
        @Nullable Double extra = lift != null ? row.extra(lift.times()) : null;
        @Nullable Double low = lift != null ? row.extra(lift.low()) : null;
        @Nullable Double high = lift != null ? row.extra(lift.high()) : null;
        if (controlled != null) {
            extra = row.times * controlled.extra();
            low = row.times * controlled.low();
            high = row.times * controlled.high();
        }
        return Arrays.asList(
                place,
                row.kind,
                row.name,
                row.state,
                row.times,
                (long) row.people,
                (int) (row.windowSeconds / 3_600),
                row.purchases,
                lift != null ? lift.times() : null,
                lift != null ? lift.low() : null,
                lift != null ? lift.high() : null,
                lift != null ? lift.p() : null,
                lift != null || controlled != null ? (Double) row.q : null,
                extra,
                low,
                high,
                extra == null ? null : extra * each,
                low == null ? null : low * each,
                high == null ? null : high * each,
                controlled == null ? null : controlled.held(),
                controlled == null ? null : controlled.extra(),
                controlled == null ? null : controlled.low(),
                controlled == null ? null : controlled.high());
    }
}
