package io.filon.intake.file.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The sums of some rows, column by column, with either decimal sign.
final class RunningSums {

    /// Half a cent, by which a sum of rounded amounts may miss.
    private static final BigDecimal MISS = new BigDecimal("0.005");

    private static final List<Character> SIGNS = List.of('.', ',');

    /// A smaller sum may be met by chance.
    private static final BigDecimal SMALL = BigDecimal.TEN;

    private record Column(int index, char sign) {}

    private record Sum(BigDecimal amount, long rows) {

        static final Sum NOTHING = new Sum(BigDecimal.ZERO, 0);

        Sum with(BigDecimal one) {
            return new Sum(amount.add(one), rows + Math.abs(one.signum()));
        }
    }

    private final Map<Column, Sum> sums = new HashMap<>();
    private long rows;

    void add(List<String> cells) {
        rows++;
        for (int i = 0; i < cells.size(); i++) {
            for (char sign : SIGNS) {
                Column column = new Column(i, sign);
                Amount.of(cells.get(i), sign)
                        .ifPresent(one -> sums.put(
                                column, sums.getOrDefault(column, Sum.NOTHING).with(one)));
            }
        }
    }

    void clear() {
        sums.clear();
        rows = 0;
    }

    /// Whether some figure of this row is the sum of those added.
    boolean equal(List<String> cells) {
        return any(cells, sum -> true);
    }

    /// Whether some figure of this row is the sum of a column that most rows fill, so that no figure of a sparse column
    /// passes by chance.
    boolean equalMostly(List<String> cells) {
        return any(cells, sum -> sum.rows * 2 >= rows && sum.amount.abs().compareTo(SMALL) >= 0);
    }

    private boolean any(List<String> cells, Predicate<Sum> which) {
        for (int i = 0; i < cells.size(); i++) {
            for (char sign : SIGNS) {
                Sum sum = sums.getOrDefault(new Column(i, sign), Sum.NOTHING);
                if (which.test(sum)
                        && Amount.of(cells.get(i), sign)
                                .filter(stated -> same(stated, sum.amount))
                                .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean same(BigDecimal stated, BigDecimal sum) {
        return stated.signum() != 0 && stated.subtract(sum).abs().compareTo(MISS) <= 0;
    }
}
