package io.filon.cli;

import io.filon.problem.FilonException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which language to speak: `--lang`, else `FILON_LANG`, else the system's when it is Spanish or English, else Spanish.
public final class SpokenLanguage {

    private static final Locale SPAIN = Locale.forLanguageTag("es-ES");

    private SpokenLanguage() {}

    /// What `--lang` said, null when it was not given.
    ///
    /// @throws FilonException when we do not speak it
    static Locale of(@Nullable String given) {
        if (given == null) {
            return of(new String[0]);
        }
        if (!spoken(given)) {
            throw new FilonException("lang.unknown", given);
        }
        return parse(given);
    }

    static Locale of(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return parse(arguments[i].substring("--lang=".length()));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return parse(arguments[i + 1]);
            }
        }
        return ofEnvironment(System.getenv("FILON_LANG"), System.getenv("LC_ALL"), System.getenv("LANG"));
    }

    /// `es`, `es-MX`, `es_MX.UTF-8`, `en`…; anything that is neither Spanish nor English is Spanish of Spain.
    static Locale parse(String tag) {
        Locale locale = Locale.forLanguageTag(tag.replaceAll("[.@].*", "").replace('_', '-'));
        return switch (locale.getLanguage()) {
            case "es" -> locale.getCountry().isEmpty() ? SPAIN : locale;
            case "en" -> locale.getCountry().isEmpty() ? Locale.US : locale;
            default -> SPAIN;
        };
    }

    /// Whether a tag names a language we speak.
    public static boolean spoken(String tag) {
        return tag.toLowerCase(Locale.ROOT).matches("(es|en)([-_.@].*)?");
    }

    private static Locale ofEnvironment(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && spoken(candidate)) {
                return parse(candidate);
            }
        }
        return SPAIN;
    }
}
