package io.filon.intake.file;

import io.filon.intake.file.text.Cells;
import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.Quotes;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import io.filon.problem.FilonException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the usable records of any file as plain CSV in UTF-8, which DuckDB reads fast and without doubt.
///
/// Lines of text below the last record are the foot of a report: who made it, when, whose rights. They do not count as
/// unusable records.
final class Rewriter {

    private static final int LONGEST_FOOT = 20;

    private final TablePlan plan;
    private final Rejects rejects;
    private final List<Row> foot = new ArrayList<>();
    private long written;

    private Rewriter(TablePlan plan, Rejects rejects) {
        this.plan = plan;
        this.rejects = rejects;
    }

    /// @return the records written
    /// @throws FilonException at the first broken quote, or when too many records are unusable
    static long rewrite(TablePlan plan, Path target, Rejects rejects) throws IOException {
        Rewriter rewriter = new Rewriter(plan, rejects);
        try (Records records = plan.opener().open();
                Writer out = Files.newBufferedWriter(target)) {
            Optional<Row> next = records.next();
            while (next.isPresent()) {
                if (next.get().line() >= plan.layout().firstLine()) {
                    rewriter.take(next.get(), out);
                }
                next = records.next();
            }
        }
        return rewriter.finished();
    }

    private void take(Row row, Writer out) throws IOException {
        requireQuotes(row);
        Optional<String> objection = plan.layout().objection(row);
        if (objection.isPresent() && isText(row) && foot.size() < LONGEST_FOOT) {
            foot.add(row);
            return;
        }
        reject(foot, "too_few_cells"); // they were not the last
        foot.clear();
        if (objection.isPresent()) {
            reject(List.of(row), objection.get());
        } else {
            write(row, out);
            written++;
        }
    }

    private long finished() {
        if (rejects.count() > 0) {
            rejects.requireFew(
                    written + rejects.count(),
                    rejects.firstReason().equals(Layout.BAD_ENCODING) ? "file.bad_text" : "file.ragged");
        }
        reject(foot, "footer");
        return written;
    }

    private void reject(List<Row> rows, String reason) {
        rows.forEach(row -> rejects.add(row.line(), reason, content(row)));
    }

    /// Whether the record is one cell of words, too short for the table.
    private boolean isText(Row row) {
        return row.width() < plan.layout().columns()
                && row.flaw() == Row.Flaw.NONE
                && !Cells.typed(row.cell(0))
                && row.cells().stream().skip(1).allMatch(Row::blank);
    }

    private void requireQuotes(Row row) {
        if (plan.dialect().isPresent()
                && Quotes.wrong(row, plan.dialect().get(), plan.layout().width())) {
            throw new FilonException("file.bad_quote", plan.file().name(), Long.toString(row.quoteLine()));
        }
    }

    private String content(Row row) {
        return String.join(plan.delimiter().isEmpty() ? " " : plan.delimiter(), row.cells());
    }

    private void write(Row row, Writer out) throws IOException {
        for (int i = 0; i < plan.layout().columns(); i++) {
            String cell = Row.trimmed(row.cell(i)).replace("\0", "");
            out.write(i == 0 ? "\"" : ",\"");
            out.write(cell.indexOf('"') < 0 ? cell : cell.replace("\"", "\"\""));
            out.write('"');
        }
        out.write('\n');
    }
}
