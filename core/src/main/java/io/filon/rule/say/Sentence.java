package io.filon.rule.say;

import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.text.Formats;
import io.filon.text.Messages;

/// A rule as a marketer would say it, in Spanish or English: *Clientes que tienen al menos 2 pedidos en los
/// últimos 12 meses y están en el 10 % con mayor contribución.*
///
/// Every condition is a verb phrase, so negation and lists read naturally. Constants are written in full, never
/// rounded. All words come from the bundles; where we have none for a name of the catalogue, it is said as written.
public final class Sentence {

    private Sentence() {}

    /// @return one sentence with its full stop; or, where groups lie deep, its beginning and a list: lines that start
    ///     with a dash, two spaces deeper for each group
    public static String of(CheckedRule rule, Messages messages, Formats formats) {
        if (rule.rule() instanceof Rule.Everyone) {
            return messages.say("rule.all_customers");
        }
        return messages.say("rule.customers_who", clause(rule, messages, formats));
    }

    /// What customers do of whom the rule holds, without naming them: *tienen al menos 2 pedidos*.
    public static String clause(CheckedRule rule, Messages messages, Formats formats) {
        Voice voice = new Voice(rule, messages, formats);
        return new Layout(voice).whole(new Clauses(voice).node(rule.rule(), false));
    }
}
