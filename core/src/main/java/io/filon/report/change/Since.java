package io.filon.report.change;

import io.filon.problem.FilonException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// Which earlier audit to compare with, as `--since` says it.
public sealed interface Since {

    /// A file that `--json` wrote.
    record Report(Path file) implements Since {}

    /// The latest run the workspace keeps of that day or before.
    record Day(LocalDate day) implements Since {}

    /// The run before this one.
    record Last() implements Since {}

    /// @param text a file, a day `2025-12-31`, or `last`
    /// @throws FilonException when it is none of them
    static Since parse(String text) {
        if (text.strip().equalsIgnoreCase("last")) {
            return new Last();
        }
        try {
            return new Day(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException notADay) {
            if (!Files.isRegularFile(Path.of(text))) {
                throw new FilonException("since.unknown", text);
            }
            return new Report(Path.of(text));
        }
    }
}
