package io.filon.intake.recipe;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A header as plain words, so that `Nº Pedido`, `n_pedido` and `NPedido` compare equal: no case, accents, marks or
/// byte-order mark, and words of `camelCase` apart.
public final class HeaderWords {

    private HeaderWords() {}

    public static List<String> of(String header) {
        String plain = Normalizer.normalize(header.replace("\uFEFF", ""), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
    }

    /// The words run together, for comparing whole headers.
    public static String squeezed(String header) {
        return String.join("", of(header));
    }
}
