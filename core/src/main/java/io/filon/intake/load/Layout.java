package io.filon.intake.load;

import io.filon.store.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table that holds the usable rows of one kind of file, and how its columns come from fields.
///
/// @param table   `in_order_lines`
/// @param fields  what is read from the file
/// @param derived expressions over the fields that several columns need, `expression as name`; each may use those
///     before it
/// @param columns what is kept, after `source_id`, `row_no`
/// @param refused reasons of its own to reject a row: `condition then 'code'`
record Layout(String table, List<Field> fields, List<String> derived, List<Column> columns, List<String> refused) {

    /// @param value an expression over fields and derived values
    record Column(String name, String type, String value) {}

    /// What an expression writes for `source:row`, the id of a row that has none.
    static final String ROW_ID = "{row_id}";

    /// What an expression writes for the id of an order, which depends on the plan.
    static final String ORDER_ID = "{order_id}";

    Layout {
        fields = List.copyOf(fields);
        derived = List.copyOf(derived);
        columns = List.copyOf(columns);
        refused = List.copyOf(refused);
    }

    /// A layout whose columns are its fields; `changed` columns, `name type = expression`, replace or are added.
    static Layout of(String table, List<Field> fields, List<String> refused, String... changed) {
        List<Column> own = Arrays.stream(changed).map(Layout::column).toList();
        List<String> taken = own.stream().map(Column::name).toList();
        List<Column> same = fields.stream()
                .filter(field -> !taken.contains(field.name()))
                .map(field -> new Column(field.name(), field.as().type(), field.name()))
                .toList();
        return new Layout(
                table,
                fields,
                List.of(),
                Stream.concat(own.stream(), same.stream()).toList(),
                refused);
    }

    static Column column(String text) {
        String[] sides = text.split(" = ", 2);
        String[] words = sides[0].strip().split(" ", 2);
        return new Column(words[0], words[1].strip(), sides.length == 2 ? sides[1].strip() : words[0]);
    }

    /// Makes the table when there is none: `problem` is null in the rows that stay, `merged` marks rows that another
    /// row stands for.
    Sql create() {
        String own = columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
        return Sql.of(
                "create table if not exists %s (source_id varchar, row_no bigint, merged boolean, problem varchar, content varchar, %s)"
                        .formatted(table, own));
    }
}
