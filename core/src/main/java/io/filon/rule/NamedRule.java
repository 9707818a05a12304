package io.filon.rule;

import static io.filon.problem.Require.require;

/// A segment as its file holds it: what people call it, and who belongs.
public record NamedRule(String name, Rule rule) {

    public NamedRule {
        require(
                !name.isBlank() && name.equals(name.strip()),
                "a segment's name '%s' must be text without margins",
                name);
    }
}
