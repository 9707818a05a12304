package io.filon.message.declared;

import java.util.Locale;

/// How a text addresses who reads it, and so in which language.
public enum Register {
    USTED,
    TU,
    EN;

    /// A region's own words and numbers where the reader's language is that of the text: `es-MX` stays `es-MX`.
    public Locale locale(Locale reader) {
        String language = this == EN ? "en" : "es";
        if (reader.getLanguage().equals(language)) {
            return reader;
        }
        return this == EN ? Locale.US : Locale.forLanguageTag("es-ES");
    }

    public static Register usual(Locale reader) {
        return reader.getLanguage().equals("en") ? EN : USTED;
    }
}
