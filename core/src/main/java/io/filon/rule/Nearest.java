package io.filon.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The known name somebody probably meant.
final class Nearest {

    private Nearest() {}

    /// The name with the fewest letters to add, drop or change; nothing when over a third of it would change.
    static Optional<String> to(String wrong, Collection<String> names) {
        String plain = wrong.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return names.stream()
                .filter(name -> distance(plain, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.<String>comparingInt(name -> distance(plain, name))
                        .thenComparing(name -> name));
    }

    /// Levenshtein's distance, row by row of its table.
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
