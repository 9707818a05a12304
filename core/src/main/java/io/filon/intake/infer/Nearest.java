package io.filon.intake.infer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the known word somebody meant by a misspelt one.
final class Nearest {

    private Nearest() {}

    /// The nearest of the known words; empty text when there is none at all.
    static String to(String word, List<String> known) {
        String plain = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt((String other) -> edits(plain, other.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /// Letters to insert, delete or change (Levenshtein).
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
