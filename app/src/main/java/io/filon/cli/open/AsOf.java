package io.filon.cli.open;

import io.filon.problem.FilonException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--as-of`: the last day that counts.
public final class AsOf {

    private static final String DAY = "2025-12-31";

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "filon.audit.as-of")
    @Nullable
    String asOf;

    /// Null when it was not given: the day of the last order.
    ///
    /// @throws FilonException when it is no day
    public @Nullable LocalDate day() {
        return asOf == null ? null : parse(asOf);
    }

    /// A day as people type it after any option.
    ///
    /// @throws FilonException when it is none
    public static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text.length() == DAY.length() ? text : ""); // years have four figures
        } catch (DateTimeParseException e) {
            throw new FilonException("audit.as_of", text);
        }
    }
}
