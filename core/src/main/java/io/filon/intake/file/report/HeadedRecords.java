package io.filon.intake.file.report;

import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Records of a list under headings, *Cliente: 43000001 Bar Sol* above the lines of that customer: what each heading
/// names is one more column, and the heading itself is no record.
public final class HeadedRecords implements Records {

    /// A heading: a word or a few, then what the rows below are of.
    private record Heading(String label, String value) {

        private static final Pattern WRITTEN =
                Pattern.compile("(?U)(\\p{L}[\\p{L} .]{1,30}?)\\s*:\\s*(\\S.*)|(\\p{L}{3,30})\\s+(\\d.*)");
        private static final int MOST_CELLS = 3;

        static Optional<Heading> of(Row row, Layout layout) {
            List<String> filled = row.cells().stream()
                    .filter(cell -> !Row.blank(cell))
                    .map(Row::trimmed)
                    .toList();
            boolean few = filled.size() <= MOST_CELLS && filled.size() * 2 < layout.columns();
            if (!few || Row.blank(row.cell(0)) || row.flaw() != Row.Flaw.NONE || Totals.says(row.cell(0))) {
                return Optional.empty();
            }
            Matcher written = WRITTEN.matcher(String.join(" ", filled).replaceAll("(?U)\\s+", " "));
            if (!written.matches()) {
                return Optional.empty();
            }
            int group = written.group(1) == null ? 3 : 1;
            return Optional.of(new Heading(written.group(group), written.group(group + 1)));
        }
    }

    private static final int FEWEST = 2;

    private final Records records;
    private final Layout layout;
    private final List<String> labels;
    private final Map<String, String> headings = new HashMap<>();
    private List<String> header = List.of();

    public HeadedRecords(Records records, Layout layout, List<String> labels) {
        this.records = records;
        this.layout = layout;
        this.labels = labels;
    }

    /// What the headings of these rows name, in their order; empty when there are none.
    public static List<String> labels(Layout layout, List<Row> rows) {
        int first = (int)
                rows.stream().filter(row -> row.line() < layout.firstLine()).count();
        // the header may stand below the first heading, which then is a title
        boolean begins = rows.subList(Math.max(0, first - 2), Math.min(first + 1, rows.size())).stream()
                .anyMatch(row -> Heading.of(row, layout).isPresent());
        if (!layout.header() || !begins) {
            return List.of();
        }
        Map<String, Set<String>> found = new LinkedHashMap<>();
        rows.stream()
                .flatMap(row -> Heading.of(row, layout).stream())
                .forEach(heading -> found.computeIfAbsent(heading.label, label -> new HashSet<>())
                        .add(heading.value));
        return found.entrySet().stream()
                .filter(label -> label.getValue().size() >= FEWEST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The layout with a column for each label at its end.
    public static Layout widened(Layout layout, List<String> labels) {
        List<String> names = new ArrayList<>(layout.names());
        names.addAll(labels);
        return layout.named(names);
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<Row> next = records.next();
        while (next.isPresent()) {
            Row row = next.get();
            Optional<Heading> heading = Heading.of(row, layout).filter(found -> labels.contains(found.label));
            heading.ifPresent(found -> headings.put(found.label, found.value));
            if (row.line() < layout.firstLine()) {
                header = row.cells();
            }
            boolean isHeader = row.line() >= layout.firstLine() && row.cells().equals(header);
            if (heading.isEmpty() && !isHeader) {
                return Optional.of(headed(row));
            }
            next = records.next();
        }
        return next;
    }

    /// With what the headings above it name, in cells of their own.
    private Row headed(Row row) {
        List<String> cells = new ArrayList<>(row.cells());
        while (layout.padded() && cells.size() < layout.columns()) {
            cells.add("");
        }
        while (cells.size() > layout.columns() && Row.blank(cells.getLast())) {
            cells.removeLast();
        }
        labels.forEach(label -> cells.add(headings.getOrDefault(label, "")));
        return new Row(row.line(), cells, row.flaw(), row.quoteLine());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
