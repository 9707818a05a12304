package io.filon.intake;

import io.filon.intake.file.Format;
import io.filon.intake.file.RawTable;
import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A plan written by hand over files or texts, for tests that need neither the reader nor the inference.
public final class HandMadePlan {

    private final DuckStore store;
    private final Path folder;
    private final List<FilePlan> files = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private String currency = "EUR";

    public HandMadePlan(DuckStore store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    HandMadePlan in(String code) {
        currency = code;
        return this;
    }

    /// Comma-separated lines, headers first; `roles` as in [#file].
    public HandMadePlan text(String name, Kind kind, String lines, String... roles) {
        try {
            Path path = folder.resolve(name);
            Files.writeString(path, lines);
            return file(name, kind, path, roles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param roles `Order Date = ordered_at %m/%d/%Y`: a header, its role, and how it is written: `strptime` patterns
    ///     with `|` between, `,` or `.` for numbers (then perhaps a currency, or `%`), `epoch 1000`,
    ///     `yes a/b`; nothing for text
    HandMadePlan file(String name, Kind kind, Path path, String... roles) {
        return read(
                name,
                kind,
                path,
                "read_csv(%s, all_varchar = true, header = true, encoding = 'utf-8')"
                        .formatted(Sql.literal(path.toString())),
                roles);
    }

    /// Events, one JSON object a line.
    HandMadePlan json(String name, Path path, String... roles) {
        return read(
                name,
                Kind.EVENTS,
                path,
                "(select columns(*) ->> '$' from read_json(%s, format = 'newline_delimited', maximum_depth = 1))"
                        .formatted(Sql.literal(path.toString())),
                roles);
    }

    private HandMadePlan read(String name, Kind kind, Path path, String reader, String... roles) {
        String table = "raw_" + files.size();
        store.run(Sql.of("create or replace table %s_named as select * from %s".formatted(table, reader)));
        List<String> headers = store
                .query(
                        Sql.of(
                                "select column_name as name from duckdb_columns() where table_name = ? order by column_index",
                                table + "_named"),
                        Header.class)
                .stream()
                .map(Header::name)
                .toList();
        String renamed = IntStream.range(0, headers.size())
                .mapToObj(i -> "nullif(trim(%s), '') as c%d".formatted(Sql.name(headers.get(i)), i))
                .collect(Collectors.joining(", "));
        store.run(Sql.of("create or replace table %s as select %s from %s_named".formatted(table, renamed, table)));
        store.run(Sql.of("drop table %s_named".formatted(table)));
        long rows = store.number(Sql.of("select count(*) from " + table));
        RawTable raw =
                new RawTable(table, name, hash(path), Format.DELIMITED, "UTF-8", ",", true, false, headers, rows, 0);
        Map<String, String> byHeader = new HashMap<>();
        for (String role : roles) {
            String[] sides = role.split(" = ", 2);
            byHeader.put(sides[0].strip(), sides[1].strip());
        }
        List<ColumnPlan> columns = IntStream.range(0, headers.size())
                .mapToObj(i -> column(i, headers.get(i), byHeader.getOrDefault(headers.get(i), "ignored")))
                .toList();
        files.add(new FilePlan(raw, kind, "inferred", columns, Map.of(), Map.of(), false));
        return this;
    }

    /// Changes the last file.
    HandMadePlan with(Map<String, String> statuses, Map<String, String> settings, String recipe) {
        FilePlan last = files.removeLast();
        files.add(new FilePlan(
                last.raw(), last.kind(), recipe, last.columns(), statuses, settings, last.synthesizeOrders()));
        return this;
    }

    HandMadePlan oneOrderACustomerAndDay() {
        FilePlan last = files.removeLast();
        files.add(new FilePlan(
                last.raw(), last.kind(), last.recipe(), last.columns(), last.statuses(), last.settings(), true));
        return this;
    }

    /// @param borrowed as the roles of [#file]
    HandMadePlan link(String from, String column, String to, String key, String... borrowed) {
        return link(from, column, to, key, List.of(), borrowed);
    }

    HandMadePlan link(String from, String column, String to, String key, List<Link.Alias> aliases, String... borrowed) {
        int source = position(from);
        int target = position(to);
        List<ColumnPlan> columns = Arrays.stream(borrowed)
                .map(text -> text.split(" = ", 2))
                .map(sides -> column(index(target, sides[0].strip()), sides[0].strip(), sides[1].strip()))
                .toList();
        links.add(new Link(source, index(source, column), target, index(target, key), columns, 0, 0, aliases));
        return this;
    }

    public Plan plan() {
        return new Plan(files, links, List.of(), currency, true);
    }

    record Header(String name) {}

    private static ColumnPlan column(int index, String header, String text) {
        String[] words = text.split(" ", 2);
        Role role = Role.of(words[0]).orElseThrow(() -> new IllegalArgumentException("no role " + words[0]));
        ValueFormat format = words.length == 1 ? new ValueFormat.Text() : format(words[1].strip());
        return new ColumnPlan(index, header, role, format, List.of(), "test", List.of());
    }

    private static ValueFormat format(String text) {
        if (text.contains("%d") || text.contains("%m")) {
            return new ValueFormat.Moment(List.of(text.split("\\|", -1)), text.contains("%H"), text.contains("%z"));
        }
        if (text.startsWith("epoch ")) {
            return new ValueFormat.Epoch(Long.parseLong(text.substring(6)));
        }
        if (text.startsWith("yes ")) {
            return new ValueFormat.Flag(List.of(text.substring(4).split("/", -1)));
        }
        String rest = text.substring(1).strip();
        return new ValueFormat.Numeric(text.charAt(0), rest.equals("%"), rest.equals("%") ? "" : rest);
    }

    private int position(String file) {
        return IntStream.range(0, files.size())
                .filter(i -> files.get(i).raw().file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private int index(int position, String header) {
        int index = files.get(position).raw().headers().indexOf(header);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + header);
        }
        return index;
    }

    private static String hash(Path path) {
        try {
            return Integer.toHexString(Arrays.hashCode(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path utf8(Path windows, Path to) {
        try {
            byte[] bytes = new java.util.zip.GZIPInputStream(Files.newInputStream(windows)).readAllBytes();
            return Files.write(
                    to,
                    new String(bytes, java.nio.charset.Charset.forName("windows-1252"))
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
