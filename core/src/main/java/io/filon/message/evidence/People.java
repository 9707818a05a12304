package io.filon.message.evidence;

import io.filon.stats.MeanRange;
import io.filon.stats.ShareRange;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The customers of one group, as figures are counted over them.
record People(List<Row> rows) {

    record Row(
            long ordersTotal,
            long orderDays,
            long returnsTotal,
            @Nullable Long daysSinceLastOrder,
            @Nullable Double ownGapDays,
            @Nullable Double discountShare,
            @Nullable Double saved12m,
            @Nullable Double rating,
            @Nullable Double satisfaction,
            @Nullable String stage,
            @Nullable String usualJob) {}

    /// A share counted over customers, or a mean of theirs.
    record Counted(double value, double low, double high, long customers) {}

    People {
        rows = List.copyOf(rows);
    }

    static People of(Store store, Group group) {
        return new People(store.query(
                Sql.of(
                        "select orders_total, order_days, returns_total, days_since_last_order, own_gap_days, "
                                + "discount_share, saved_12m as saved12m, rating, satisfaction, stage, usual_job "
                                + "from message_customers where segment = ? order by customer_id",
                        group.key()),
                Row.class));
    }

    long size() {
        return rows.size();
    }

    /// Exact for any number; nothing under `least` customers.
    Optional<Counted> share(Predicate<Row> among, Predicate<Row> of, long least) {
        List<Row> base = rows.stream().filter(among).toList();
        if (base.size() < Math.max(1, least)) {
            return Optional.empty();
        }
        ShareRange range = ShareRange.of(base.stream().filter(of).count(), base.size());
        return Optional.of(new Counted(range.share(), range.low(), range.high(), base.size()));
    }

    /// Nothing under [MeanRange#FEWEST] customers, however few are allowed: money and its like need so many.
    Optional<Counted> mean(Predicate<Row> among, ToDoubleFunction<Row> what) {
        double[] values = rows.stream().filter(among).mapToDouble(what).toArray();
        if (values.length < MeanRange.FEWEST) {
            return Optional.empty();
        }
        MeanRange range = MeanRange.of(values);
        return Optional.of(new Counted(
                range.mean(),
                Math.min(range.low(), range.mean()),
                Math.max(range.high(), range.mean()),
                values.length));
    }
}
