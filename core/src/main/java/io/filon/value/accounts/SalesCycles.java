package io.filon.value.accounts;

import io.filon.stats.incidence.MedianInterval;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.function.Predicate;

/// Writes `sales_cycles`: the days in which half of the opportunities that ended won, and lost, had done so.
final class SalesCycles {

    private final Store store;
    private final List<Opportunity> all;

    SalesCycles(Store store, List<Opportunity> all) {
        this.store = store;
        this.all = all;
    }

    void write() {
        store.run(Sql.of("create or replace table sales_cycles "
                + "(ended varchar, deals bigint, median_days double, low double, high double)"));
        insert("won", Opportunity::won);
        insert("lost", Opportunity::lost);
    }

    private void insert(String ended, Predicate<Opportunity> those) {
        int[] days =
                all.stream().filter(those).mapToInt(Opportunity::followedDays).toArray();
        if (days.length > 0) {
            MedianInterval median = MedianInterval.of(days);
            store.run(Sql.of(
                    "insert into sales_cycles values (?, ?, ?, ?, ?)",
                    ended,
                    (long) median.count(),
                    median.median(),
                    median.low(),
                    median.high()));
        }
    }
}
