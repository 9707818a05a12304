package io.filon.intake.file.report;

import io.filon.intake.file.text.Cells;
import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Records of several tables one under another with the same header: a title, the header, the rows and their sums, then
/// the next, as boards of tasks and deals are exported. Titles, headers and sums are passed over.
public final class BoardRecords implements Records {

    private final Records records;
    private final long firstLine;
    private final List<String> header;
    private final RunningSums sums = new RunningSums();
    private Optional<Row> ahead = Optional.empty();

    private BoardRecords(Records records, long firstLine, List<String> header) {
        this.records = records;
        this.firstLine = firstLine;
        this.header = header;
    }

    /// These records without what belongs to the board; empty when the header does not come back.
    public static Optional<Records.Opener> of(Records.Opener opener, Layout layout, List<Row> sample) {
        List<String> header = sample.stream()
                .takeWhile(row -> row.line() < layout.firstLine())
                .reduce((first, second) -> second)
                .map(BoardRecords::texts)
                .orElse(List.of());
        boolean again = layout.header()
                && sample.stream()
                        .anyMatch(row ->
                                row.line() >= layout.firstLine() && texts(row).equals(header));
        return again
                ? Optional.of(() -> new BoardRecords(opener.open(), layout.firstLine(), header))
                : Optional.empty();
    }

    private static List<String> texts(Row row) {
        List<String> texts = row.cells().stream().map(Row::trimmed).toList();
        int filled = texts.size();
        while (filled > 0 && texts.get(filled - 1).isEmpty()) {
            filled--;
        }
        return texts.subList(0, filled);
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<Row> next = take();
        while (next.isPresent() && next.get().line() >= firstLine && passedOver(next.get())) {
            next = take();
        }
        next.filter(row -> row.line() >= firstLine).ifPresent(row -> sums.add(row.cells()));
        return next;
    }

    private Optional<Row> take() throws IOException {
        Optional<Row> taken = ahead.isPresent() ? ahead : records.next();
        ahead = taken.isPresent() ? records.next() : Optional.empty();
        return taken;
    }

    private boolean passedOver(Row row) {
        boolean isHeader = texts(row).equals(header);
        boolean isTitle = texts(row).size() == 1
                && ahead.filter(next -> texts(next).equals(header)).isPresent();
        if (isHeader || isTitle) {
            sums.clear();
            return true;
        }
        return Row.blank(row.cell(0))
                && row.cells().stream().allMatch(cell -> Row.blank(cell) || Cells.typed(cell))
                && sums.equal(row.cells());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
