package io.filon.intake.recipe;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A header as plain words, so that `Nº Pedido`, `n_pedido` and `NPedido` compare equal: no case, accents, marks or
/// byte-order mark, words of `camelCase` apart, single letters with dots one word (`P.V.P.`), and `%` the word `pct`.
public final class HeaderWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /// Between a small letter and a capital, and before the last of several capitals. It looks around instead of
    /// taking letters, since a long run of capitals would be gone through anew from each of them.
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final Pattern LETTERS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,}(?:\\p{L}(?![\\p{L}\\p{N}]))?");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private HeaderWords() {}

    public static List<String> of(String header) {
        String bare = MARKS.matcher(
                        Normalizer.normalize(header.replace("\uFEFF", "").replace("%", " pct "), Normalizer.Form.NFKD))
                .replaceAll("");
        String joined =
                LETTERS.matcher(bare).replaceAll(letters -> letters.group().replace(".", "") + " ");
        String apart = CAMEL.matcher(joined).replaceAll(" ");
        String plain =
                BETWEEN.matcher(apart.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
    }

    /// The words run together, for comparing whole headers.
    public static String squeezed(String header) {
        return String.join("", of(header));
    }
}
