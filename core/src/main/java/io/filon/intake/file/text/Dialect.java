package io.filon.intake.file.text;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/// How delimited text is cut into cells.
///
/// @param delimiter `,` `;` tab, `|` or `~`
/// @param escape    what stands before a quote inside quotes: the quote itself, or a backslash
public record Dialect(char delimiter, char escape) {

    /// Tax offices use it; elsewhere it stands in texts, so nearly all records have to agree on it.
    private static final char RARE = '~';

    private static final double LEAST_AGREEMENT_OF_RARE = 0.98;

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', RARE);
    private static final double LEAST_AGREEMENT = 0.5;

    /// Two columns may be prose with a comma here and there.
    private static final double LEAST_AGREEMENT_OF_TWO = 0.7;

    /// A line such as `sep=;` that Excel writes first.
    private static final String DECLARATION = "(?is)sep=.(\\r|\\n).*";

    /// The dialect under which most records have equally many cells; empty when there is none.
    ///
    /// @param text  the beginning of the file
    /// @param whole whether it is the whole file, so that its last record is complete
    public static Optional<Dialect> of(String text, boolean whole) throws IOException {
        char escape = escapeOf(text);
        if (declared(text)) {
            return Optional.of(new Dialect(text.charAt(4), escape));
        }
        double best = LEAST_AGREEMENT;
        Optional<Dialect> found = Optional.empty();
        for (char delimiter : DELIMITERS) {
            Dialect dialect = new Dialect(delimiter, escape);
            double agreement = dialect.agreement(text, whole);
            if (agreement > best) {
                best = agreement;
                found = Optional.of(dialect);
            }
        }
        return found;
    }

    /// Whether the first line only says what the delimiter is.
    public static boolean declared(String text) {
        return text.matches(DECLARATION);
    }

    /// The share of records as wide as most, less a little for every line above the first of them, and a touch more
    /// for more columns.
    private double agreement(String text, boolean whole) throws IOException {
        List<Row> rows = Records.sample(() -> new DelimitedRecords(new StringReader(text), delimiter, escape));
        if (!whole && rows.size() > 1 && rows.size() < Records.SAMPLE) {
            rows = rows.subList(0, rows.size() - 1);
        }
        int width = LayoutFinder.usualWidth(rows);
        if (width == 0) {
            return 0;
        }
        int first = 0;
        while (rows.get(first).width() != width) {
            first++;
        }
        long agreeing = rows.stream()
                .filter(row -> row.width() == width && row.flaw() == Row.Flaw.NONE)
                .count();
        double share = agreeing / (double) (rows.size() - first);
        boolean tooRare = delimiter == RARE && (width == 2 || share < LEAST_AGREEMENT_OF_RARE);
        if (tooRare || (width == 2 && share < LEAST_AGREEMENT_OF_TWO)) {
            return 0;
        }
        return share - 0.02 * Math.min(first, 10) + 0.0001 * Math.min(width, 100);
    }

    /// Backslashes before quotes, unless quotes are doubled too or the backslash ends a cell.
    private static char escapeOf(String text) {
        int backslashes = count(text, "\\\"");
        int doubled = count(text, "\"\"");
        int closing = count(text, "\\\",") + count(text, "\\\";") + count(text, "\\\"\n") + count(text, "\\\"\r");
        return backslashes - closing > 2 * doubled ? '\\' : '"';
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
