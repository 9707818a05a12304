package io.filon.rule.sql;

import io.filon.rule.FactType;
import io.filon.store.Sql;

/// An expression with the type of its values; SQL's null where there is none to tell.
record Value(FactType type, Sql sql) {

    static Value of(FactType type, String sql) {
        return new Value(type, Sql.of(sql));
    }

    /// A value kept as text; what cannot be read is not known. Lists are kept as JSON, places as `latitude,longitude`.
    static String read(String text, FactType type) {
        return switch (type) {
            case TEXT, LIST, PLACE -> text;
            case MONEY -> cast(text, "decimal(18, 4)");
            case COUNT -> cast(text, "bigint");
            case NUMBER, SHARE, DAYS -> cast(text, "double");
            case FLAG -> cast(text, "boolean");
            case DATE -> cast(text, "date");
            case INSTANT -> cast(text, "timestamp with time zone");
        };
    }

    private static String cast(String text, String type) {
        return "try_cast(%s as %s)".formatted(text, type);
    }

    /// As a `double`, which is how values of two kinds compare.
    Sql number() {
        return Sql.of("cast(").then(sql).then(Sql.of(" as double)"));
    }
}
