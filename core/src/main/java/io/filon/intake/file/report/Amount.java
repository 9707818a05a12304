package io.filon.intake.file.report;

import io.filon.intake.file.text.Row;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a figure in a cell whose decimal sign is not known yet, and so has to be tried.
final class Amount {

    private static final Pattern MARKS = Pattern.compile("[\\p{Sc}\\s\\u00a0\\u202f]|^[A-Z]{3}|[A-Z]{3}$");
    private static final Pattern BY_POINT = Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d+)?");
    private static final Pattern BY_COMMA = Pattern.compile("-?(\\d{1,3}(\\.\\d{3})+|\\d+)?(,\\d+)?");
    private static final Pattern CENTS = Pattern.compile(".*\\d[.,]\\d{1,2}(\\D.*)?");
    private static final int LONGEST = 30;

    private Amount() {}

    /// @param decimal `.` or `,`
    static Optional<BigDecimal> of(String cell, char decimal) {
        if (cell.length() > LONGEST || cell.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String bare = MARKS.matcher(Row.trimmed(cell)).replaceAll("");
        boolean negative = (bare.startsWith("(") && bare.endsWith(")")) || bare.endsWith("-");
        String figure = negative ? "-" + bare.replaceAll("[()-]", "") : bare;
        Pattern written = decimal == '.' ? BY_POINT : BY_COMMA;
        String thousands = decimal == '.' ? "," : ".";
        return written.matcher(figure).matches()
                ? Optional.of(new BigDecimal(figure.replace(thousands, "").replace(decimal, '.')))
                : Optional.empty();
    }

    static boolean is(String cell) {
        return of(cell, '.').isPresent() || of(cell, ',').isPresent();
    }

    /// Whether it is written with one or two decimals, as money is and no number of an order.
    static boolean hasCents(String cell) {
        return is(cell) && CENTS.matcher(cell).matches();
    }
}
