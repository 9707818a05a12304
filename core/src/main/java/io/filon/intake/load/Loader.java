package io.filon.intake.load;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat.Numeric;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the files of a plan into the tables `in_…`, one scan a file, and sets aside the rows that cannot be used.
public final class Loader {

    private final Store store;
    private final Plan plan;
    private final ZoneId zone;
    private final Keeping keeping;
    private final Rejections rejections;

    public Loader(Store store, Plan plan, ZoneId zone, Keeping keeping, Lines lines) {
        this.store = store;
        this.plan = plan;
        this.zone = zone;
        this.keeping = keeping;
        this.rejections = new Rejections(store, plan, lines);
    }

    private record Known(String tableName, String columnName) {}

    /// Makes the tables that are missing, and the columns that a workspace of an earlier version has not.
    public static void prepare(Store store) {
        Set<Known> known = Set.copyOf(store.query(
                Sql.of(
                        "select table_name, column_name from information_schema.columns where table_name like 'in!_%' escape '!'"),
                Known.class));
        for (Layout layout : Layouts.distinct()) {
            store.run(layout.create());
            if (known.stream().anyMatch(column -> column.tableName.equals(layout.table()))) {
                layout.columns().stream()
                        .filter(column -> !known.contains(new Known(layout.table(), column.name())))
                        .forEach(column -> store.run(Sql.of("alter table %s add column %s %s"
                                .formatted(layout.table(), column.name(), column.type()))));
            }
        }
        store.run(
                Sql.of("create table if not exists in_traits (source_id varchar, row_no bigint, customer_key varchar, "
                        + "name varchar, value varchar, observed_on date, party varchar)"));
        store.run(Sql.of("create table if not exists in_rejected (source_id varchar, file varchar, line bigint, "
                + "reason varchar, content varchar)"));
    }

    /// The tables with rows of files, without traits.
    public static List<String> tables() {
        return Layouts.distinct().stream().map(Layout::table).toList();
    }

    /// Leaves nothing of a source.
    public static void forget(Store store, String sourceId) {
        tables().forEach(table -> store.run(Sql.of("delete from %s where source_id = ?".formatted(table), sourceId)));
        store.run(Sql.of("delete from in_traits where source_id = ?", sourceId));
        store.run(Sql.of("delete from in_rejected where source_id = ?", sourceId));
    }

    /// Makes anew the orders that only events tell of. Call when all files are loaded and their repeats are marked.
    public static void ordersOfEvents(Store store, ZoneId zone) {
        store.run(Sql.of("""
                delete from in_order_lines
                where level = 'event' or source_id in (select source_id from in_sources where kind = 'events')
                """));
        store.run(EventLayout.orders(zone));
        store.run(EventLayout.purchases(zone));
    }

    /// Purchases among the events of a file that have neither a number nor a product with its price.
    public record Unnumbered(String sourceId, long purchases) {}

    /// Where there are no orders at all. Call after [#ordersOfEvents].
    public static List<Unnumbered> unnumbered(Store store) {
        return store.query(EventLayout.unnumbered(), Unnumbered.class);
    }

    /// Reads one file of the plan.
    ///
    /// @return rows rejected here, beyond those the reader rejected
    public long load(int position, String sourceId) {
        FilePlan file = plan.files().get(position);
        Optional<Layout> layout = layout(file.kind());
        if (layout.isEmpty()) {
            return 0;
        }
        FileSelect select = new FileSelect(plan, position, layout.get(), zone, sourceId, converts(position));
        read(file, layout.get(), select, sourceId);
        if (file.kind() == Kind.RATES) {
            store.build(Script.beside(Loader.class, "rates"));
        }
        long rejected = rejections.setAside(position, layout.get(), sourceId);
        traits(file, layout.get(), select);
        return rejected;
    }

    private void read(FilePlan file, Layout layout, FileSelect select, String sourceId) {
        List<ColumnPlan> answers = file.columns(Role.ANSWER);
        List<ColumnPlan> measures = file.columns(Role.MEASURE);
        if (file.kind() == Kind.ANSWERS
                && (answers.size() > 1
                        || (answers.size() == 1 && file.column(Role.QUESTION).isEmpty()))) {
            store.run(Sql.of(select.answers(answers)));
        } else if (file.kind() != Kind.OUTSIDE) {
            store.run(Sql.of(select.insert()));
            if (!select.countsRows() && rejections.count(layout, sourceId) > 0) {
                // a rejected row is told with its line, which its number tells
                store.run(Sql.of("delete from %s where source_id = ?".formatted(layout.table()), sourceId));
                store.run(Sql.of(select.insertNumbered()));
            }
        } else if (!measures.isEmpty()) {
            store.run(Sql.of(select.measures(measures)));
        }
    }

    private Optional<Layout> layout(Kind kind) {
        return kind == Kind.EVENTS && keeping == Keeping.FOR_THE_AUDIT
                ? Optional.of(EventLayout.WITHOUT_JSON)
                : Layouts.forKind(kind);
    }

    /// Rejects rows of orders that no row of any file dates. Call when all files are loaded.
    ///
    /// @return rows rejected
    public long rejectUndated(int position, String sourceId) {
        Layout layout = OrderLayout.LAYOUT;
        boolean isOfOrders = Layouts.forKind(plan.files().get(position).kind()).equals(Optional.of(layout));
        if (!isOfOrders
                || store.number(Sql.of(
                                "select count(*) from in_order_lines where source_id = ? and ordered_on is null",
                                sourceId))
                        == 0) {
            return 0;
        }
        store.run(Sql.of("""
                update in_order_lines set problem = 'date_missing'
                where source_id = ? and ordered_on is null
                and order_id not in (select order_id from in_order_lines where ordered_on is not null)
                """, sourceId));
        return rejections.setAside(position, layout, sourceId);
    }

    private void traits(FilePlan file, Layout layout, FileSelect select) {
        List<ColumnPlan> columns = file.columns().stream()
                .filter(column -> column.role() == Role.TRAIT
                        || column.role() == Role.AGE
                        || (file.kind() == Kind.ANSWERS && column.role() == Role.ANSWER))
                .toList();
        boolean hasCustomer =
                layout.columns().stream().anyMatch(column -> column.name().equals("customer_key"));
        if (columns.isEmpty() || !hasCustomer || file.kind() == Kind.EVENTS) {
            return;
        }
        String day = switch (file.kind()) {
            case ORDERS, ORDER_LINES -> "ordered_on";
            case ANSWERS -> "answered_on";
            default -> "cast(null as date)";
        };
        String party = file.kind() == Kind.ANSWERS ? "zero" : "first";
        store.run(Sql.of(
                "insert into in_traits (source_id, row_no, customer_key, name, value, observed_on, party)%nselect *, ? from (%n%s%n)"
                        .formatted(select.facts(columns, day)),
                party));
    }

    /// Whether some amount of the file is in another currency than the workspace's.
    private boolean converts(int position) {
        FilePlan file = plan.files().get(position);
        boolean allOther = file.columns().stream()
                .anyMatch(column -> column.format() instanceof Numeric numeric
                        && !numeric.currency().isEmpty()
                        && !numeric.currency().equals(plan.currency()));
        if (file.kind() == Kind.RATES || file.raw().streamed()) {
            return false;
        }
        if (allOther) {
            return true;
        }
        String others = file.columns(Role.CURRENCY).stream()
                .map(column -> "%s <> %s"
                        .formatted(
                                new Cells(zone, file.statuses())
                                        .read(column.format(), "c" + column.index(), As.CURRENCY),
                                Sql.literal(plan.currency())))
                .collect(Collectors.joining(" or "));
        return !others.isEmpty()
                && store.number(Sql.of("select count(*) from %s where %s"
                                .formatted(file.raw().table(), others)))
                        > 0;
    }
}
