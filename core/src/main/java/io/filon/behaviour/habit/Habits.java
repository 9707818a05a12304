package io.filon.behaviour.habit;

import io.filon.behaviour.BehaviourFacts;
import io.filon.stats.Binomial;
import io.filon.stats.FalseShare;
import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the habits of customers: what somebody does clearly more often than customers here do.
///
/// Each day a customer bought or visited is one try; how usual a weekday, an hour or a category is among all customers
/// is its chance. Customers with fewer than eight such days tell nothing. All customers and values of a kind of habit
/// are tested as one family (Benjamini and Hochberg), so a base without habits shows none.
public final class Habits {

    private static final List<String> SCRIPTS = List.of("habit_counts", "repurchase_cycles", "cycle_totals");

    /// Half as often again as others: less is no habit anybody could use.
    private static final double FEWEST_TIMES = 1.5;

    /// And a quarter of the days at least.
    private static final double LEAST_SHARE = 0.25;

    /// No p above it can be confirmed.
    private static final double WORTH_KEEPING = 0.05;

    private final double errorRate;

    /// @param errorRate share of what is named that may be false
    public Habits(double errorRate) {
        this.errorRate = errorRate;
    }

    private record Candidate(String customer, String habit, String value, long times, long days, double usual) {}

    public void run(Store store) {
        store.stage(script("habit_moments"));
        SideBySide.build(store, SCRIPTS.stream().map(Habits::script).toList());
        store.run(Sql.of("drop table if exists habit_moments"));
        write(store);
        new Rhythms(errorRate).write(store);
        BehaviourFacts.write(store, "habit", Sql.of("""
                select customer_id, 'habit.' || habit as name, case when habit = 'weekday' then case value
                    when '1' then 'monday' when '2' then 'tuesday' when '3' then 'wednesday' when '4' then 'thursday'
                    when '5' then 'friday' when '6' then 'saturday' else 'sunday' end else value end as value
                from habits
                qualify row_number() over (partition by customer_id, habit
                    order by days_share / usual_share desc nulls last, value) = 1
                union all
                select customer_id, 'habit.rhythm' as name, 'regular' as value from repurchase_cycles
                where customer_id in (select customer_id from regular_customers)"""));
        new GroupHabits(errorRate).write(store);
    }

    static Script script(String name) {
        return Script.beside(Habits.class, name);
    }

    private void write(Store store) {
        List<Candidate> candidates = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        store.scan(
                Sql.of(
                        "select encode(customer_id), encode(habit), encode(value), times, days, usual_share from habit_counts "
                                + "where times >= 3 and times > 1.5 * usual_share * days and value <> 'rest' "
                                + "order by habit, customer_id, value"),
                cells -> {
                    long times = (long) cells.number(3);
                    long days = (long) cells.number(4);
                    double usual = cells.number(5);
                    double p = Binomial.atLeast(times, days, usual);
                    if (p <= WORTH_KEEPING && times >= Math.max(LEAST_SHARE, FEWEST_TIMES * usual) * days) {
                        candidates.add(new Candidate(
                                String.valueOf(cells.text(0)),
                                String.valueOf(cells.text(1)),
                                String.valueOf(cells.text(2)),
                                times,
                                days,
                                usual));
                        chances.add(p);
                    }
                });
        double[] q = adjusted(store, candidates, chances);
        store.run(Sql.of("create or replace table habits (customer_id varchar, habit varchar, value varchar, "
                + "times bigint, days bigint, days_share double, usual_share double, q double)"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            if (q[i] <= errorRate) {
                Candidate each = candidates.get(i);
                rows.add(Arrays.asList(
                        each.customer,
                        each.habit,
                        each.value,
                        each.times,
                        each.days,
                        (double) each.times / each.days,
                        each.usual,
                        q[i]));
            }
        }
        store.append("habits", rows);
    }

    private record Kind(String habit, long tests) {}

    /// Each kind of habit is a family of its own, with its part of the error: a base where everybody keeps to one
    /// device must not lend its certainty to weekdays.
    private static double[] adjusted(Store store, List<Candidate> candidates, List<Double> chances) {
        List<Kind> kinds = store.query(
                Sql.of("select habit, max(people * options) as tests from habit_counts group by habit order by habit"),
                Kind.class);
        double[] q = new double[candidates.size()];
        for (Kind kind : kinds) {
            int[] places = IntStream.range(0, q.length)
                    .filter(i -> candidates.get(i).habit.equals(kind.habit))
                    .toArray();
            double[] own = FalseShare.adjusted(
                    Arrays.stream(places).mapToDouble(chances::get).toArray(), Math.max(kind.tests, places.length));
            for (int i = 0; i < places.length; i++) {
                q[places[i]] = Math.min(1, own[i] * kinds.size());
            }
        }
        return q;
    }
}
