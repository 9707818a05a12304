package io.filon.intake.file.report;

import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.Row;
import java.util.List;
import java.util.regex.Pattern;

/// Tells by its words a row that adds up others.
public final class Totals {

    private static final Pattern WORDS = Pattern.compile("(?iU)(gran |grand |sub-?)?total(es|s)?\\b.*|suma\\b.*");

    private static final Pattern LABEL = Pattern.compile(
            "(?i)(gran |grand |sub)?total(es|s)?( general| generales)?\\s*:?|total(es)?:.*|suma( total)?:?|sum:?|total (de|de la|del|of) .{1,40}");

    private Totals() {}

    /// Whether it says so and leaves most cells blank, as no line of an order called *Total* does.
    static boolean adds(Row row, Layout layout) {
        List<String> filled =
                row.cells().stream().filter(cell -> !Row.blank(cell)).toList();
        return filled.size() * 2 <= layout.columns() && filled.stream().anyMatch(Totals::says);
    }

    static boolean says(String cell) {
        return WORDS.matcher(Row.trimmed(cell)).matches();
    }

    /// Whether the cell says so and nothing else, which needs no figures to prove it.
    public static boolean isLabel(String cell) {
        return LABEL.matcher(Row.trimmed(cell)).matches();
    }
}
