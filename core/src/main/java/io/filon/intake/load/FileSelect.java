package io.filon.intake.load;

import io.filon.intake.file.Format;
import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat.Numeric;
import io.filon.store.Sql;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The one select that reads a raw table as rows of its kind, in steps: cells as text, typed values, fields, money in
/// the workspace currency, derived values. The engine folds the steps into one scan.
final class FileSelect {

    // what a cell calls properties may be anything; whoever reads `events` relies on JSON
    private static final String READABLE =
            "case when properties is null or json_valid(properties) then properties else cast(json_object('unreadable', properties) as varchar) end";

    private final FilePlan file;
    private final Layout layout;
    private final Cells reader;
    private final String currency;
    private final String sourceId;
    private final boolean converts;
    private final Joins joins;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> fields = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    /// When a cell that cannot be read does not cost the row, and the header it is under.
    private final List<String> unread = new ArrayList<>();

    /// @param converts whether amounts of other currencies must be turned into the workspace's by the table `rates`
    FileSelect(Plan plan, int position, Layout layout, ZoneId zone, String sourceId, boolean converts) {
        this.file = plan.files().get(position);
        this.layout = layout;
        this.reader = new Cells(zone, file.statuses());
        this.currency = plan.currency();
        this.sourceId = sourceId;
        this.joins = new Joins(plan, position);
        this.converts = converts && layout.fields().stream().anyMatch(this::isConverted);
        if (this.converts) {
            refused.add("no_rate then 'currency_without_rate'");
        }
        layout.fields().forEach(this::field);
        layout.refused().forEach(reason -> refused.add(filled(reason)));
        // what is no sale is nothing worse, whatever else its cells hold
        refused.sort(Comparator.comparing(reason -> !reason.endsWith("'not_a_sale'")));
    }

    /// Fills the layout's table.
    String insert() {
        return insert(countsRows() ? rowNo() : "cast(null as bigint)");
    }

    /// Fills it with the number of every row, which [#insert] may leave out.
    String insertNumbered() {
        return insert(rowNo());
    }

    /// Whether [#insert] numbers the rows. A view has no row numbers, and counting them keeps the engine on one core:
    /// it is done only when an id is made of them.
    boolean countsRows() {
        return !file.raw().streamed() || file.column(Role.EVENT_ID).isEmpty();
    }

    private String insert(String rowNo) {
        String columns = layout.columns().stream().map(Layout.Column::name).collect(Collectors.joining(", "));
        String values = layout.columns().stream()
                .map(column -> filled(column.value()) + " as " + column.name())
                .collect(Collectors.joining(",\n    "));
        return """
                insert into %s (source_id, row_no, merged, problem, %s)
                %s
                select
                    %s, row_no, false, %s as problem,
                    %s
                from derived""".formatted(layout.table(), columns, steps(rowNo), Sql.literal(sourceId), problem(), values);
    }

    /// Rows `source_id, row_no, customer_key, name, value, observed_on`: the last value each customer has in each of
    /// the columns.
    String facts(List<ColumnPlan> columns, String day) {
        List<String> named = columns.stream().map(this::cell).toList();
        String last = IntStream.range(0, named.size())
                .mapToObj(i -> """
                        arg_max(%1$s, row_no) as t%2$d,
                        case when min(%1$s) = max(%1$s) then min(%3$s) filter (%1$s is not null) else arg_max(%3$s, row_no) end as d%2$d""".formatted(named.get(i), i, day))
                .collect(Collectors.joining(",\n"));
        return """
                %s,
                last as (
                    select %s as fact_owner, max(row_no) as row_no, %s
                    from derived
                    where fact_owner is not null
                    group by fact_owner
                ),
                long as (
                    select row_no, fact_owner, unnest([%s]) as name, unnest([%s]) as value, unnest([%s]) as observed_on
                    from last
                )
                select %s as source_id, row_no, fact_owner as customer_key, name, value, observed_on
                from long
                where value is not null""".formatted(
                        steps(rowNo()),
                        owner(),
                        last,
                        headers(columns),
                        numbered("t", named),
                        numbered("d", named),
                        Sql.literal(sourceId));
    }

    /// One row an answer: every column of the role.
    String answers(List<ColumnPlan> columns) {
        return """
                insert into in_answers (source_id, row_no, merged, customer_key, email, phone, question, answer, answered_on)
                %s,
                long as (
                    select row_no, %s as fact_owner, email, phone, answered_on, unnest([%s]) as question, unnest([%s]) as answer
                    from derived
                )
                select %s, row_no, false, fact_owner, email, phone, question, answer, answered_on
                from long
                where answer is not null""".formatted(steps(rowNo()), owner(), headers(columns), texts(columns), Sql.literal(sourceId));
    }

    /// One row a day, place and measure: every column of the role. A row that cannot be read stays as one.
    String measures(List<ColumnPlan> columns) {
        String numbers = columns.stream()
                .map(column -> column.format() instanceof Numeric
                        ? reader.read(column.format(), cell(column), As.NUMBER)
                        : "cast(null as double)")
                .collect(Collectors.joining(", "));
        String places = layout.columns().stream()
                .map(Layout.Column::name)
                .filter(name -> !List.of("measure", "value", "number").contains(name))
                .collect(Collectors.joining(", "));
        return """
                insert into %1$s (source_id, row_no, merged, problem, %2$s, measure, value, number)
                %3$s,
                long as (
                    select row_no, %4$s as problem, %2$s, unnest([%5$s]) as measure, unnest([%6$s]) as value,
                        unnest([%7$s]) as number, unnest(range(%8$d)) as place
                    from derived
                )
                select %9$s, row_no, false, problem, %2$s, measure, value, number
                from long
                where case when problem is null then value is not null else place = 0 end""".formatted(
                        layout.table(),
                        places,
                        steps(rowNo()),
                        problem(),
                        headers(columns),
                        texts(columns),
                        numbers,
                        columns.size(),
                        Sql.literal(sourceId));
    }

    private static String headers(List<ColumnPlan> columns) {
        return columns.stream().map(column -> Sql.literal(column.header())).collect(Collectors.joining(", "));
    }

    private String texts(List<ColumnPlan> columns) {
        return columns.stream().map(this::cell).collect(Collectors.joining(", "));
    }

    private String owner() {
        return layout.columns().stream()
                .filter(column -> column.name().equals("customer_key"))
                .findFirst()
                .map(column -> filled(column.value()))
                .orElse("null");
    }

    private static String numbered(String letter, List<String> named) {
        return IntStream.range(0, named.size()).mapToObj(i -> letter + i).collect(Collectors.joining(", "));
    }

    private String steps(String rowNo) {
        return """
                with cells as (
                    select %s as row_no%s
                    from %s
                ),
                typed as (
                    select *%s
                    from cells
                ),
                fields as (
                    select *, %s
                    from typed
                ),
                money as (
                    %s
                ),
                derived as (
                    select *%s
                    from money
                )""".formatted(
                        rowNo,
                        list(cells),
                        joins.from(cells.keySet()),
                        list(values),
                        String.join(",\n        ", fields),
                        converts ? converted() : "select * from fields",
                        layout.derived().stream()
                                .map(each -> ",\n        " + filled(each))
                                .collect(Collectors.joining()));
    }

    private static String list(Map<String, String> named) {
        return named.entrySet().stream()
                .map(entry -> ",\n        " + entry.getKey() + " as " + entry.getValue())
                .collect(Collectors.joining());
    }

    private String rowNo() {
        return file.raw().streamed() ? "row_number() over () - 1" : "r.rowid";
    }

    private void field(Field field) {
        List<String> found = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (Role role : field.roles().stream().anyMatch(this::has) ? field.roles() : field.otherwise()) {
            for (Joins.Cell cell : joins.cells()) {
                if (cell.column().role() == role) {
                    String text = told(role, text(cell.cell()));
                    String value = value(reader.read(cell.column().format(), text, field.as()));
                    found.add(value);
                    bad.add("(%s is not null and %s is null)".formatted(text, value));
                    if (!field.unless().isEmpty()) {
                        unread.add(" when %s then %s"
                                .formatted(
                                        bad.getLast(), Sql.literal(cell.column().header())));
                    }
                }
            }
        }
        fields.add(
                switch (found.size()) {
                    case 0 ->
                        "cast(%s as %s) as %s"
                                .formatted(constant(field), field.as().type(), field.name());
                    case 1 -> found.getFirst() + " as " + field.name();
                    default -> "%s as %s".formatted(several(field, found), field.name());
                });
        if (field.need() != Field.Need.OPTIONAL && !found.isEmpty()) {
            String never = field.unless().isEmpty() ? "" : " and not (%s)".formatted(filled(field.unless()));
            refused.add("(%s)%s then '%s'".formatted(String.join(" or ", bad), never, field.reason("unreadable")));
        }
        if (field.need() == Field.Need.REQUIRED) {
            refused.add("%s is null then '%s'".formatted(field.name(), field.reason("missing")));
        }
    }

    /// The first that is stated; where the file says so, all together.
    private String several(Field field, List<String> found) {
        String first = "coalesce(%s)".formatted(String.join(", ", found));
        boolean summed = field.roles().stream()
                .anyMatch(role -> List.of(
                                file.settings().getOrDefault("summed", "").split(" "))
                        .contains(role.word()));
        return summed
                ? found.stream()
                        .map("coalesce(%s, 0)"::formatted)
                        .collect(Collectors.joining(" + ", "case when %s is not null then ".formatted(first), " end"))
                : first;
    }

    /// What the recipe says of ids: several in one cell, of which the first counts; one that stands for all guests.
    private String told(Role role, String cell) {
        if (isSet("ids", "first") && (role == Role.CUSTOMER_ID || role == Role.ACCOUNT_ID)) {
            return "nullif(trim(split_part(%s, ';', 1)), '')".formatted(cell);
        }
        String guest = file.settings().get("guest");
        return guest != null && role == Role.CUSTOMER_ID ? "nullif(%s, %s)".formatted(cell, Sql.literal(guest)) : cell;
    }

    /// What all rows of an export share and none of its columns says.
    private String constant(Field field) {
        String channel = file.settings().get("channel");
        return channel != null && field.name().equals(Role.CHANNEL.word()) ? Sql.literal(channel) : "null";
    }

    private String cell(ColumnPlan column) {
        return joins.cells().stream()
                .filter(cell -> cell.column().equals(column))
                .findFirst()
                .map(cell -> text(cell.cell()))
                .orElseThrow();
    }

    private String text(String cell) {
        return cells.computeIfAbsent(cell, added -> "k" + cells.size());
    }

    private String value(String expression) {
        return values.computeIfAbsent(expression, added -> "v" + values.size());
    }

    private String converted() {
        String stated = fileCurrency().map(Sql::literal).orElse("upper(currency)");
        String day = layout.fields().stream()
                .filter(field -> field.as() == As.DAY)
                .findFirst()
                .map(Field::name)
                .orElseThrow();
        String replaced = layout.fields().stream()
                .filter(this::isConverted)
                .map(field -> "case when rates.factor = 1 then %1$s else money_by(%1$s, rates.factor) end as %1$s"
                        .formatted(field.name()))
                .collect(Collectors.joining(",\n        "));
        return """
                select fields.* replace (%s), rates.factor is null as no_rate
                from (
                    select fields.*, coalesce(%s, %s) as rate_currency, coalesce(%s, date '9999-12-31') as rate_day
                    from fields
                ) as fields
                asof left join rates
                    on fields.rate_currency = rates.currency and fields.rate_day >= rates.rate_on""".formatted(replaced, stated, Sql.literal(currency), day);
    }

    /// The one currency all amounts of the file are written in, when it is not the workspace's.
    private Optional<String> fileCurrency() {
        return file.columns().stream()
                .map(ColumnPlan::format)
                .filter(Numeric.class::isInstance)
                .map(format -> ((Numeric) format).currency())
                .filter(code -> !code.isEmpty() && !code.equals(currency))
                .findFirst();
    }

    private boolean isConverted(Field field) {
        return field.as() == As.MONEY
                && joins.cells().stream()
                        .filter(cell -> field.roles().contains(cell.column().role()))
                        .findFirst()
                        .map(cell -> !(cell.column().format() instanceof Numeric numeric
                                && numeric.currency().equals(currency)))
                        .orElse(false);
    }

    private String problem() {
        return refused.isEmpty()
                ? "cast(null as varchar)"
                : refused.stream()
                        .map(each -> "\n        when " + each)
                        .collect(Collectors.joining("", "case", " end"));
    }

    private String filled(String sql) {
        return sql.replace("{level}", level())
                .replace(Layout.ORDER_ID, orderId())
                .replace(Layout.ROW_ID, rowId())
                .replace(
                        "{at_time}",
                        has(Role.TIME_OF_DAY) ? reader.inZone("(ordered_on + try_cast(time_of_day as time))") : "null")
                .replace("{has_state}", Boolean.toString(has(Role.STAGE) || has(Role.STATUS)))
                .replace("{needs_amount}", Boolean.toString(needsAmount()))
                .replace("{has_quantity}", Boolean.toString(has(Role.QUANTITY)))
                .replace(
                        "{unread}",
                        unread.isEmpty() ? "cast(null as varchar)" : "case%s end".formatted(String.join("", unread)))
                .replace("{discounts_inside}", Boolean.toString(isSet("amount", "with_order_discount")))
                .replace("{line_amount}", lineAmount())
                .replace("{tax_inside}", taxInside())
                .replace("{refunds_of_lines}", Boolean.toString(isSet("refunds", "of_lines")))
                .replace("{sales_came_back}", Boolean.toString(isSet("returns", "of_their_sale")))
                .replace(
                        "{minutes}",
                        isSet("handle_time", "seconds") ? "1 / 60" : isSet("handle_time", "hours") ? "60" : "1")
                .replace("{other_email}", otherEmail())
                .replace("{has_day}", Boolean.toString(has(Role.RATE_ON) || has(Role.OCCURRED_AT)))
                .replace("{rates_are_worths}", Boolean.toString(isSet("rates", "worth")))
                .replace("{properties}", properties());
    }

    /// Of a person with several addresses, the first that is not the one she is known by.
    private String otherEmail() {
        List<String> others = file.columns(Role.EMAIL).stream()
                .skip(1)
                .map(column -> reader.read(column.format(), cell(column), As.EMAIL))
                .toList();
        return others.isEmpty() ? "cast(null as varchar)" : "coalesce(%s)".formatted(String.join(", ", others));
    }

    private String level() {
        if (file.kind() == Kind.ORDERS) {
            return "'order'";
        }
        return has(Role.ROW_KIND)
                ? "case when row_kind = 'head' then 'order' when row_kind in (%s) then 'part' else 'line' end"
                        .formatted(OrderLayout.PARTS)
                : "'line'";
    }

    private String rowId() {
        return Sql.literal(sourceId + ":")
                + (countsRows() ? " || row_no" : " || hash(name, occurred_at, customer_id, anonymous_id, properties)");
    }

    private String orderId() {
        String rowId = rowId();
        if (has(Role.ORDER_ID) && isSet("order_id", "of_row_above")) {
            return "coalesce(last_value(order_id ignore nulls) over (order by row_no), %s)".formatted(rowId);
        }
        if (isSet("returns", "beside_their_sale")) {
            return "case when 'return' in (row_kind, status, payment_status) then coalesce(order_id || ':' || row_no, %1$s) else coalesce(order_id, %1$s) end"
                    .formatted(rowId);
        }
        if (has(Role.ORDER_ID)) {
            return "coalesce(order_id, %s)".formatted(rowId);
        }
        return file.synthesizeOrders()
                ? "coalesce(customer_key || '|' || ordered_on || coalesce('|' || store, ''), %s)".formatted(rowId)
                : rowId;
    }

    /// What a line was sold for, where its amount holds what the customer paid beside.
    private String lineAmount() {
        String beside = file.settings().getOrDefault("beside", "");
        if (beside.isEmpty()) {
            return "amount";
        }
        String more = "coalesce(abs(shipping_charged), 0)"
                + (beside.equals("shipping_and_tax") ? " + coalesce(abs(tax), 0)" : "");
        return "cast(case when amount < 0 then amount + %1$s else amount - (%1$s) end as decimal(18, 4))"
                .formatted(more);
    }

    private String taxInside() {
        if (isSet("prices", "with_tax")) {
            return "true";
        }
        return isSet("prices", "without_tax") ? "false" : "null";
    }

    private boolean needsAmount() {
        return !isSet("order_cells", "first_line")
                && Stream.of(
                                Role.AMOUNT,
                                Role.LIST_AMOUNT,
                                Role.UNIT_PRICE,
                                Role.UNIT_LIST_PRICE,
                                Role.ORDER_TOTAL,
                                Role.ORDER_SUBTOTAL)
                        .anyMatch(this::has);
    }

    private boolean has(Role role) {
        return joins.cells().stream().anyMatch(cell -> cell.column().role() == role);
    }

    private boolean isSet(String name, String value) {
        return value.equals(file.settings().get(name));
    }

    /// The tracker's own JSON, or one made of the columns that have no place of their own.
    private String properties() {
        boolean hasOwn = has(Role.PROPERTIES);
        List<ColumnPlan> rest = file.columns().stream()
                .filter(column -> column.role() == Role.TRAIT || (column.role() == Role.IGNORED && !hasOwn))
                .toList();
        if (rest.isEmpty() || file.kind() != Kind.EVENTS) {
            return file.raw().format() == Format.JSON_LINES ? "properties" : READABLE;
        }
        String object = rest.stream()
                .map(column -> Sql.literal(column.header()) + ", " + cell(column))
                .collect(Collectors.joining(", ", "json_object(", ")"));
        String own = hasOwn ? "coalesce(try_cast(properties as json), '{}')" : "'{}'";
        return "cast(json_merge_patch(%s, %s) as varchar)".formatted(own, object);
    }
}
