package io.filon.intake.file.text;

import java.util.List;
import java.util.Locale;

/// The words of a field's name, in lower case: `lineItems` and `line_items` are two words.
final class Words {

    private Words() {}

    /// One at least, which is empty when the name has no letters.
    static List<String> of(String field) {
        return List.of(field.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ")
                .strip()
                .split(" "));
    }
}
