package io.filon.discovery.lens;

import io.filon.store.Sql;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// From where customers are looked at: what may be known of them by then, and what is counted after.
public enum Lens {
    /// Whom to look for, from the first contact, buyers or not.
    ATTRACT_CONTACT("contact"),
    /// Whom to look for, from the first order: what comes after it.
    ATTRACT_ORDER("contact", "order"),
    /// In whom to invest, from a day on.
    GROW("contact", "order", "later");

    /// The moments up to which something was known, as SQL lists them.
    private final String knownAt;

    Lens(String... knownAt) {
        this.knownAt = Stream.of(knownAt).map(Sql::literal).collect(Collectors.joining(", "));
    }

    /// As the tables have it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What was known by then in words: a select in brackets.
    String words() {
        String jobs = this == GROW
                ? " union all select customer_id, attribute, false as named, value, false as spoken from jobs_before"
                : "";
        return this == ATTRACT_CONTACT
                ? "(select customer_id, attribute, named, value, false as spoken from contact_traits)"
                : "(select customer_id, attribute, named, value, spoken from known_before where evidence <> 'undated' "
                        + "and known_at in (" + knownAt + ")" + jobs + ")";
    }

    /// What was known by then in numbers: a select in brackets.
    String numbers() {
        return "(select customer_id, attribute, named, number from lens_numbers where known_at in (" + knownAt + "))";
    }

    public boolean attracts() {
        return this != GROW;
    }

    /// The table of its customers, with what the rules found ask.
    public String table() {
        return id() + "_customers";
    }
}
