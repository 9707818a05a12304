package io.filon.behaviour.habit;

import io.filon.stats.FalseShare;
import io.filon.stats.Student;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a group does clearly more often than everybody else: the average customer's share of days in the group against
/// that of the others (Welch), each customer one observation, all groups and values one family. Writes `group_habits`.
final class GroupHabits {

    private static final int FEWEST_PEOPLE = 30;
    private static final double FEWEST_TIMES = 1.25;

    private final double errorRate;

    GroupHabits(double errorRate) {
        this.errorRate = errorRate;
    }

    private record Row(
            String kind,
            String groupName,
            String habit,
            String value,
            long people,
            double shares,
            double squares,
            long otherPeople,
            double otherShares,
            double otherSquares) {

        double mean() {
            return shares / people;
        }

        double otherMean() {
            return otherShares / otherPeople;
        }

        double p() {
            double own = (squares / people - mean() * mean()) / (people - 1);
            double other = (otherSquares / otherPeople - otherMean() * otherMean()) / (otherPeople - 1);
            double error = Math.sqrt(Math.max(0, own) + Math.max(0, other));
            double freedom = Math.min(2_000, Math.min(people, otherPeople) - 1.0);
            return error > 0 ? 2 * Student.tail(Math.abs(mean() - otherMean()) / error, freedom) : 1;
        }
    }

    void write(Store store) {
        store.build(Habits.script("group_habit_shares"));
        List<Row> rows = store
                .query(Sql.of("select * from group_habit_shares order by kind, group_name, habit, value"), Row.class)
                .stream()
                .filter(row ->
                        row.people >= FEWEST_PEOPLE && row.otherPeople >= FEWEST_PEOPLE && !row.value.equals("rest"))
                .toList();
        double[] q = FalseShare.adjusted(rows.stream().mapToDouble(Row::p).toArray());
        store.run(Sql.of("create or replace table group_habits (kind varchar, group_name varchar, habit varchar, "
                + "value varchar, people bigint, days_share double, other_share double, q double)"));
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Row row = rows.get(i);
            if (q[i] <= errorRate && row.mean() >= FEWEST_TIMES * row.otherMean()) {
                cells.add(Arrays.asList(
                        row.kind, row.groupName, row.habit, row.value, row.people, row.mean(), row.otherMean(), q[i]));
            }
        }
        store.append("group_habits", cells);
    }
}
