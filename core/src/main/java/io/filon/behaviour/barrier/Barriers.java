package io.filon.behaviour.barrier;

import io.filon.behaviour.BehaviourFacts;
import io.filon.stats.FalseShare;
import io.filon.stats.Student;
import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the steps of a visit at which a group leaves clearly more than everybody else, and what that costs.
///
/// A group is a channel, a device, a source or what the files say of customers; all groups and steps are one family
/// (Benjamini and Hochberg), visits of one visitor are one observation. What is lost: visits more than the others'
/// share would have lost there, times how many of the others' visits that went on ended in a purchase, times what a
/// purchase leaves. It misleads where a group comes for something else; jobs tell that.
public final class Barriers {

    private static final List<String> GROUPS = List.of("behaviour_groups");
    private static final List<String> SCRIPTS =
            List.of("session_funnel", "group_funnels", "funnel_totals", "return_reasons", "step_sessions");

    private static final int FEWEST_VISITORS = 30;
    private static final int FEWEST_GONE = 10;
    private static final double HALF_WIDTH = 1.959964;

    private final double errorRate;

    /// @param errorRate share of what is named that may be false
    public Barriers(double errorRate) {
        this.errorRate = errorRate;
    }

    private record Row(
            String kind,
            String groupName,
            String step,
            int depth,
            long visitors,
            double visits,
            double gone,
            double bought,
            double goneGone,
            double goneVisits,
            double visitsVisits,
            long otherVisitors,
            double otherVisits,
            double otherGone,
            double otherBought,
            double otherGoneGone,
            double otherGoneVisits,
            double otherVisitsVisits) {

        boolean tells() {
            return visitors >= FEWEST_VISITORS
                    && otherVisitors >= FEWEST_VISITORS
                    && gone >= FEWEST_GONE
                    && otherGone >= FEWEST_GONE
                    && otherVisits > otherGone;
        }

        Share own() {
            return new Share(visits, gone, goneGone, goneVisits, visitsVisits);
        }

        Share others() {
            return new Share(otherVisits, otherGone, otherGoneGone, otherGoneVisits, otherVisitsVisits);
        }

        double more() {
            return own().value() - others().value();
        }

        double error() {
            return Math.sqrt(own().variance() + others().variance());
        }

        double p() {
            double freedom = Math.min(2_000, Math.min(visitors, otherVisitors) - 1.0);
            return error() > 0 ? 2 * Student.tail(Math.abs(more()) / error(), freedom) : 1;
        }

        /// Purchases lost when so many more of the visits leave.
        double lost(double moreShare) {
            return visits * moreShare * otherBought / (otherVisits - otherGone);
        }
    }

    /// Makes the groups that are compared; a caller may add rows before [#run].
    public void groups(Store store) {
        SideBySide.build(store, scripts(GROUPS));
    }

    public void run(Store store) {
        SideBySide.build(store, scripts(SCRIPTS));
        write(store);
        new VisitSteps(errorRate).write(store);
        BehaviourFacts.write(store, "barrier", Sql.of("""
                select customer_id, 'barrier.step' as name, reached as value
                from (
                    select coalesce(units.unit_id, sessions.customer_id) as customer_id, sessions.reached,
                        row_number() over (partition by coalesce(units.unit_id, sessions.customer_id)
                            order by sessions.started_at desc nulls last, sessions.session_id) as place
                    from sessions
                    left join units on units.customer_id = sessions.customer_id
                    where sessions.customer_id is not null
                ) latest
                where place = 1 and reached in ('cart', 'checkout', 'shipping', 'payment')"""));
        store.run(Sql.of("drop table if exists session_funnel"));
        store.run(Sql.of("drop table if exists step_sessions"));
    }

    /// Every script, in the order they run.
    static List<Script> scripts(List<String> names) {
        return names.stream().map(name -> Script.beside(Barriers.class, name)).toList();
    }

    private void write(Store store) {
        List<Row> rows =
                store.query(Sql.of("select * from group_funnels order by kind, group_name, depth"), Row.class).stream()
                        .filter(Row::tells)
                        .toList();
        double[] q = FalseShare.adjusted(rows.stream().mapToDouble(Row::p).toArray());
        double each = worth(store);
        store.run(
                Sql.of(
                        "create or replace table barriers (kind varchar, group_name varchar, step varchar, "
                                + "visits bigint, gone_share double, other_share double, p double, q double, state varchar, "
                                + "lost double, lost_low double, lost_high double, money double, money_low double, money_high double)"));
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            cells.add(cells(rows.get(i), q[i], each));
        }
        Comparator<List<@Nullable Object>> byMoney = Comparator.comparingDouble(row -> -number(row.get(9)));
        cells.sort(byMoney);
        store.append("barriers", cells);
    }

    /// What a purchase leaves on average.
    static double worth(Store store) {
        return store.text(Sql.of("select cast(avg(cast(margin as double)) as varchar) from purchase_days"))
                .map(Double::parseDouble)
                .orElse(0.0);
    }

    private List<@Nullable Object> cells(Row row, double q, double each) {
        double low = row.lost(row.more() - HALF_WIDTH * row.error());
        double high = row.lost(row.more() + HALF_WIDTH * row.error());
        return Arrays.asList(
                row.kind,
                row.groupName,
                row.step,
                (long) row.visits,
                row.own().value(),
                row.others().value(),
                row.p(),
                q,
                q <= errorRate && row.more() > 0 ? "found" : "nothing",
                row.lost(row.more()),
                low,
                high,
                row.lost(row.more()) * each,
                low * each,
                high * each);
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
