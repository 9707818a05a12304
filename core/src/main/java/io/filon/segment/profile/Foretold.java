package io.filon.segment.profile;

import io.filon.segment.Amounts;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.future.GroupError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/// A figure foretold of every customer, and how far it may be off for some of them together.
final class Foretold {

    private final Amounts amounts;
    private final GroupError error;
    private final boolean negative;

    private Foretold(Amounts amounts, GroupError error, boolean negative) {
        this.amounts = amounts;
        this.error = error;
        this.negative = negative;
    }

    /// What customers will leave.
    ///
    /// @param length of the index
    static Foretold value(Store store, int length) {
        return new Foretold(
                Amounts.load(store, "predicted_values", "value", length),
                error(store, length, "chance_variance", "shared_", GroupError.OF_VALUE),
                true);
    }

    /// On how many days they will buy.
    static Foretold orders(Store store, int length) {
        return new Foretold(
                Amounts.load(store, "predicted_values", "expected_orders", length),
                error(store, length, "order_chance_variance", "order_shared_", GroupError.OF_ORDERS),
                false);
    }

    private static GroupError error(Store store, int length, String chance, String shared, int parts) {
        GroupError error = new GroupError(new double[length], new double[parts][length]);
        String columns = IntStream.rangeClosed(1, parts)
                .mapToObj(part -> ", facts." + shared + part)
                .collect(Collectors.joining());
        store.scan(
                Sql.of("select segment_customers.customer_no, facts.%s%s from predicted_values as facts "
                                .formatted(chance, columns)
                        + "join segment_customers on segment_customers.customer_id = facts.customer_id"),
                row -> {
                    int customer = (int) row.number(0);
                    error.chance()[customer] = row.number(1);
                    for (int part = 0; part < parts; part++) {
                        error.shared()[part][customer] = row.number(2 + part);
                    }
                });
        return error;
    }

    BigDecimal sum(RoaringBitmap numbers) {
        return amounts.sum(numbers);
    }

    /// Bounds the sum in eight cases of ten.
    Between around(RoaringBitmap numbers) {
        BigDecimal sum = sum(numbers);
        BigDecimal half = BigDecimal.valueOf(error.half(numbers.toArray())).setScale(sum.scale(), RoundingMode.HALF_UP);
        BigDecimal low = sum.subtract(half);
        return new Between(negative || low.signum() >= 0 ? low : BigDecimal.ZERO.setScale(sum.scale()), sum.add(half));
    }
}
