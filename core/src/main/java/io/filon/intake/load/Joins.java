package io.filon.intake.load;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Plan;
import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The raw table of one file with the tables it points into, and every cell that can be read there.
final class Joins {

    /// @param cell the expression of its text
    record Cell(ColumnPlan column, String cell) {}

    /// @param on the expression of the borrower's key
    private record Join(String alias, String clause, String on) {}

    private static final int STEPS = 2;

    private final Plan plan;
    private final String own;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();

    Joins(Plan plan, int position) {
        this.plan = plan;
        own = plan.files().get(position).raw().table();
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

    /// `raw_0 as r left join …`, with the tables that the expressions or a join on the way to them read.
    String from(Collection<String> expressions) {
        List<String> readers = new ArrayList<>(expressions);
        StringBuilder clauses = new StringBuilder();
        for (Join join : joins.reversed()) {
            if (readers.stream().anyMatch(reader -> reader.contains(join.alias + ".c"))) {
                readers.add(join.on);
                clauses.insert(0, join.clause);
            }
        }
        return own + " as r" + clauses;
    }

    private void follow(int position, String alias, int step, Set<Integer> seen) {
        for (Link link : plan.linksFrom(position)) {
            if (step == STEPS || seen.contains(link.to())) {
                continue;
            }
            String target = "l" + (joins.size() + 1);
            String raw = plan.files().get(link.to()).raw().table();
            // A key that repeats by mistake must not multiply the borrower's rows.
            String on = key(link, alias);
            String clause =
                    "%n    left join (select * from %s qualify row_number() over (partition by c%d order by rowid) = 1) as %s on %s = %s.c%d"
                            .formatted(raw, link.key(), target, on, target, link.key());
            joins.add(new Join(target, clause, on));
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
