package io.filon.intake.file;

import io.filon.intake.file.scan.Scan;
import io.filon.problem.FilonException;
import java.nio.file.Path;

/// One file out of its wrappings.
///
/// @param name  as the user gave it, with `!member` for what came out of an archive
/// @param path  where its bytes are
/// @param scan  what its bytes tell; nothing until they are all there
/// @param given whether the user named this very file, so that it must be an export
record PlainFile(String name, Path path, Scan scan, boolean given) {

    /// More columns than any export has; a file with more was cut at the wrong character.
    private static final int MOST_COLUMNS = 5000;

    /// @throws FilonException when they are more than any export has
    void requireFew(int columns) {
        if (columns > MOST_COLUMNS) {
            throw new FilonException("file.too_many_columns", name, columns, MOST_COLUMNS);
        }
    }

    String hash() {
        return scan.hash();
    }

    /// One sheet of several: with the workbook's own hash, all but the first would look like repetitions of it.
    PlainFile sheet(String sheet) {
        Scan its = new Scan(hash() + "!" + sheet, scan.lines(), scan.padded(), scan.zeros());
        return new PlainFile(name + "!" + sheet, path, its, given);
    }
}
