package io.filon.segment.profile;

import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.future.GroupError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// How far the predicted value of a segment may be off.
final class PredictedError {

    private final GroupError error;

    private PredictedError(GroupError error) {
        this.error = error;
    }

    /// @param length of the index
    static PredictedError load(Store store, int length) {
        GroupError error = new GroupError(new double[length], new double[GroupError.PARTS][length]);
        String parts = IntStream.rangeClosed(1, GroupError.PARTS)
                .mapToObj(part -> ", facts.shared_" + part)
                .collect(Collectors.joining());
        store.scan(
                Sql.of("select segment_customers.customer_no, facts.chance_variance%s from predicted_values as facts "
                                .formatted(parts)
                        + "join segment_customers on segment_customers.customer_id = facts.customer_id"),
                row -> {
                    int customer = (int) row.number(0);
                    error.chance()[customer] = row.number(1);
                    for (int part = 0; part < GroupError.PARTS; part++) {
                        error.shared()[part][customer] = row.number(2 + part);
                    }
                });
        return new PredictedError(error);
    }

    /// Bounds the value of some customers in eight cases of ten.
    Between around(BigDecimal value, RoaringBitmap numbers) {
        BigDecimal half =
                BigDecimal.valueOf(error.half(numbers.toArray())).setScale(value.scale(), RoundingMode.HALF_UP);
        return new Between(value.subtract(half), value.add(half));
    }

    /// Null where nothing was foretold.
    static @Nullable Between of(Figures figures, RoaringBitmap numbers) {
        return figures.predicted() == null || figures.error() == null
                ? null
                : figures.error().around(figures.predicted().sum(numbers), numbers);
    }
}
