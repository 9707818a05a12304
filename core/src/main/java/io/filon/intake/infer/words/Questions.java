package io.filon.intake.infer.words;

import java.util.List;

/// Headers that are what a survey asked.
public final class Questions {

    private Questions() {}

    /// How many are whole sentences, or short questions beside one; `Billable?` alone is none. `Q1` numbers a question
    /// in a form, and a quarter elsewhere.
    public static long among(List<String> headers, boolean ofForm) {
        List<String> plain = headers.stream().map(String::strip).toList();
        boolean asks = plain.stream().anyMatch(Questions::sentence);
        return plain.stream()
                .filter(header -> sentence(header)
                        || (asks && header.endsWith("?"))
                        || (ofForm && header.matches("[QP]\\d+(_.+)?")))
                .count();
    }

    private static boolean sentence(String header) {
        return header.startsWith("¿") || header.split("\\s+", -1).length >= (header.contains("?") ? 2 : 6);
    }
}
