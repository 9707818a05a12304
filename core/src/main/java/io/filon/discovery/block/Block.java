package io.filon.discovery.block;

import java.util.Locale;

/// What is known of customers, by how it came to be known.
public enum Block {
    /// Who and where somebody is.
    DEMOGRAPHY(0),
    /// What somebody said: answers, preferences.
    DECLARED(1),
    /// What somebody did on site or in the app, purchases left out.
    BROWSING(2),
    /// What somebody bought.
    PURCHASES(3);

    private final int part;

    Block(int part) {
        this.part = part;
    }

    /// Its number among the parts of the columns.
    int part() {
        return part;
    }

    /// As the tables have it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Block of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
