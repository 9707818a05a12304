package io.filon.intake.file.report;

import io.filon.intake.file.text.Cells;
import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Records of orders whose head is written on the first line of each only: number, day and customer are blank on the
/// lines after it, as Odoo exports them, or the day is blank on all but its first sale, as in books kept by hand. Each
/// record gets the head of the one above.
///
/// What the head says of the whole order in money is left where it is, or it would count once a line.
public final class FilledRecords implements Records {

    private static final int FEWEST = 2;

    private final Records records;
    private final Layout layout;
    private final Set<Integer> head;
    private List<String> above = List.of();

    private FilledRecords(Records records, Layout layout, Set<Integer> head) {
        this.records = records;
        this.layout = layout;
        this.head = head;
    }

    /// These records with their heads; empty when they are not written so.
    public static Optional<Records.Opener> of(Records.Opener opener, Layout layout, List<Row> sample) {
        List<Row> rows = sample.stream()
                .filter(row -> row.line() >= layout.firstLine() && row.flaw() == Row.Flaw.NONE)
                .filter(row -> !Totals.adds(row, layout))
                .toList();
        List<Row> firsts = rows.stream().filter(row -> !Row.blank(row.cell(0))).toList();
        List<Row> others = rows.stream().filter(row -> Row.blank(row.cell(0))).toList();
        if (firsts.isEmpty() || Row.blank(rows.getFirst().cell(0)) || others.size() * 20 < rows.size()) {
            return Optional.empty();
        }
        List<Integer> blank = columns(layout, column -> filled(others, column) == 0 && filled(firsts, column) > 0);
        List<Integer> always = blank.stream()
                .filter(column -> filled(firsts, column) * 10 >= firsts.size() * 9L)
                .toList();
        boolean shown = blocks(rows) >= FEWEST
                && dated(firsts, always)
                && apart(firsts, always)
                && lines(layout, firsts, others)
                && (always.size() > 1 || book(firsts, others));
        Set<Integer> head = Set.copyOf(
                blank.stream().filter(column -> !money(firsts, column)).toList());
        return shown ? Optional.of(() -> new FilledRecords(opener.open(), layout, head)) : Optional.empty();
    }

    private static List<Integer> columns(Layout layout, IntPredicate test) {
        return IntStream.range(0, layout.columns()).filter(test).boxed().toList();
    }

    private static long filled(List<Row> rows, int column) {
        return rows.stream().filter(row -> !Row.blank(row.cell(column))).count();
    }

    /// How often a record without a head follows one with it.
    private static int blocks(List<Row> rows) {
        int blocks = 0;
        for (int i = 1; i < rows.size(); i++) {
            blocks +=
                    Row.blank(rows.get(i).cell(0)) && !Row.blank(rows.get(i - 1).cell(0)) ? 1 : 0;
        }
        return blocks;
    }

    /// Whether the head holds the day: without it, blank cells may well be what is not known.
    private static boolean dated(List<Row> firsts, List<Integer> head) {
        return head.contains(0)
                && head.stream()
                        .anyMatch(column -> firsts.stream()
                                .allMatch(row -> Row.blank(row.cell(column)) || Cells.date(row.cell(column))));
    }

    /// Whether no two heads are the same.
    private static boolean apart(List<Row> firsts, List<Integer> head) {
        Set<List<String>> heads = new HashSet<>();
        firsts.forEach(row -> heads.add(head.stream().map(row::cell).toList()));
        return heads.size() == firsts.size();
    }

    /// Whether days alone are blank as in a book: many sales a day, and no time of day, which each would have.
    private static boolean book(List<Row> firsts, List<Row> others) {
        return others.size() * 2 >= firsts.size()
                && firsts.stream().noneMatch(row -> row.cell(0).contains(":"));
    }

    /// Whether all records, with a head or without, tell two things more, one of them a figure.
    private static boolean lines(Layout layout, List<Row> firsts, List<Row> others) {
        List<Integer> told = columns(
                layout,
                column -> filled(firsts, column) * 10 >= firsts.size() * 9L
                        && filled(others, column) * 10 >= others.size() * 9L);
        return told.size() >= FEWEST
                && told.stream()
                        .anyMatch(column -> others.stream()
                                .allMatch(row -> Row.blank(row.cell(column)) || Cells.typed(row.cell(column))));
    }

    private static boolean money(List<Row> firsts, int column) {
        return firsts.stream().anyMatch(row -> Amount.hasCents(row.cell(column)))
                && firsts.stream().allMatch(row -> Row.blank(row.cell(column)) || Amount.is(row.cell(column)));
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<Row> next = records.next();
        if (next.isEmpty() || next.get().line() < layout.firstLine()) {
            return next;
        }
        Row row = next.get();
        if (row.flaw() != Row.Flaw.NONE || Totals.adds(row, layout)) {
            return next;
        }
        if (!Row.blank(row.cell(0))) {
            above = row.cells();
            return next;
        }
        boolean bare = head.stream().allMatch(column -> Row.blank(row.cell(column)));
        return bare ? Optional.of(filled(row)) : next;
    }

    private Row filled(Row row) {
        List<String> cells = new ArrayList<>(row.cells());
        head.stream()
                .filter(column -> column < cells.size() && column < above.size())
                .forEach(column -> cells.set(column, above.get(column)));
        return new Row(row.line(), cells, row.flaw(), row.quoteLine());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
