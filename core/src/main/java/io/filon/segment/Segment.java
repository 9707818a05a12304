package io.filon.segment;

import static io.filon.problem.Require.require;

import io.filon.rule.NamedRule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;

/// A named group of customers, and the rule that says who belongs.
///
/// @param key   what commands and JSON call it: the name of its file without `.yaml`, or ours
/// @param about one sentence, possibly empty
public record Segment(String key, Origin origin, Label name, Label about, CheckedRule rule) {

    public Segment {
        require(!key.isBlank(), "a segment needs a key");
    }

    /// The rule alone as text, references to other segments written out: two segments with the same text have the same
    /// members.
    public String definition() {
        return RuleYaml.print(new NamedRule(key, rule.rule()));
    }
}
