package io.filon.intake;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Whom a company was asked to forget: `erased`, a salted hash of every name they had, so that the same files read
/// again do not bring them back and nobody can read from it who they were.
public final class Erased {

    private static final int SALT_BYTES = 16;

    /// Columns of what was loaded that name a person.
    private static final List<String> NAMES = List.of("customer_key", "customer_id", "anonymous_id", "lead_id");

    private record Column(String tableName, String columnName) {}

    private final Store store;

    public Erased(Store store) {
        this.store = store;
    }

    public void add(Collection<String> names, LocalDate on) {
        store.run(Sql.of("create table if not exists erased (hash varchar, salt varchar, erased_on date)"));
        String salt = store.text(Sql.of("select max(salt) from erased")).orElseGet(Erased::salt);
        for (String name : names) {
            store.run(Sql.of("insert into erased values (sha256(? || ?), ?, ?)", salt, name, salt, on));
        }
    }

    /// One a workspace, so that looking somebody up is one join.
    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /// Takes out of what was loaded whatever is theirs, the lines of their orders included.
    void forget() {
        if (!store.tables().contains("erased")) {
            return;
        }
        List<Column> columns = store.query(
                Sql.of("select table_name, column_name from information_schema.columns where table_schema = 'main' "
                        + "and starts_with(table_name, 'in_') order by table_name, column_name"),
                Column.class);
        List<Column> named = columns.stream()
                .filter(column -> NAMES.contains(column.columnName))
                .toList();
        String names = named.stream()
                .map(column -> "select %s as name from %s".formatted(column.columnName, column.tableName))
                .collect(Collectors.joining(" union "));
        store.run(Sql.of("""
                create or replace table erased_names as
                select name
                from (%s) as names
                join erased on erased.hash = sha256((select max(salt) from erased) || names.name)
                """.formatted(names)));
        if (store.number(Sql.of("select count(*) from erased_names")) > 0) {
            store.run(Sql.of("create or replace table erased_orders as select distinct order_id from in_order_lines "
                    + "where customer_key in (select name from erased_names)"));
            named.forEach(column -> delete(column, "select name from erased_names"));
            columns.stream()
                    .filter(column -> column.columnName.equals("order_id"))
                    .forEach(column -> delete(column, "select order_id from erased_orders"));
            store.run(Sql.of("drop table erased_orders"));
        }
        store.run(Sql.of("drop table erased_names"));
    }

    private void delete(Column column, String theirs) {
        store.run(Sql.of("delete from %s where %s in (%s)".formatted(column.tableName, column.columnName, theirs)));
    }
}
