package io.filon.discovery.block;

import java.util.Locale;

/// What is known of customers, by how it came to be known.
public enum Block {
    /// Who and where somebody is.
    DEMOGRAPHY,
    /// What somebody said: answers, preferences.
    DECLARED,
    /// What somebody did on site or in the app, purchases left out.
    BROWSING,
    /// What somebody bought.
    PURCHASES;

    /// As the tables have it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Block of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
