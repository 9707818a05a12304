package io.filon.intake.file;

import io.filon.intake.file.text.LayoutFinder;
import io.filon.problem.FilonException;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/// Loads Parquet, every column as text; nested values as JSON.
final class ParquetLoader {

    private final Store store;

    ParquetLoader(Store store) {
        this.store = store;
    }

    RawTable load(PlainFile file, String table) {
        String source = "read_parquet(%s)".formatted(Sql.literal(file.path().toString()));
        List<String> names = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        try {
            store.stream(Sql.of("describe select * from " + source), column -> {
                String name = String.valueOf(column.get("column_name"));
                String type = String.valueOf(column.get("column_type"));
                boolean nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
                String text =
                        (nested ? "cast(to_json(%s) as varchar)" : "cast(%s as varchar)").formatted(Sql.name(name));
                columns.add(CsvLoader.cleaned(text) + " as c" + names.size());
                names.add(name);
            });
            file.requireFew(names.size());
            String select = "select %s from %s".formatted(String.join(", ", columns), source);
            store.stage(new Script(table, select));
        } catch (StoreException e) {
            throw new FilonException("file.bad_parquet", file.name());
        }
        long rows = store.number(Sql.of("select count(*) from " + Sql.name(table)));
        if (rows == 0) {
            throw new FilonException("file.header_only", file.name());
        }
        return new RawTable(
                table,
                file.name(),
                file.hash(),
                Format.PARQUET,
                "",
                "",
                true,
                false,
                LayoutFinder.unique(names),
                rows,
                0);
    }
}
