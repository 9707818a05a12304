package io.filon.intake.profile;

import io.filon.intake.file.RawTable;
import io.filon.intake.profile.ColumnProfile.Shapes;
import io.filon.intake.profile.ColumnProfile.Value;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Looks at the columns of raw tables: all rows of a small one, at most [#SAMPLE] of a big one.
public final class Profiler {

    /// Rows looked at: enough to know a column, few enough to be quick.
    public static final int SAMPLE = 200_000;

    /// Rows whose cells are read one by one.
    private static final int ROWS = 2_000;

    /// Rows up to which different values are counted one by one.
    private static final int EXACT = 30_000;

    /// Different values kept a column.
    private static final int DRAWN = 500;

    private static final Set<String> PLACEHOLDERS = Set.of(
            "select",
            "seleccionar",
            "seleccione",
            "selecciona",
            "n/a",
            "#n/a",
            "#n/d",
            "na",
            "n.a.",
            "n.d.",
            "nd",
            "s/d",
            "-",
            "--",
            "---",
            "null",
            "none",
            "nan",
            "nil",
            "undefined",
            "(not set)",
            "(none)",
            "(vacío)",
            "(blank)",
            "\\n",
            "?",
            "sin especificar",
            "no especificado",
            "sin datos",
            "no consta",
            "not specified",
            "not available",
            "desconocido",
            "unknown",
            "(desconocido)");

    private static final Pattern CODE = Pattern.compile("\\p{L}{1,3}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().-]{8,20}");
    private static final Pattern MONEY = Pattern.compile(".*([$€£¥]|\\b(EUR|USD|GBP|MXN|ARS|COP|CLP|BRL|PEN)\\b).*");

    private final Store store;

    public Profiler(Store store) {
        this.store = store;
    }

    public List<ColumnProfile> of(RawTable raw) {
        String table = sampled(raw);
        try {
            List<Map<String, Long>> values = values(table, raw);
            boolean all = !raw.streamed() && step(raw) == 1;
            Map<String, Object> counts = all ? Map.of("rows", raw.rows()) : counts(table, values);
            List<ColumnProfile> columns = IntStream.range(0, raw.headers().size())
                    .mapToObj(index -> column(raw, index, counts, values.get(index)))
                    .toList();
            return columns.stream().anyMatch(ColumnProfile::nearlyUnique) ? copied(table, columns) : columns;
        } finally {
            if (!table.equals(raw.table())) {
                store.run(Sql.of("drop table " + Sql.name(table)));
            }
        }
    }

    /// The name of a table with the rows to look at: the file's own, or a sample from its start, middle and end.
    private String sampled(RawTable raw) {
        String name = Sql.name(raw.table());
        if (!raw.streamed() && raw.rows() <= SAMPLE) {
            return raw.table();
        }
        String sample = "look_" + raw.table();
        long part = SAMPLE / 4;
        String where = raw.streamed()
                ? "limit " + SAMPLE
                : "where rowid < %d or rowid between %d and %d or rowid >= %d"
                        .formatted(part * 2, raw.rows() / 2, raw.rows() / 2 + part, raw.rows() - part);
        store.stage(new Script(sample, "select * from %s %s".formatted(name, where)));
        return sample;
    }

    private List<ColumnProfile> copied(String table, List<ColumnProfile> columns) {
        long copies = store.number(
                Sql.of("select (select count(*) from %1$s) - (select count(*) from (select distinct * from %1$s))"
                        .formatted(Sql.name(table))));
        return columns.stream()
                .map(column -> column.nearlyUnique() ? column.copied(copies) : column)
                .toList();
    }

    /// What the engine counts of all rows, by name (`rows`, `filled3`, `distinct3`): nothing where every row was drawn,
    /// and no different values of a column whose draw tells them already.
    private Map<String, Object> counts(String table, List<Map<String, Long>> values) {
        Map<String, Object> counts = new HashMap<>();
        long rows = store.number(Sql.of("select count(*) from " + Sql.name(table)));
        counts.put("rows", rows);
        ask(table, values.size(), counts, "count(c%1$d) as filled%1$d"::formatted);
        ask(table, values.size(), counts, index -> distinct(index, values.get(index), rows));
        return counts;
    }

    // whether a column is unique must be known exactly; whether a category has 17 or 18 values need not
    private static String distinct(int index, Map<String, Long> drawn, long rows) {
        long filled = filled(drawn);
        long different = drawn.size();
        if (different * 5 <= filled && different < 100) {
            return "";
        }
        boolean exact = rows <= EXACT || different * 5 > filled * 4;
        return (exact ? "count(distinct c%1$d) as distinct%1$d" : "approx_count_distinct(c%1$d) as distinct%1$d")
                .formatted(index);
    }

    private static long filled(Map<String, Long> drawn) {
        return drawn.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long step(RawTable raw) {
        return Math.max(1, Math.min(raw.rows(), SAMPLE) / ROWS);
    }

    private void ask(String table, int columns, Map<String, Object> counts, IntFunction<String> question) {
        String select = IntStream.range(0, columns)
                .mapToObj(question)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        if (!select.isEmpty()) {
            store.stream(Sql.of("select %s from %s".formatted(select, Sql.name(table))), counts::putAll);
        }
    }

    private ColumnProfile column(RawTable raw, int index, Map<String, Object> counts, Map<String, Long> seen) {
        List<Value> drawn = new ArrayList<>();
        List<String> placeholders = new ArrayList<>();
        boolean codes = seen.keySet().stream().filter(CODE.asMatchPredicate()).count() * 2 > seen.size();
        seen.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> {
                    if (isPlaceholder(entry.getKey(), codes)) {
                        placeholders.add(entry.getKey());
                    } else if (drawn.size() < DRAWN) {
                        drawn.add(new Value(entry.getKey(), entry.getValue()));
                    }
                });
        return new ColumnProfile(
                index,
                raw.headers().get(index),
                number(counts, "rows", 0),
                number(counts, "filled" + index, filled(seen)),
                number(counts, "distinct" + index, seen.size()),
                0,
                seen.keySet().stream().mapToInt(String::length).max().orElse(0),
                drawn,
                placeholders,
                shapes(drawn));
    }

    /// Values with their times among rows evenly drawn from the table, a map a column in order first seen.
    private List<Map<String, Long>> values(String table, RawTable raw) {
        List<Map<String, Long>> values = new ArrayList<>();
        raw.headers().forEach(header -> values.add(new LinkedHashMap<>()));
        long step = step(raw);
        String draw = raw.streamed() ? "limit " + ROWS : step == 1 ? "" : "where hash(rowid) %% %d = 0".formatted(step);
        String columns = IntStream.range(0, values.size())
                .mapToObj("encode(c%d)"::formatted)
                .collect(Collectors.joining(", "));
        store.scan(Sql.of("select %s from %s %s".formatted(columns, Sql.name(table), draw)), row -> {
            for (int index = 0; index < values.size(); index++) {
                String text = row.text(index);
                if (text != null) {
                    values.get(index).merge(text, 1L, Long::sum);
                }
            }
        });
        return values;
    }

    private static boolean isPlaceholder(String text, boolean codes) {
        String plain = text.toLowerCase(Locale.ROOT);
        // two letters may be a code (Namibia, North Dakota) in a column of codes
        return PLACEHOLDERS.contains(plain) && !(codes && CODE.matcher(text).matches());
    }

    private static long number(Map<String, Object> counts, String name, long otherwise) {
        return counts.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    private static Shapes shapes(List<Value> values) {
        NumberTally numbers = NumberTally.of(values);
        return new Shapes(
                numbers.share(numbers.numbers()),
                numbers.share(numbers.wholes()),
                ColumnProfile.share(values, text -> DateShape.of(text).isPresent()),
                ColumnProfile.share(
                        values,
                        text -> text.indexOf('@') > 0 && EMAIL.matcher(text).matches()),
                ColumnProfile.share(values, Profiler::isPhone),
                ColumnProfile.share(values, Flags::isFlag),
                ColumnProfile.share(values, text -> text.startsWith("{") && text.endsWith("}")),
                ColumnProfile.share(values, text -> MONEY.matcher(text).matches()),
                numbers.share(numbers.percents()),
                numbers.votes());
    }

    private static boolean isPhone(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return digits >= 8 && digits <= 15 && PHONE.matcher(text).matches();
    }
}
