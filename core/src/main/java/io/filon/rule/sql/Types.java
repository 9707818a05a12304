package io.filon.rule.sql;

import io.filon.rule.FactType;

/// How values kept as text are read; what cannot be read is not known.
final class Types {

    private Types() {}

    static String read(String text, FactType type) {
        return switch (type) {
            case TEXT, LIST, PLACE -> text;
            case MONEY, COUNT, NUMBER, SHARE, DAYS, FLAG, DATE, INSTANT ->
                "try_cast(%s as %s)".formatted(text, column(type));
        };
    }

    /// Lists are kept as JSON, places as `latitude,longitude`.
    static String column(FactType type) {
        return switch (type) {
            case MONEY -> "decimal(18, 4)";
            case COUNT -> "bigint";
            case NUMBER, SHARE, DAYS -> "double";
            case FLAG -> "boolean";
            case DATE -> "date";
            case INSTANT -> "timestamp with time zone";
            case TEXT, LIST, PLACE -> "varchar";
        };
    }
}
