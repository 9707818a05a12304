package io.filon.discovery.apart;

import io.filon.stats.permutation.CodeTable;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.function.Predicate;

/// The customers compared: what was known of them as codes, the quarter they came in as stratum, and what became of
/// them.
///
/// @param rows   sorted by quarter
/// @param values every value that has a code
record People(List<Row> rows, List<Value> values) {

    private static final int PACKED = 10;
    private static final int CODE_BITS = 6;

    /// @param pack0 ten codes of six bits, the first lowest; the others likewise
    record Row(
            int cohortNo,
            double net,
            boolean bought,
            boolean star,
            boolean loser,
            boolean loserLowCosts,
            long pack0,
            long pack1,
            long pack2,
            long pack3,
            long pack4,
            long pack5) {

        byte code(int attribute) {
            long pack = switch (attribute / PACKED) {
                case 0 -> pack0;
                case 1 -> pack1;
                case 2 -> pack2;
                case 3 -> pack3;
                case 4 -> pack4;
                default -> pack5;
            };
            return (byte) ((pack >> (CODE_BITS * (attribute % PACKED))) & CodeTable.MAX_CODE);
        }
    }

    static People read(Store store) {
        return new People(
                store.query(Sql.of("select * from attribute_codes order by cohort_no, customer_id"), Row.class),
                store.query(Sql.of("select * from attribute_values order by attribute_no, code, value"), Value.class));
    }

    People only(Predicate<Row> kept) {
        return new People(rows.stream().filter(kept).toList(), values);
    }

    boolean[] outcome(Predicate<Row> outcome) {
        boolean[] result = new boolean[rows.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = outcome.test(rows.get(i));
        }
        return result;
    }

    CodeTable table() {
        int columns = values.stream().mapToInt(Value::attributeNo).max().orElse(-1) + 1;
        byte[] codes = new byte[rows.size() * columns];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                codes[row * columns + column] = rows.get(row).code(column);
            }
        }
        return new CodeTable(columns, codes, starts());
    }

    private int[] starts() {
        int[] cohorts = rows.stream().mapToInt(Row::cohortNo).distinct().toArray();
        int[] starts = new int[cohorts.length + 1];
        int stratum = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (row > 0 && rows.get(row).cohortNo() != rows.get(row - 1).cohortNo()) {
                starts[++stratum] = row;
            }
        }
        starts[cohorts.length] = rows.size();
        return starts;
    }
}
