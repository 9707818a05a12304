package io.filon.intake.file.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds header, titles above it and columns from a file's first records.
///
/// The table begins at the first record as wide as most. That record is the header when it holds only different short
/// texts, none a number or date, and either a column below holds numbers or dates, or none of its texts comes back in
/// the column below it.
public final class LayoutFinder {

    private static final int MOST_TITLES = 40;

    private LayoutFinder() {}

    /// The cells most records have, 2 or more; 0 when no record has two.
    public static int usualWidth(List<Row> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.stream().filter(row -> row.width() > 1).forEach(row -> counts.merge(row.width(), 1, Integer::sum));
        int best = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            int most = counts.getOrDefault(best, 0);
            if (entry.getValue() > most || (entry.getValue() == most && entry.getKey() > best)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    /// The layout of delimited or aligned records; empty when there is no table in them.
    public static Optional<Layout> of(List<Row> rows) {
        int width = usualWidth(rows);
        if (width == 0) {
            return Optional.empty();
        }
        int first = firstOf(rows, width);
        List<Row> body = rows.subList(first + 1, rows.size());
        Row top = withoutSpare(rows.get(first), width);
        return Optional.of(layout(top, body, Math.max(width, top.width()), first, false));
    }

    /// The layout of a sheet, where empty cells at the end of a record are not there.
    public static Optional<Layout> ofSheet(List<Row> rows) {
        int fullest = rows.stream().mapToInt(LayoutFinder::filled).max().orElse(0);
        if (fullest < 2) {
            return Optional.empty();
        }
        int first = 0;
        while (filled(rows.get(first)) * 2 < fullest || filled(rows.get(first)) < 2) {
            first++;
        }
        List<Row> body = rows.subList(first + 1, rows.size());
        int width = Math.max(
                rows.get(first).width(),
                body.stream().mapToInt(Row::width).max().orElse(0));
        return Optional.of(layout(rows.get(first), body, width, first, true));
    }

    private static Row withoutSpare(Row top, int width) {
        int kept = top.width();
        while (kept > width && Row.blank(top.cell(kept - 1))) {
            kept--;
        }
        return Row.of(top.line(), top.cells().subList(0, kept));
    }

    private static int filled(Row row) {
        return (int) row.cells().stream().filter(cell -> !Row.blank(cell)).count();
    }

    private static int firstOf(List<Row> rows, int width) {
        int fullest = rows.stream()
                .filter(row -> row.width() == width)
                .mapToInt(LayoutFinder::filled)
                .max()
                .orElse(0);
        for (int i = 0; i < Math.min(rows.size(), MOST_TITLES); i++) {
            Row row = rows.get(i);
            boolean oneShort = row.width() == width - 1
                    && row.width() > 1
                    && i + 1 < rows.size()
                    && rows.get(i + 1).width() == width
                    && row.cells().stream().allMatch(cell -> !Row.blank(cell) && Cells.name(cell));
            boolean wider = row.width() > width
                    && filled(row) > 1
                    && row.cells().stream().allMatch(Cells::name);
            boolean title = fullest > 2 && filled(row) * 2 <= fullest; // a line of text, filled up with delimiters
            if (!title && (row.width() == width || oneShort || wider)) {
                return i;
            }
        }
        return 0;
    }

    private static Layout layout(Row top, List<Row> body, int width, int titles, boolean padded) {
        boolean header = isHeader(top, body);
        List<String> cells = new ArrayList<>(header ? top.cells() : List.of());
        boolean spare = cells.size() == width - 1 && body.stream().allMatch(row -> Row.blank(row.cell(width - 1)));
        if (cells.size() == width - 1 && !spare && !padded) {
            cells.addFirst(""); // row names without a name, as R writes them
        }
        while (cells.size() < width && !(spare && header)) {
            cells.add("");
        }
        long firstLine = !header
                ? top.line()
                : body.isEmpty() ? Long.MAX_VALUE : body.getFirst().line();
        return new Layout(unique(cells), header, width, firstLine, titles, padded);
    }

    private static boolean isHeader(Row top, List<Row> body) {
        Set<String> names = new HashSet<>();
        int named = 0;
        for (int i = 0; i < top.width(); i++) {
            String cell = top.cell(i);
            if (!Row.blank(cell)) {
                named++;
                names.add(Row.trimmed(cell));
                if (!Cells.name(cell) && !rate(cell, i, body)) {
                    return false;
                }
            }
        }
        // Exports do repeat a name now and then, but values repeat in most rows.
        if (named == 0 || named - names.size() > named / 3) {
            return false;
        }
        return body.isEmpty() || anyTyped(top, body) || !recurs(top, body);
    }

    /// Whether a percentage names the amounts below it, of which none is a percentage itself.
    private static boolean rate(String cell, int column, List<Row> body) {
        return Cells.percentage(cell)
                && body.stream().anyMatch(row -> Cells.typed(row.cell(column)))
                && body.stream().noneMatch(row -> row.cell(column).contains("%"));
    }

    private static boolean anyTyped(Row top, List<Row> body) {
        for (int i = 0; i < top.width(); i++) {
            int column = i;
            List<String> values = body.stream()
                    .map(row -> row.cell(column))
                    .filter(cell -> !Row.blank(cell))
                    .toList();
            long typed = values.stream().filter(Cells::typed).count();
            if (!values.isEmpty() && typed * 10 >= values.size() * 7L) {
                return true;
            }
        }
        return false;
    }

    private static boolean recurs(Row top, List<Row> body) {
        for (int i = 0; i < top.width(); i++) {
            int column = i;
            String name = Row.trimmed(top.cell(i));
            boolean again = body.stream()
                    .filter(row -> !row.cells().equals(top.cells()))
                    .anyMatch(row -> Row.trimmed(row.cell(column)).equals(name));
            if (again && !name.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// Names for every column, none twice, whatever their case.
    public static List<String> unique(List<String> cells) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String plain = Row.trimmed(cells.get(i)).replaceAll("\\s+", " ");
            String name = plain.isEmpty() ? "column_" + (i + 1) : plain;
            String candidate = name;
            for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
                candidate = name + "_" + n;
            }
            names.add(candidate);
        }
        return names;
    }
}
