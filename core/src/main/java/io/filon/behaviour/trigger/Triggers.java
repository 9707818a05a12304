package io.filon.behaviour.trigger;

import io.filon.behaviour.BehaviourFacts;
import io.filon.stats.FalseShare;
import io.filon.stats.matched.Lift;
import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what from outside sets purchases off, or says why it cannot be told.
///
/// Needs the tables of *intake* and *value*; makes `triggers`. The same tables give the same answer.
public final class Triggers {

    private static final List<String> SCRIPTS =
            List.of("trigger_purchases", "price_cuts", "trigger_onsets", "own_actions");

    /// An hour, a day, three days, a week.
    private static final List<Long> WINDOWS = List.of(3_600L, Moments.DAY, 3 * Moments.DAY, 7 * Moments.DAY);

    /// Fewer purchases after it tell nothing.
    private static final int FEWEST_PURCHASES = 20;

    /// Days that everybody has are named only where they matter: small differences come from calendars.
    private static final double FEWEST_SHARED_TIMES = 1.1;

    private final double errorRate;

    /// @param errorRate share of what is named that may be false
    public Triggers(double errorRate) {
        this.errorRate = errorRate;
    }

    private static final class Row {
        final String kind;
        final String name;
        final long times;
        final int people;
        long windowSeconds;
        long purchases;
        double margin;

        @Nullable
        Lift lift;

        double q = 1;
        String state = "too_few";

        @Nullable
        Controlled controlled;

        Row(String kind, String name, long times, int people) {
            this.kind = kind;
            this.name = name;
            this.times = times;
            this.people = people;
        }

        void take(long window, long bought, double left, Optional<Lift> found) {
            double best = lift == null ? 2 : lift.p();
            if (found.isPresent() ? found.get().p() < best : lift == null) {
                windowSeconds = window;
                purchases = bought;
                margin = left;
                lift = found.orElse(null);
            }
        }
    }

    public void run(Store store) {
        SideBySide.build(store, scripts());
        List<Row> rows = new ArrayList<>();
        People people = new People();
        Purchases purchases = Purchases.read(store, people);
        List<Row> tested = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        if (purchases.size > 0) {
            sources(store, people, purchases, rows, tested, chances);
            paydays(purchases, rows, tested, chances);
        }
        double[] q = FalseShare.adjusted(
                chances.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < q.length; i++) {
            tested.get(i).q = Math.min(tested.get(i).q, q[i]);
        }
        rows.forEach(this::settle);
        write(store, rows, purchases.worth());
    }

    /// Writes who is under the influence of a trigger that was found: `trigger.now` is its name.
    public static void tellFacts(Store store) {
        BehaviourFacts.write(store, "trigger", Sql.of("""
                select trigger_onsets.customer_id, 'trigger.now' as name,
                    min(triggers.name) as value
                from trigger_onsets
                cross join run
                inner join triggers on triggers.kind = trigger_onsets.kind and triggers.name = trigger_onsets.name
                where triggers.state = 'found' and triggers.kind = 'campaign' and not trigger_onsets.control
                    and (day_number(run.as_of) + 1 - trigger_onsets.onset_day) * 86400 - trigger_onsets.onset_second
                        <= triggers.window_hours * 3600
                group by trigger_onsets.customer_id"""));
    }

    /// Every script of the stage, in the order they run.
    static List<Script> scripts() {
        return SCRIPTS.stream().map(name -> Script.beside(Triggers.class, name)).toList();
    }

    private static void sources(
            Store store, People people, Purchases purchases, List<Row> rows, List<Row> tested, List<Double> chances) {
        List<Source> sources = Source.read(store, people);
        if (sources.isEmpty()) {
            return;
        }
        Moments bought = new Moments();
        Moments acted = new Moments();
        store.scan(
                Sql.of(
                        "select customer_id, action_day, action_second, case when bought then 1 else 0 end from own_actions"),
                cells -> {
                    int person = people.number(String.valueOf(cells.text(0)));
                    long moment = ((long) cells.number(1)) * Moments.DAY + (long) cells.number(2);
                    acted.add(person, moment);
                    if (cells.number(3) == 1) {
                        bought.add(person, moment);
                    }
                });
        acted.sort();
        bought.sort();
        long lastMoment = store.number(Sql.of("select day_number(as_of) from run")) * Moments.DAY + Moments.DAY;
        Reaction reaction = new Reaction(acted, bought, people.size());
        for (Source source : sources) {
            Row row = new Row(source.kind(), source.name(), source.times(), source.people());
            rows.add(row);
            row.controlled = Controlled.of(source, bought, people, lastMoment).orElse(null);
            if (row.controlled != null) { // an experiment says more than any comparison of days
                tested.add(row);
                chances.add(row.controlled.p());
                row.state = "nothing";
                continue;
            }
            if (source.kind().equals("campaign") && reaction.isTo(source)) {
                row.state = "reactive";
                continue;
            }
            for (long window : WINDOWS) {
                if (window >= Moments.DAY || (purchases.timed && source.timed())) {
                    Exposure exposure = Exposure.of(purchases, source, window);
                    boolean enough = exposure.purchases() >= FEWEST_PURCHASES;
                    row.take(
                            window,
                            exposure.purchases(),
                            exposure.margin(),
                            enough ? exposure.lift() : Optional.empty());
                    if (enough && exposure.lift().isPresent()) {
                        tested.add(row);
                        chances.add(exposure.lift().get().p());
                        row.state = "nothing";
                    } else if (enough && row.state.equals("too_few")) {
                        row.state = "with_season";
                    }
                }
            }
        }
    }

    private static void paydays(Purchases purchases, List<Row> rows, List<Row> tested, List<Double> chances) {
        for (Payday payday : Payday.values()) {
            Payday.Tested test = payday.test(purchases);
            Row row = new Row("payday", payday.name().toLowerCase(Locale.ROOT), 0, 0);
            rows.add(row);
            boolean enough = test.purchases() >= FEWEST_PURCHASES;
            row.take(Moments.DAY, test.purchases(), test.margin(), enough ? test.lift() : Optional.empty());
            if (enough && test.lift().isPresent()) {
                tested.add(row);
                chances.add(test.lift().get().p());
                row.state = "nothing";
            }
        }
    }

    private void settle(Row row) {
        Lift lift = row.lift;
        if (row.controlled != null && row.q <= errorRate) {
            row.state = row.controlled.extra() > 0 ? "found" : "fewer";
        }
        if (row.state.equals("nothing") && lift != null && row.q <= errorRate) {
            boolean matters = !row.kind.equals("payday") || lift.times() >= FEWEST_SHARED_TIMES;
            if (lift.log() > 0 && matters) {
                row.state = "found";
            } else if (lift.log() < 0) {
                row.state = "fewer";
            }
        }
    }

    private static void write(Store store, List<Row> rows, double worth) {
        store.run(Sql.of("create or replace table triggers (place integer, kind varchar, name varchar, "
                + "state varchar, times bigint, people bigint, window_hours integer, purchases bigint, lift double, "
                + "low double, high double, p double, q double, extra double, extra_low double, extra_high double, "
                + "money double, money_low double, money_high double, held bigint, held_extra double, "
                + "held_low double, held_high double)"));
        Comparator<Row> found = Comparator.comparingInt(row -> row.state.equals("found") ? 0 : 1);
        List<Row> ranked = rows.stream()
                .sorted(found.thenComparingDouble(row -> -extra(row))
                        .thenComparing(row -> row.kind)
                        .thenComparing(row -> row.name))
                .toList();
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            cells.add(cells(i + 1, ranked.get(i), worth));
        }
        store.append("triggers", cells);
    }

    private static List<@Nullable Object> cells(int place, Row row, double worth) {
        Lift lift = row.state.equals("reactive") ? null : row.lift;
        double each = row.purchases == 0 ? worth : row.margin / row.purchases;
        Controlled controlled = row.controlled;
        @Nullable Double extra = lift != null ? extra(row, lift.times()) : null;
        @Nullable Double low = lift != null ? extra(row, lift.low()) : null;
        @Nullable Double high = lift != null ? extra(row, lift.high()) : null;
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

    private static double extra(Row row) {
        if (row.controlled != null) {
            return row.times * row.controlled.extra();
        }
        return row.lift == null ? 0 : extra(row, row.lift.times());
    }

    /// Of the purchases after it, those that would not have come then.
    private static double extra(Row row, double times) {
        return row.purchases * (1 - 1 / times);
    }
}
