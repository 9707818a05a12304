package io.filon.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of one column, each kept once: a file of a hundred thousand leads says the same few again and again, most
/// often one of the last said.
final class LeadWords {

    /// Ends a cell, and is in none.
    static final char END = '\u001f';

    /// What forms write when nothing was chosen.
    private static final Set<String> PLACEHOLDERS = Set.of(
            "select",
            "seleccione",
            "seleccionar",
            "-",
            "--",
            "n/a",
            "na",
            "null",
            "none",
            "nan",
            "unknown",
            "desconocido");

    /// Of a column that says something else in every line no more is remembered.
    private static final int KEPT = 10_000;

    private static final int LAST_SAID = 4;

    /// @param cell   as it was written, with its end
    /// @param said   null when nothing was stated
    record Word(String cell, @Nullable String said) {
        int length() {
            return cell.length();
        }
    }

    private final Map<String, Word> known = new HashMap<>();
    private final Word[] last = new Word[LAST_SAID];
    private int next;

    LeadWords() {
        Arrays.fill(last, new Word(String.valueOf(END), null));
    }

    /// What the cell says that begins there.
    Word at(String row, int from) {
        for (Word word : last) {
            if (row.startsWith(word.cell, from)) {
                return word;
            }
        }
        String cell = row.substring(from, row.indexOf(END, from) + 1);
        Word word = known.get(cell);
        if (word == null) {
            word = new Word(cell, stated(cell.substring(0, cell.length() - 1)));
            if (known.size() < KEPT) {
                known.put(cell, word);
            }
        }
        last[next] = word;
        next = (next + 1) % LAST_SAID;
        return word;
    }

    private static @Nullable String stated(String text) {
        String plain = text.strip();
        return plain.isEmpty() || PLACEHOLDERS.contains(plain.toLowerCase(Locale.ROOT)) ? null : plain;
    }
}
