package io.filon.rule.sql;

import io.filon.rule.FactType;
import io.filon.store.Sql;

/// An expression with the type of its values; SQL's null where there is none to tell.
record Value(FactType type, Sql sql) {

    static Value of(FactType type, String sql) {
        return new Value(type, Sql.of(sql));
    }

    /// As a `double`, which is how values of two kinds compare.
    Sql number() {
        return Sql.of("cast(").then(sql).then(Sql.of(" as double)"));
    }
}
