package io.filon.intake.file.text;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file as records, read from its beginning, each with the line it begins on. Blank records are passed over.
public interface Records extends Closeable {

    /// Records in a sample.
    int SAMPLE = 2000;

    /// The next record; empty at the end.
    Optional<Row> next() throws IOException;

    /// How to read a file again from its beginning.
    interface Opener {
        Records open() throws IOException;
    }

    /// The first records: enough to know the others by.
    static List<Row> sample(Opener opener) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Records records = opener.open()) {
            Optional<Row> row = records.next();
            while (row.isPresent() && rows.size() < SAMPLE) {
                rows.add(row.get());
                row = records.next();
            }
        }
        return rows;
    }
}
