package io.filon.discovery.table;

import io.filon.discovery.confirm.Periods;
import io.filon.discovery.confirm.Target;
import io.filon.discovery.search.Column;
import io.filon.intake.file.RawTable;
import io.filon.problem.FilonException;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads the columns that serve for something in one pass over the table.
final class TableReader {

    /// Words of a column that can become codes; the rest are "other".
    private static final int MOST_WORDS = 62;

    /// Of so many different whole numbers, drawn from three times as many, some would be equal by chance.
    private static final int FEWEST_COUNTED = 100;

    private static final double MOST_GAPS = 3;

    private final Store store;
    private final RawTable raw;
    private final TableOptions options;
    private final ColumnUses uses;
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Integer> read = new ArrayList<>();
    private final List<Cursor> cursors = new ArrayList<>();
    private final List<String> expressions = new ArrayList<>();

    TableReader(Store store, RawTable raw, TableOptions options) {
        this.store = store;
        this.raw = raw;
        this.options = options;
        this.uses = new ColumnUses(store, raw, options);
        warnings.addAll(uses.warnings());
    }

    FlatTable read() {
        int targetColumn = raw.headers().indexOf(options.target());
        TargetReading target =
                TargetReading.of(raw.file(), uses.profile(targetColumn), uses.format(targetColumn), options.positive());
        Cursor.OfWords ids = new Cursor.OfWords();
        Cursor.OfWords owners = new Cursor.OfWords();
        Cursor.OfNumbers values = new Cursor.OfNumbers();
        add(targetColumn, target.expression(), values);
        for (int column = 0; column < raw.headers().size(); column++) {
            switch (uses.uses().get(column)) {
                case NUMBER ->
                    add(column, CellSql.number(uses.profile(column), uses.format(column)), new Cursor.OfNumbers());
                case DATE ->
                    add(column, CellSql.day(uses.profile(column), uses.format(column)), new Cursor.OfNumbers());
                case WORDS -> add(column, CellSql.text(uses.profile(column)), new Cursor.OfWords());
                case ID -> add(column, "c" + column, ids);
                case OWNER -> add(column, "c" + column, owners);
                case TARGET, NOTHING -> {}
            }
        }
        Repeats repeats = new Repeats(options.keepsAll() || !uses.hasId());
        int rows = scan(repeats);
        int[] kept = kept(rows, values, repeats);
        double[] outcome = Arrays.stream(kept).mapToDouble(values::at).toArray();
        requireDifferent(outcome);
        String[] names = Arrays.stream(kept)
                .mapToObj(row -> options.id().isEmpty() ? String.valueOf(row + 1) : ids.at(row))
                .toArray(String[]::new);
        List<Column> columns = columns(kept);
        warnings.addAll(new Suspicions(outcome, Target.of(outcome).binary()).of(columns));
        boolean owned = uses.uses().contains(Use.OWNER);
        String[] tells = owned ? Arrays.stream(kept).mapToObj(owners::at).toArray(String[]::new) : names;
        return new FlatTable(columns, Target.of(outcome), names, keys(tells, owned, kept), periods(kept), warnings);
    }

    private void add(int column, String expression, Cursor cursor) {
        read.add(column);
        expressions.add(expression);
        cursors.add(cursor);
    }

    /// Rows told from one another by everything they say.
    private static final class Repeats {
        private final boolean ignored;
        private final Set<String> seen = new HashSet<>();
        private final List<Integer> rows = new ArrayList<>();

        Repeats(boolean ignored) {
            this.ignored = ignored;
        }

        void see(String everything, int row) {
            if (!ignored && !seen.add(everything)) {
                rows.add(row);
            }
        }
    }

    private int scan(Repeats repeats) {
        int columns = expressions.size();
        String hash =
                IntStream.range(0, raw.headers().size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String select = "select %s%s from %s"
                .formatted(
                        String.join(", ", expressions),
                        repeats.ignored ? "" : ", cast(hash(%s) as varchar)".formatted(hash),
                        Sql.name(raw.table()));
        int[] rows = {0};
        store.scan(Sql.of(select), row -> {
            for (int i = 0; i < columns; i++) {
                cursors.get(i).take(row, i, rows[0]);
            }
            if (!repeats.ignored) {
                repeats.see(String.valueOf(row.text(columns)), rows[0]);
            }
            rows[0]++;
        });
        return rows[0];
    }

    private int[] kept(int rows, Cursor.OfNumbers values, Repeats repeats) {
        Set<Integer> repeated = new HashSet<>(repeats.rows);
        int[] kept = IntStream.range(0, rows)
                .filter(row -> !Double.isNaN(values.at(row)) && !repeated.contains(row))
                .toArray();
        int without = (int) IntStream.range(0, rows)
                .filter(row -> Double.isNaN(values.at(row)))
                .count();
        if (without > 0) {
            warnings.add(Warning.of("no_target", without, options.target()));
        }
        if (!repeated.isEmpty()) {
            warnings.add(Warning.of("repeated", repeated.size()));
        }
        return kept;
    }

    private void requireDifferent(double[] outcome) {
        if (outcome.length == 0) {
            throw new FilonException("discover.target_empty", raw.file(), options.target());
        }
        if (Arrays.stream(outcome).allMatch(value -> value == outcome[0])) {
            throw new FilonException("discover.target_equal", raw.file(), options.target());
        }
    }

    private List<Column> columns(int[] kept) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < cursors.size(); i++) {
            String name = raw.headers().get(read.get(i));
            Use use = uses.uses().get(read.get(i));
            if (use == Use.NUMBER || use == Use.WORDS) {
                Column column = cursors.get(i).column(name, kept);
                if (serves(column)) {
                    columns.add(column);
                }
            }
        }
        if (columns.isEmpty()) {
            throw new FilonException("discover.no_attributes", raw.file());
        }
        return columns;
    }

    private boolean serves(Column column) {
        switch (column) {
            case Column.Numbers(String name, double[] values) -> {
                double[] known = Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
                if (known.length == values.length && Arrays.stream(known).allMatch(value -> value == known[0])) {
                    warnings.add(Warning.of("constant", name));
                    return false;
                }
                if (counts(known)) {
                    warnings.add(Warning.of("id", name));
                    return false;
                }
                return true;
            }
            case Column.Words(String name, String[] words, int[] places) -> {
                if (words.length == 1 && Arrays.stream(places).allMatch(place -> place == 0)) {
                    warnings.add(Warning.of("constant", name));
                    return false;
                }
                if (words.length > MOST_WORDS) {
                    warnings.add(Warning.of("many_values", name, words.length, MOST_WORDS));
                }
                return true;
            }
        }
    }

    /// Whether a number only counts who came: whole, each its own, with few gaps. It tells when, not who.
    private static boolean counts(double[] known) {
        if (known.length < FEWEST_COUNTED || Arrays.stream(known).anyMatch(value -> value != Math.rint(value))) {
            return false;
        }
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return false;
            }
        }
        return sorted[sorted.length - 1] - sorted[0] < MOST_GAPS * sorted.length;
    }

    /// Rows of one customer share a key, so that they are always in the same half.
    private long[] keys(String[] names, boolean owned, int[] kept) {
        if (options.id().isEmpty() && !owned) {
            return Arrays.stream(kept).asLongStream().toArray();
        }
        long[] keys = new long[names.length];
        for (int i = 0; i < keys.length; i++) {
            long key = 0;
            for (int k = 0; k < names[i].length(); k++) {
                key = key * 1_000_003 + names[i].charAt(k);
            }
            keys[i] = key;
        }
        return keys;
    }

    private int[] periods(int[] kept) {
        int first = IntStream.range(0, cursors.size())
                .filter(i -> uses.uses().get(read.get(i)) == Use.DATE)
                .findFirst()
                .orElse(-1);
        if (first < 0 || !(cursors.get(first) instanceof Cursor.OfNumbers days)) {
            return Arrays.stream(kept).map(_ -> -1).toArray();
        }
        return Periods.of(Arrays.stream(kept).mapToDouble(days::at).toArray());
    }
}
