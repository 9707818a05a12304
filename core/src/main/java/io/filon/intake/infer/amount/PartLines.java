package io.filon.intake.infer.amount;

import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lines that are part of another line of their order and for which nothing more was charged: the chosen size of a
/// shirt, the pieces of a pack. A column points at the number of the line they belong to.
final class PartLines {

    /// Columns of each sort that are tried.
    private static final int MOST = 4;

    private final Store store;

    PartLines(Store store) {
        this.store = store;
    }

    void settle(MoneyFile file) {
        Optional<ColumnProfile> order = file.column(Role.ORDER_ID).filter(id -> !id.unique());
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT).or(() -> file.sum(Role.UNIT_PRICE));
        if (order.isEmpty() || amount.isEmpty() || file.raw().streamed()) {
            return;
        }
        List<ColumnProfile> free = Stream.concat(file.column(Role.LINE_NO).stream(), file.unassigned().stream())
                .toList();
        List<ColumnProfile> numbers =
                free.stream().filter(ColumnProfile::unique).limit(MOST).toList();
        List<ColumnProfile> pointers = free.stream()
                .filter(column -> !column.unique()
                        && column.distinct() > 1
                        && column.shapes().dates() < 0.5)
                .filter(column ->
                        column.shapes().numbers() < 0.05 || column.shapes().wholes() > 0.95)
                .limit(2 * MOST)
                .toList();
        for (ColumnProfile number : numbers) {
            for (ColumnProfile pointer : pointers) {
                if (points(file, order.get(), number, pointer, amount.get())) {
                    file.column(Role.LINE_NO).ifPresent(old -> file.settle(old, Role.IGNORED));
                    file.settle(number, Role.LINE_NO);
                    file.settle(pointer, Role.PARENT_ID);
                    return;
                }
            }
        }
    }

    /// Whether the pointer is filled only on lines that cost nothing, and names other lines of their order.
    private boolean points(
            MoneyFile file, ColumnProfile order, ColumnProfile number, ColumnProfile pointer, ColumnProfile amount) {
        List<String> blank =
                Stream.concat(Stream.of(""), pointer.placeholders().stream()).toList();
        return store.holds(Sql.of("""
                        with lines as (
                            select c%1$d as order_id, c%2$d as number, c%3$d as pointer, %4$s as amount from %5$s
                        ),
                        parts as (
                            select parents.number is not null and parts.number <> parents.number as found,
                                coalesce(parts.amount, 0) = 0 as free
                            from lines as parts
                            left join lines as parents
                                on parts.pointer = parents.number and parts.order_id = parents.order_id
                            where parts.pointer is not null and parts.pointer not in (%6$s)
                        )
                        select count(*) > 2 and count(*) filter (found and free) * 100 >= count(*) * 95
                        from parts
                        """.formatted(
                        order.index(),
                        number.index(),
                        pointer.index(),
                        Equations.number(file, amount),
                        Sql.name(file.raw().table()),
                        Sql.literals(blank))));
    }
}
