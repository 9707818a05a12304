package io.filon.intake.file;

import io.filon.intake.file.text.Quotes;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import io.filon.problem.FilonException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Writes the usable records of any file as plain CSV in UTF-8, which DuckDB reads fast and without doubt.
final class Rewriter {

    private Rewriter() {}

    /// @return the records written
    /// @throws FilonException at the first broken quote, or when too many records are unusable
    static long rewrite(Plan plan, Path target, Rejects rejects) throws IOException {
        long written = 0;
        try (Records records = plan.opener().open();
                Writer out = Files.newBufferedWriter(target)) {
            Optional<Row> next = records.next();
            while (next.isPresent()) {
                Row row = next.get();
                if (row.line() >= plan.layout().firstLine()) {
                    requireQuotes(plan, row);
                    Optional<String> objection = plan.layout().objection(row);
                    if (objection.isEmpty()) {
                        write(row, plan.layout().columns(), out);
                        written++;
                    } else {
                        rejects.add(row.line(), objection.get(), content(plan, row));
                    }
                }
                next = records.next();
            }
        }
        if (rejects.count() > 0) {
            rejects.requireFew(written + rejects.count(), "file.ragged");
        }
        return written;
    }

    private static void requireQuotes(Plan plan, Row row) {
        if (plan.dialect().isPresent()
                && Quotes.wrong(row, plan.dialect().get(), plan.layout().width())) {
            throw new FilonException("file.bad_quote", plan.file().name(), Long.toString(row.quoteLine()));
        }
    }

    private static String content(Plan plan, Row row) {
        return String.join(plan.delimiter().isEmpty() ? " " : plan.delimiter(), row.cells());
    }

    private static void write(Row row, int columns, Writer out) throws IOException {
        for (int i = 0; i < columns; i++) {
            String cell = Row.trimmed(row.cell(i)).replace("\0", "");
            out.write(i == 0 ? "\"" : ",\"");
            out.write(cell.indexOf('"') < 0 ? cell : cell.replace("\"", "\"\""));
            out.write('"');
        }
        out.write('\n');
    }
}
