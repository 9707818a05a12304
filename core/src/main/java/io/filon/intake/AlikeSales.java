package io.filon.intake;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Doubts whether two files tell the same sales, though neither names the numbers of the other: most sales of
/// the one are in the other, with their customer and amount.
final class AlikeSales {

    /// Fewer sales than this show nothing.
    private static final int SHOWN = 20;

    /// From an order to its invoice, or to the day it is charged.
    private static final int NEAR_DAYS = 92;

    /// @param near  those that the other file has near their day
    /// @param onDay those that it has on their very day
    private record Pair(String sourceId, String otherId, long sales, long near, long onDay) {

        /// The months of one export repeat their fees by nature: there only the very day tells.
        long same(FilePlan mine, FilePlan other) {
            return mine.raw().headers().equals(other.raw().headers()) ? onDay : near;
        }

        boolean alike(FilePlan mine, FilePlan other) {
            return same(mine, other) * 4 >= sales * 3;
        }
    }

    private AlikeSales() {}

    /// Call when all tables are built.
    static List<Doubt> doubts(Store store, Plan plan) {
        List<Doubt> doubts = new ArrayList<>();
        List<Pair> pairs = pairs(store);
        for (Pair pair : pairs) {
            Optional<FilePlan> mine = file(plan, pair.sourceId);
            Optional<FilePlan> other = file(plan, pair.otherId);
            if (mine.isEmpty() || other.isEmpty() || !pair.alike(mine.get(), other.get())) {
                continue;
            }
            boolean inBoth = pairs.stream()
                    .filter(back -> back.sourceId.equals(pair.otherId) && back.otherId.equals(pair.sourceId))
                    .anyMatch(back -> back.alike(other.get(), mine.get()));
            if (!inBoth || tellsLess(plan, mine.get(), other.get())) {
                doubts.add(doubt(pair, mine.get(), other.get()));
            }
        }
        return doubts;
    }

    private static Doubt doubt(Pair pair, FilePlan mine, FilePlan other) {
        String file = mine.raw().file();
        List<Object> values =
                List.of(pair.same(mine, other), pair.sales, other.raw().file(), file);
        return new Doubt("alike_sales", file, "", 1, values);
    }

    private static Optional<FilePlan> file(Plan plan, String sourceId) {
        return plan.files().stream()
                .filter(file -> file.raw().sourceId().equals(sourceId))
                .findFirst();
    }

    private static boolean tellsLess(Plan plan, FilePlan mine, FilePlan other) {
        long less = known(other) - known(mine);
        return less > 0
                || (less == 0 && plan.files().indexOf(mine) > plan.files().indexOf(other));
    }

    private static long known(FilePlan file) {
        return file.columns().stream()
                .filter(column -> column.role() != Role.IGNORED)
                .count();
    }

    /// Amounts that mostly differ tell sales apart, so that days may differ; equal fees are the same only on one day.
    private static List<Pair> pairs(Store store) {
        if (store.number(Sql.of("select count(distinct source_id) from order_lines")) < 2) {
            return List.of();
        }
        return store.query(Sql.of("""
                        with sold as (
                            select source_id, order_id, customer_id, min(ordered_on) as ordered_on, sum(amount) as amount
                            from order_lines
                            where customer_id is not null
                            group by source_id, order_id, customer_id
                            having sum(amount) <> 0
                        ),
                        files as (
                            select
                                source_id,
                                count(*)                                as sales,
                                count(distinct amount) * 2 >= count(*)  as varies
                            from sold
                            group by source_id
                            having count(*) >= %1$d
                        )
                        select
                            mine.source_id,
                            theirs.source_id                            as other_id,
                            files.sales,
                            count(distinct mine.order_id)               as near,
                            count(distinct mine.order_id) filter (mine.ordered_on = theirs.ordered_on) as on_day
                        from sold as mine
                        join sold as theirs
                            on mine.customer_id = theirs.customer_id
                            and mine.amount = theirs.amount
                            and mine.source_id <> theirs.source_id
                            and mine.order_id <> theirs.order_id
                        join files on mine.source_id = files.source_id
                        join files as other_files on theirs.source_id = other_files.source_id
                        where
                            mine.ordered_on = theirs.ordered_on
                            or (
                                files.varies and other_files.varies
                                and abs(date_diff('day', mine.ordered_on, theirs.ordered_on)) <= %2$d
                            )
                        group by mine.source_id, theirs.source_id, files.sales
                        order by mine.source_id, theirs.source_id
                        """.formatted(SHOWN, NEAR_DAYS)), Pair.class);
    }
}
