package io.filon.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The sentences of the product in one language: Spanish, with its regions, or English.
///
/// Sentences live in `io/filon/text/*.properties`, one bundle a subject, and are looked up by key across bundles.
/// Spanish is the root bundle, so a key missing in another language is said in Spanish, never dropped. A region that
/// only uses other words (*costo* for *coste*) lists them in `region_es_MX.properties`; every sentence follows.
public final class Messages {

    /// One bundle a subject, so that no file grows without end.
    static final List<String> BUNDLES = List.of(
            "problems",
            "intake",
            "report",
            "rule",
            "rulesay",
            "cli",
            "apart",
            "accounts",
            "value",
            "discover",
            "segment",
            "hidden",
            "market",
            "niche",
            "behaviour",
            "icp",
            "priority",
            "fit",
            "jobs",
            "message",
            "copy");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final List<ResourceBundle> bundles;
    private final RegionalWords words;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundles = BUNDLES.stream()
                .map(name -> ResourceBundle.getBundle("io.filon.text." + name, locale, NO_FALLBACK))
                .toList();
        this.words = RegionalWords.of(ResourceBundle.getBundle("io.filon.text.region", locale, NO_FALLBACK));
    }

    public static Messages of(Locale locale) {
        return new Messages(locale);
    }

    public Locale locale() {
        return locale;
    }

    /// The sentence under `key`, filled in. Numbers are written as the locale does.
    ///
    /// @throws MissingResourceException when no bundle has the key: our mistake, found by tests
    public String say(String key, Object... values) {
        // MessageFormat reads a lone apostrophe as a quote; our sentences are prose, so it is doubled here.
        return new MessageFormat(pattern(key).replace("'", "''"), locale).format(values);
    }

    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    private String pattern(String key) {
        String pattern = bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseThrow(() -> new MissingResourceException("no sentence '" + key + "'", "Messages", key))
                .getString(key);
        return words.in(pattern);
    }
}
