package io.filon.rule;

import static io.filon.problem.Require.require;

/// One thing a rule may ask of a customer.
///
/// Its name for people is `fact.<name>` in the message bundle `rule`; a flag has `fact.<name>.true` and `.false`
/// instead, and a count may have `fact.<name>.one` for the singular.
///
/// @param name   as rules write it, `orders_12m`; lower case
/// @param column of the catalogue's table. It becomes SQL text unquoted, which both engines read, so it is a plain
///     lower-case name
/// @param dated  whether earlier values are kept, with when and from where each was stated
public record Fact(String name, FactType type, String column, boolean dated) {

    public Fact {
        require(
                name.matches("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)?"),
                "fact name '%s' must be lower case, digits and _",
                name);
        require(!Rule.WORDS.contains(name), "'%s' is a word of the language and cannot name a fact", name);
        require(column.matches("[a-z][a-z0-9_]*"), "column '%s' must be lower case, digits and _", column);
    }

    public Fact(String name, FactType type, String column) {
        this(name, type, column, false);
    }

    /// A fact of which earlier values are kept; `consent.email` is the column `consent_email`.
    public static Fact dated(String name, FactType type) {
        return new Fact(name, type, name.replace('.', '_'), true);
    }

    /// A fact whose column has the same name.
    public static Fact of(String name, FactType type) {
        return new Fact(name, type, name);
    }
}
