package io.filon.rule.sql;

import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The common table expressions of one statement, in the order they were asked for; equal ones once.
final class Query {

    private final Map<Sql, String> names = new LinkedHashMap<>();
    private final List<Sql> tables = new ArrayList<>();
    private boolean recursive;

    /// @return the name the select is known by
    String table(String kind, Sql select) {
        String known = names.get(select);
        if (known != null) {
            return known;
        }
        String name = "%s_%d".formatted(kind, tables.size() + 1);
        names.put(select, name);
        add(name, select);
        return name;
    }

    /// A table that reads itself.
    ///
    /// @param first where it starts
    /// @param next  what follows a row, with `$` for its own name
    String recursive(String kind, Sql first, Sql next) {
        recursive = true;
        String name = "%s_%d".formatted(kind, tables.size() + 1);
        add(
                name,
                first.then(Sql.of("\n    union all\n")).then(new Sql(next.text().replace("$", name), next.values())));
        return name;
    }

    private void add(String name, Sql select) {
        tables.add(Sql.of(name + " as (\n").then(select).then(Sql.of("\n)")));
    }

    boolean mentions(String table) {
        return tables.stream().anyMatch(each -> each.text().contains(table));
    }

    Sql with(List<Sql> clocks, Sql select) {
        List<Sql> all = new ArrayList<>(clocks);
        all.addAll(tables);
        if (all.isEmpty()) {
            return select;
        }
        return Sql.of(recursive ? "with recursive\n\n" : "with\n\n")
                .then(Sql.join(all, ",\n\n"))
                .then(Sql.of("\n\n"))
                .then(select);
    }
}
