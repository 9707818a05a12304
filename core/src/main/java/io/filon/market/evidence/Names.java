package io.filon.market.evidence;

import java.text.Normalizer;
import java.util.Locale;

/// Names of groups, compared as people do: without capitals, accents or spaces around them.
public final class Names {

    private Names() {}

    public static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
