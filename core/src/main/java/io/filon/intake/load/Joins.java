package io.filon.intake.load;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Plan;
import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The raw table of one file with the tables it points into, and every cell that can be read there.
final class Joins {

    /// @param cell the expression of its text
    record Cell(ColumnPlan column, String cell) {}

    private static final int STEPS = 2;

    private final Plan plan;
    private final List<Cell> cells = new ArrayList<>();
    private final StringBuilder from = new StringBuilder();
    private int tables;

    Joins(Plan plan, int position) {
        this.plan = plan;
        from.append(plan.files().get(position).raw().table()).append(" as r");
        List<Link> links = plan.linksFrom(position);
        for (ColumnPlan column : plan.files().get(position).columns()) {
            cells.add(new Cell(column, stated(column, "r", links)));
        }
        follow(position, "r", 0, Set.of(position));
    }

    /// Own cells in the order of the file, then borrowed ones, nearest first.
    List<Cell> cells() {
        return List.copyOf(cells);
    }

    /// `raw_0 as r left join …`.
    String from() {
        return from.toString();
    }

    private void follow(int position, String alias, int step, Set<Integer> seen) {
        for (Link link : plan.linksFrom(position)) {
            if (step == STEPS || seen.contains(link.to())) {
                continue;
            }
            String target = "l" + ++tables;
            String raw = plan.files().get(link.to()).raw().table();
            // A key that repeats by mistake must not multiply the borrower's rows.
            from.append(
                    "%n    left join (select * from %s qualify row_number() over (partition by c%d order by rowid) = 1) as %s on %s = %s.c%d"
                            .formatted(raw, link.key(), target, key(link, alias), target, link.key()));
            List<Link> further = plan.linksFrom(link.to());
            link.borrowed().forEach(column -> cells.add(new Cell(column, stated(column, target, further))));
            follow(link.to(), target, step + 1, union(seen, link.to()));
        }
    }

    private static String stated(ColumnPlan column, String alias, List<Link> links) {
        String cell = links.stream()
                .filter(link ->
                        link.column() == column.index() && !link.aliases().isEmpty())
                .findFirst()
                .map(link -> key(link, alias))
                .orElse(alias + ".c" + column.index());
        return Cells.stated(column, cell);
    }

    private static String key(Link link, String alias) {
        String cell = alias + ".c" + link.column();
        return link.aliases().isEmpty()
                ? cell
                : link.aliases().stream()
                        .map(other ->
                                " when %s then %s".formatted(Sql.literal(other.written()), Sql.literal(other.meant())))
                        .collect(Collectors.joining("", "case " + cell, " else " + cell + " end"));
    }

    private static Set<Integer> union(Set<Integer> seen, int position) {
        return Stream.concat(seen.stream(), Stream.of(position)).collect(Collectors.toUnmodifiableSet());
    }
}
