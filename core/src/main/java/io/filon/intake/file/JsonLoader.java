package io.filon.intake.file;

import io.filon.intake.file.text.Encodings;
import io.filon.intake.file.text.InnerList;
import io.filon.intake.file.text.InnerRecords;
import io.filon.intake.file.text.JsonRecords;
import io.filon.intake.file.text.LayoutFinder;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import io.filon.intake.file.text.TextFile;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Loads JSON: every key of the objects is a column, those of objects inside them too (`customer.id`); lists and
/// what an event carries stay JSON text.
///
/// Clean lines are read by DuckDB; from [#STREAMED_FROM] bytes on they are not copied but read through a view each
/// time, and objects in them stay whole. Arrays, objects over several lines, other encodings and files with malformed
/// lines are first written by us as clean lines.
final class JsonLoader {

    /// Bytes from which a file of lines is left where it is.
    static final long STREAMED_FROM = 256L << 20;

    /// Bytes up to which every line is looked at for keys; of larger files only the beginning and the end.
    private static final long KEYS_FROM_ALL = 256L << 20;

    /// First lines whose keys keep their order.
    private static final int ORDERED = 1_000;

    /// First lines that tell whether objects hold objects.
    private static final int NESTED_FROM = 100;

    private static final int KEYS_FROM_LINES = 50_000;
    private static final int HEAD = 1 << 16;
    private static final int TAIL = 4 << 20;

    private final Store store;
    private final Path scratch;
    private final LineFinder finder;
    private final long streamedFrom;

    JsonLoader(Store store, Path scratch, LineFinder finder, long streamedFrom) {
        this.store = store;
        this.scratch = scratch;
        this.finder = finder;
        this.streamedFrom = streamedFrom;
    }

    RawTable load(PlainFile file, String table) throws IOException {
        TextFile text = text(file);
        boolean lines = JsonRecords.isLines(text.head(HEAD));
        boolean large = Files.size(file.path()) >= streamedFrom;
        if (lines && text.clean() && (large || !nests(text))) {
            List<String> keys = keys(text);
            if (LayoutFinder.unique(keys).equals(keys)) {
                return loadLines(file, text, keys, table);
            }
        }
        return rewrite(file, text, opener(text), table);
    }

    /// The lines that the file's records hold in a list, if they do, as a table that points into that of the records.
    Optional<RawTable> loadInner(PlainFile file, String table) throws IOException {
        TextFile text = text(file);
        if (Files.size(file.path()) >= streamedFrom && JsonRecords.isLines(text.head(HEAD))) {
            return Optional.empty();
        }
        Records.Opener opener = opener(text);
        List<JsonNode> sample = Records.sample(opener).stream()
                .flatMap(row -> usable(row).map(JsonRecords::flat).stream())
                .toList();
        Optional<InnerList> list = InnerList.in(sample);
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(rewrite(
                        file.sheet(list.get().name()), text, () -> new InnerRecords(opener.open(), list.get()), table));
    }

    private static TextFile text(PlainFile file) throws IOException {
        return TextFile.of(file.path(), Encodings.of(Bytes.sample(file.path())));
    }

    private static Records.Opener opener(TextFile text) throws IOException {
        boolean lines = JsonRecords.isLines(text.head(HEAD));
        return () -> lines ? JsonRecords.lines(text) : JsonRecords.stream(text);
    }

    private RawTable loadLines(PlainFile file, TextFile text, List<String> keys, String table) throws IOException {
        file.requireFew(keys.size());
        String source = select(file.path(), keys, file.scan().padded());
        finder.remember(table, () -> JsonRecords.lines(text), row -> true);
        if (Files.size(file.path()) >= streamedFrom) {
            store.stageView(new Script(table, source));
            return table(file, text, table, keys, true, file.scan().lines(), 0);
        }
        store.stage(new Script(table, source));
        String nothing = IntStream.range(0, keys.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String name = Sql.name(table);
        if (store.number(Sql.of("select count(*) from %s where coalesce(%s) is null".formatted(name, nothing))) > 0) {
            return rewrite(file, text, () -> JsonRecords.lines(text), table);
        }
        return table(file, text, table, keys, false, store.number(Sql.of("select count(*) from " + name)), 0);
    }

    private RawTable rewrite(PlainFile file, TextFile text, Records.Opener opener, String table) throws IOException {
        Rejects rejects = new Rejects(file.name());
        Set<String> keys = new LinkedHashSet<>();
        Path target = scratch.resolve(table + ".jsonl");
        long written = 0;
        try (Records records = opener.open();
                Writer out = Files.newBufferedWriter(target)) {
            Optional<Row> next = records.next();
            while (next.isPresent()) {
                Row row = next.get();
                Optional<JsonNode> object = usable(row).map(JsonRecords::flat);
                if (object.isPresent()) {
                    keys.addAll(object.get().propertyNames());
                    out.write(JsonRecords.numbered(object.get(), keys));
                    out.write('\n');
                    written++;
                } else {
                    rejects.add(row.line(), "bad_json", row.cell(0));
                }
                next = records.next();
            }
        }
        if (rejects.count() > 0) {
            rejects.requireFew(written + rejects.count(), "file.bad_json");
        }
        List<String> names = LayoutFinder.unique(List.copyOf(keys));
        file.requireFew(names.size());
        List<String> numbers =
                IntStream.range(0, names.size()).mapToObj(i -> "c" + i).toList();
        store.stage(new Script(table, select(target, numbers, true)));
        Files.delete(target);
        rejects.writeTo(store);
        finder.remember(table, opener, row -> usable(row).isPresent());
        return table(file, text, table, names, false, written, rejects.count());
    }

    private static boolean nests(TextFile text) throws IOException {
        try (BufferedReader in = text.open()) {
            String line = in.readLine();
            for (int i = 0; line != null && i < NESTED_FROM; i++) {
                if (JsonRecords.nests(line)) {
                    return true;
                }
                line = in.readLine();
            }
            return false;
        }
    }

    private static Optional<JsonNode> usable(Row row) {
        return row.flaw() == Row.Flaw.NONE
                ? JsonRecords.object(row.cell(0)).filter(object -> !object.isEmpty())
                : Optional.empty();
    }

    /// @param padded whether some value may begin or end with a blank
    private static String select(Path file, List<String> keys, boolean padded) {
        String columns = IntStream.range(0, keys.size())
                .mapToObj(i -> cleaned(Sql.name(keys.get(i)), padded) + " as c" + i)
                .collect(Collectors.joining(", "));
        String types =
                keys.stream().map(key -> Sql.literal(key) + ": 'varchar'").collect(Collectors.joining(", "));
        return "select %s from read_json(%s, format = 'newline_delimited', ignore_errors = true, columns = {%s})"
                .formatted(columns, Sql.literal(file.toString()), types);
    }

    private static String cleaned(String key, boolean padded) {
        return padded ? CsvLoader.cleaned(key) : "nullif(%s, '')".formatted(key);
    }

    private static RawTable table(
            PlainFile file,
            TextFile text,
            String table,
            List<String> names,
            boolean streamed,
            long rows,
            long rejected) {
        return new RawTable(
                table,
                file.name(),
                file.hash(),
                Format.JSON_LINES,
                text.charset().name(),
                "",
                true,
                streamed,
                names,
                rows,
                rejected);
    }

    /// The keys of the objects: those of the first lines in order of appearance, then the others.
    private List<String> keys(TextFile text) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        boolean all = Files.size(text.path()) <= KEYS_FROM_ALL;
        try (BufferedReader in = text.open()) {
            String line = in.readLine();
            for (int i = 0; line != null && i < (all ? ORDERED : KEYS_FROM_LINES); i++) {
                JsonRecords.addKeys(line, keys);
                line = in.readLine();
            }
            if (all && line != null) {
                addKeys(text.path(), keys);
            }
        }
        if (!all) {
            String tail = new String(Bytes.tail(text.path(), TAIL), StandardCharsets.UTF_8);
            tail.lines().skip(1).forEach(line -> JsonRecords.addKeys(line, keys));
        }
        return new ArrayList<>(keys);
    }

    private void addKeys(Path file, Set<String> keys) {
        Sql select = Sql.of(("select distinct unnest(json_keys(json)) as name"
                        + " from read_ndjson_objects(%s, ignore_errors = true) order by 1")
                .formatted(Sql.literal(file.toString())));
        store.stream(select, row -> keys.add(String.valueOf(row.get("name"))));
    }
}
