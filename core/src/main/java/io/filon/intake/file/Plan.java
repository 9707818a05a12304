package io.filon.intake.file;

import io.filon.intake.file.text.Dialect;
import io.filon.intake.file.text.GroupedRecords;
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
record Plan(
        Plain file,
        Format format,
        Optional<TextFile> text,
        Optional<Dialect> dialect,
        Layout layout,
        boolean direct,
        Records.Opener opener) {

    private static final int SAMPLE_ROWS = 2000;

    /// The same, with the name of its group in each row, where the file is a report in groups.
    Plan grouped() throws IOException {
        List<Row> rows = Records.sample(opener, SAMPLE_ROWS);
        if (!GroupedRecords.in(rows, layout)) {
            return this;
        }
        Records.Opener groups = () -> new GroupedRecords(opener.open(), layout);
        return new Plan(file, format, text, dialect, GroupedRecords.named(layout, rows), false, groups);
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
