package io.filon.intake.file.report;

import io.filon.intake.file.text.Cells;
import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Records of a report in groups, each with the name of its group in the first cell: *Sales by customer* writes a
/// customer alone in a row, then rows whose first cell is empty, then a row with their total.
///
/// Rows of names and of totals are passed over, since they repeat what the others say.
public final class GroupedRecords implements Records {

    private enum Part {
        NAME,
        MEMBER,
        TOTAL,
        OTHER
    }

    private static final int FEWEST_GROUPS = 2;

    /// *Sales by customer*, *Ventas por cliente*.
    private static final Pattern BY = Pattern.compile("(?iU)\\b(?:by|por)\\s+(\\p{L}+)");

    private final Records records;
    private final long firstLine;
    private String group = "";

    public GroupedRecords(Records records, Layout layout) {
        this.records = records;
        this.firstLine = layout.firstLine();
    }

    /// Whether every one of these records has its part in such a report; where groups hold groups, it cannot be said
    /// whose name the rows have.
    public static boolean in(List<Row> rows, Layout layout) {
        String group = "";
        Part before = Part.OTHER;
        int names = 0;
        int members = 0;
        for (Row row : rows) {
            if (row.line() < layout.firstLine()) {
                continue;
            }
            Part part = part(row, group);
            boolean inGroup = part != Part.MEMBER || !group.isEmpty();
            if (part == Part.OTHER || !inGroup || (part == Part.NAME && before == Part.NAME)) {
                return false;
            }
            names += part == Part.NAME ? 1 : 0;
            members += part == Part.MEMBER ? 1 : 0;
            group = group(row, part, group);
            before = part;
        }
        return names >= FEWEST_GROUPS && members >= names;
    }

    /// The layout with the first column called by what the title says the groups are, when the header does not.
    public static Layout named(Layout layout, List<Row> rows) {
        if (!layout.names().getFirst().equals("column_1")) {
            return layout;
        }
        List<String> names = new ArrayList<>(layout.names());
        rows.stream()
                .takeWhile(row -> row.line() < layout.firstLine())
                .map(row -> BY.matcher(row.cell(0)))
                .filter(Matcher::find)
                .findFirst()
                .ifPresent(by -> names.set(0, by.group(1)));
        return layout.named(names);
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<Row> next = records.next();
        while (next.isPresent() && next.get().line() >= firstLine) {
            Row row = next.get();
            Part part = part(row, group);
            if (part == Part.OTHER) {
                return next;
            }
            group = group(row, part, group);
            if (part == Part.MEMBER) {
                return Optional.of(named(row));
            }
            next = records.next();
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private Row named(Row row) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(0, group);
        return new Row(row.line(), cells, row.flaw(), row.quoteLine());
    }

    private static String group(Row row, Part part, String before) {
        return switch (part) {
            case NAME -> Row.trimmed(row.cell(0));
            case TOTAL -> "";
            case MEMBER, OTHER -> before;
        };
    }

    private static Part part(Row row, String group) {
        String first = Row.trimmed(row.cell(0));
        long others =
                row.cells().stream().skip(1).filter(cell -> !Row.blank(cell)).count();
        if (row.flaw() != Row.Flaw.NONE) {
            return Part.OTHER;
        }
        if (first.isEmpty()) {
            return others > 1 ? Part.MEMBER : Part.OTHER;
        }
        if (others == 0 && !Totals.isLabel(first)) {
            return Cells.typed(first) ? Part.OTHER : Part.NAME;
        }
        return totals(first, group) ? Part.TOTAL : Part.OTHER;
    }

    private static boolean totals(String first, String group) {
        return Totals.isLabel(first)
                || (!group.isEmpty()
                        && first.contains(group)
                        && first.toLowerCase(Locale.ROOT).contains("total"));
    }
}
