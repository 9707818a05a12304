package io.filon.intake.infer.words;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Optional;

/// Arithmetic over the rows of a raw table that tells which of them are sums, returns or counterparts of others.
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

    /// Of the values of a column, the first whose row is the sum of another value's rows of the same order.
    public Optional<String> heads(int column, List<String> values, int order, String amount) {
        if (values.size() < 2) {
            return Optional.empty();
        }
        return store.text(Sql.of("""
                with parts as (
                    select c%4$d as order_no, c%1$d as kind, count(*) as rows, sum(%2$s) as amount
                    from %3$s
                    where c%4$d is not null and c%1$d in (%5$s)
                    group by all
                ),
                known as (
                    select kind, count(*) as orders from parts group by kind
                ),
                pairs as (
                    select
                        head.kind as kind,
                        max(line.rows) as most,
                        count(*) filter (head.rows = 1 and abs(head.amount - line.amount) <= 0.02) as sums
                    from parts as head
                    join parts as line on line.order_no = head.order_no and line.kind <> head.kind
                    group by head.kind, line.kind
                )
                select pairs.kind
                from pairs
                join known on known.kind = pairs.kind
                where known.orders >= %6$d and pairs.most > 1 and pairs.sums * 100 >= known.orders * 95
                order by list_position([%5$s], pairs.kind)
                limit 1
                """.formatted(column, amount, table, order, Sql.literals(values), SHOWN)));
    }

    /// Whether some row of a value stands under the number of an order that other rows have too.
    public boolean shares(int column, List<String> values, int order) {
        if (values.isEmpty()) {
            return false;
        }
        return store.number(Sql.of("""
                        with orders as (
                            select count(*) as rows, count(*) filter (c%1$d in (%2$s)) as back
                            from %3$s
                            where c%4$d is not null
                            group by c%4$d
                        )
                        select count(*) filter (back > 0 and back < rows) from orders
                        """.formatted(column, Sql.literals(values), table, order))) > 0;
    }

    /// Of the values of a column, those whose rows take away and never add, where the rows of others add.
    public List<String> negative(int column, List<String> values, String amount) {
        return values.stream()
                .filter(value -> store.holds(Sql.of("""
                                select
                                    count(*) filter (c%1$d = %2$s and %3$s < 0) > 0
                                    and count(*) filter (c%1$d = %2$s and %3$s > 0) = 0
                                    and count(*) filter (c%1$d <> %2$s and %3$s > 0) > 0
                                from %4$s
                                """.formatted(column, Sql.literal(value), amount, table))))
                .toList();
    }

    /// How many rows have one of the values.
    public long rows(int column, List<String> values) {
        return store.number(
                Sql.of("select count(*) from %s where c%d in (%s)".formatted(table, column, Sql.literals(values))));
    }

    /// Whether what is negative takes away nearly all that is positive.
    public boolean mirrored(String amount) {
        return store.holds(Sql.of("""
                        select
                            sum(%1$s) filter (%1$s > 0) > 0
                            and abs(sum(%1$s)) <= 0.05 * sum(%1$s) filter (%1$s > 0)
                        from %2$s
                        """.formatted(amount, table)));
    }
}
