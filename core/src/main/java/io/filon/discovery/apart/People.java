package io.filon.discovery.apart;

import io.filon.stats.permutation.CodeTable;
import io.filon.store.Cells;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
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
        List<Row> rows = new ArrayList<>();
        store.scan(
                Sql.of("select cohort_no, net, cast(bought as integer), cast(star as integer), cast(loser as integer), "
                        + "cast(loser_low_costs as integer), pack0, pack1, pack2, pack3, pack4, pack5 "
                        + "from attribute_codes order by cohort_no, customer_id"),
                cells -> rows.add(row(cells)));
        return new People(
                rows,
                store.query(Sql.of("select * from attribute_values order by attribute_no, code, value"), Value.class));
    }

    private static Row row(Cells cells) {
        return new Row(
                (int) cells.whole(0),
                cells.number(1),
                cells.whole(2) == 1,
                cells.whole(3) == 1,
                cells.whole(4) == 1,
                cells.whole(5) == 1,
                cells.whole(6),
                cells.whole(7),
                cells.whole(8),
                cells.whole(9),
                cells.whole(10),
                cells.whole(11));
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
