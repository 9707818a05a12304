package io.filon.intake.infer.words;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Optional;

/// Arithmetic over the rows of a raw table that tells what they are to one another.
public final class RowSums {

    /// Fewer orders than this show nothing.
    private static final int SHOWN = 3;

    private final Store store;
    private final String table;

    /// @param table where the rows are, as SQL
    public RowSums(Store store, String table) {
        this.store = store;
        this.table = table;
    }

    /// Of the values of a column, the one whose row is the sum of another value's rows of the same order.
    ///
    /// @param values what may be sales
    public Optional<String> heads(int column, List<String> values, int order, String amount) {
        return values.stream()
                .filter(head ->
                        values.stream().anyMatch(line -> !line.equals(head) && adds(column, head, line, order, amount)))
                .findFirst();
    }

    private boolean adds(int column, String head, String line, int order, String amount) {
        return store.number(
                        new Sql("""
                        with orders as (
                            select
                                count(*) filter (c%1$d = ?)     as heads,
                                count(*) filter (c%1$d = ?)     as lines,
                                sum(%2$s) filter (c%1$d = ?)    as head,
                                sum(%2$s) filter (c%1$d = ?)    as line
                            from %3$s
                            where c%4$d is not null
                            group by c%4$d
                        )
                        select
                            case
                                when count(*) >= %5$d
                                    and max(lines) > 1
                                    and count(*) filter (heads = 1 and abs(head - line) <= 0.02) * 100 >= count(*) * 95 then 1
                                else 0
                            end
                        from orders
                        where heads > 0
                        """.formatted(column, amount, table, order, SHOWN), List.of(head, line, head, line)))
                == 1;
    }

    /// Whether some row of a value stands under the number of an order that other rows have too.
    public boolean shares(int column, List<String> values, int order) {
        if (values.isEmpty()) {
            return false;
        }
        String listed = String.join(", ", values.stream().map(Sql::literal).toList());
        return store.number(Sql.of("""
                        with orders as (
                            select count(*) as rows, count(*) filter (c%1$d in (%2$s)) as back
                            from %3$s
                            where c%4$d is not null
                            group by c%4$d
                        )
                        select count(*) filter (back > 0 and back < rows) from orders
                        """.formatted(column, listed, table, order))) > 0;
    }

    /// How many rows have one of the values.
    public long rows(int column, List<String> values) {
        String listed = String.join(", ", values.stream().map(Sql::literal).toList());
        return store.number(Sql.of("select count(*) from %s where c%d in (%s)".formatted(table, column, listed)));
    }

    /// Whether what is negative takes away nearly all that is positive.
    public boolean mirrored(String amount) {
        return store.number(Sql.of("""
                        select
                            case
                                when sum(%1$s) filter (%1$s > 0) > 0
                                    and abs(sum(%1$s)) <= 0.05 * sum(%1$s) filter (%1$s > 0) then 1
                                else 0
                            end
                        from %2$s
                        """.formatted(amount, table))) == 1;
    }
}
