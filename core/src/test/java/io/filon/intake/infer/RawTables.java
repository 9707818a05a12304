package io.filon.intake.infer;

import io.filon.intake.file.Format;
import io.filon.intake.file.RawTable;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes raw tables for tests of understanding, from text in the test or from a public data set.
final class RawTables {

    private final Store store;
    private final List<RawTable> all = new ArrayList<>();

    RawTables(Store store) {
        this.store = store;
    }

    List<RawTable> all() {
        return List.copyOf(all);
    }

    /// Lines of text with a header; cells apart by the delimiter that the header has most of, no quotes.
    RawTables with(String file, String text) {
        List<String> lines = text.lines().toList();
        String delimiter =
                lines.getFirst().contains(";") ? ";" : lines.getFirst().contains("|") ? "|" : ",";
        List<List<String>> cells = lines.stream()
                .map(line -> Arrays.asList(line.split(java.util.regex.Pattern.quote(delimiter), -1)))
                .toList();
        return with(file, delimiter, cells.getFirst(), cells.subList(1, cells.size()), true);
    }

    RawTables with(String file, String delimiter, List<String> headers, List<List<String>> rows, boolean header) {
        String table = "raw_" + all.size();
        String columns = IntStream.range(0, headers.size())
                .mapToObj(column -> "c%d varchar".formatted(column))
                .collect(Collectors.joining(", "));
        store.run(Sql.of("create table %s (%s)".formatted(table, columns)));
        for (List<String> row : rows) {
            String values = IntStream.range(0, headers.size())
                    .mapToObj(column -> column < row.size() && !row.get(column).isBlank()
                            ? Sql.literal(row.get(column).strip())
                            : "null")
                    .collect(Collectors.joining(", "));
            store.run(Sql.of("insert into %s values (%s)".formatted(table, values)));
        }
        all.add(new RawTable(
                table,
                file,
                "hash of " + file,
                Format.DELIMITED,
                "UTF-8",
                delimiter,
                header,
                false,
                headers,
                rows.size(),
                0));
        return this;
    }

    /// A file of the public data sets, its columns in the order of `seed`: 0 leaves them as they are.
    RawTables data(Path file, String name, long seed) {
        String table = "raw_" + all.size();
        String delimiter = file.toString().contains("semicolon") ? ";" : ",";
        String read = file.toString().contains(".json")
                ? "read_json(%s, format = 'newline_delimited', maximum_depth = 1)"
                        .formatted(Sql.literal(file.toString()))
                : "read_csv(%s, all_varchar = true, header = true, delim = %s, quote = '\"', escape = '\"')"
                        .formatted(Sql.literal(file.toString()), Sql.literal(delimiter));
        store.run(Sql.of("create or replace temp view source as select * from " + read));
        List<String> headers = new ArrayList<>();
        store.stream(
                Sql.of("select column_name from (describe source)"),
                row -> headers.add(String.valueOf(row.get("column_name"))));
        if (seed != 0) {
            Collections.shuffle(headers, new Random(seed));
        }
        String columns = IntStream.range(0, headers.size())
                .mapToObj(column ->
                        "nullif(trim(cast(%s as varchar)), '') as c%d".formatted(Sql.name(headers.get(column)), column))
                .collect(Collectors.joining(", "));
        store.run(Sql.of("create table %s as select %s from source".formatted(table, columns)));
        all.add(new RawTable(
                table,
                name,
                "hash",
                Format.DELIMITED,
                "UTF-8",
                delimiter,
                true,
                false,
                headers.stream().map(header -> header.replace("\uFEFF", "")).toList(),
                store.number(Sql.of("select count(*) from " + table)),
                0));
        return this;
    }

    /// The folder of public data sets, if this machine has it.
    static Optional<Path> data() {
        String given = System.getenv("FILON_DATA");
        if (given != null) {
            return Optional.of(Path.of(given)).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }
}
