package io.filon.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cells of a CSV file as the spreadsheet of one region reads them.
///
/// @param separator between cells
/// @param decimal   between units and cents
public record CsvCells(char separator, char decimal) {

    /// Of a line.
    public static final String END = "\r\n";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    public static CsvCells of(Locale locale) {
        boolean comma = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',';
        return comma ? new CsvCells(';', ',') : new CsvCells(',', '.');
    }

    /// One line with its end, as RFC 4180 has it.
    public String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            if (c > 0) {
                line.append(separator);
            }
            line.append(cell(cells.get(c)));
        }
        return line.append(END).toString();
    }

    /// To the cent, without grouping.
    public String amount(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString().replace('.', decimal);
    }

    /// In quotes where the text needs them; what a spreadsheet would take for a formula is none any more.
    public String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        return isTorn(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /// Whether without quotes it would end too early.
    private boolean isTorn(String text) {
        return text.indexOf(separator) >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
