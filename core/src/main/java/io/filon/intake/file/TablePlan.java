package io.filon.intake.file;

import io.filon.intake.file.report.BoardRecords;
import io.filon.intake.file.report.FilledRecords;
import io.filon.intake.file.report.GroupedRecords;
import io.filon.intake.file.report.HeadedRecords;
import io.filon.intake.file.text.Dialect;
import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import io.filon.intake.file.text.TextFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// One table found in a file: how to read it, before it is read.
///
/// @param file     the name as the user gave it
/// @param text     the text it is read from, for the formats that are text
/// @param dialect  for delimited text
/// @param direct   whether DuckDB may read the file as it is
/// @param opener   reads its records
record TablePlan(
        PlainFile file,
        Format format,
        Optional<TextFile> text,
        Optional<Dialect> dialect,
        Layout layout,
        boolean direct,
        Records.Opener opener) {

    /// The same, each record with what a report writes once for several: the name of its group, what a heading above
    /// says, the head of its order.
    TablePlan grouped() throws IOException {
        List<Row> rows = Records.sample(opener);
        if (GroupedRecords.in(rows, layout)) {
            return with(GroupedRecords.named(layout, rows), () -> new GroupedRecords(opener.open(), layout));
        }
        List<String> labels = HeadedRecords.labels(layout, rows);
        if (!labels.isEmpty()) {
            return with(HeadedRecords.widened(layout, labels), () -> new HeadedRecords(opener.open(), layout, labels));
        }
        return BoardRecords.of(opener, layout, rows)
                .or(() -> FilledRecords.of(opener, layout, rows))
                .map(records -> with(layout, records))
                .orElse(this);
    }

    private TablePlan with(Layout other, Records.Opener records) {
        return new TablePlan(file, format, text, dialect, other, false, records);
    }

    String encoding() {
        return text.map(source -> source.charset().name()).orElse("");
    }

    String delimiter() {
        return dialect.map(found -> String.valueOf(found.delimiter())).orElse("");
    }

    RawTable table(String name, Counts counts) {
        return new RawTable(
                name,
                file.name(),
                file.hash(),
                format,
                encoding(),
                delimiter(),
                layout.header(),
                false,
                layout.names(),
                counts.rows(),
                counts.rejected());
    }

    /// @param rows     records in the table
    /// @param rejected records put aside
    record Counts(long rows, long rejected) {}
}
