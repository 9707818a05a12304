package io.filon.discovery.table;

import io.filon.discovery.confirm.Finding;
import io.filon.discovery.search.Condition;
import io.filon.rule.NamedRule;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A finding in the segment language, with the column's names as facts.
public final class SegmentRule {

    private SegmentRule() {}

    public static NamedRule of(Finding finding, String name) {
        List<Rule> rules = new ArrayList<>();
        finding.conditions().forEach(condition -> rules.addAll(rules(condition)));
        return new NamedRule(name, rules.size() == 1 ? rules.getFirst() : new Rule.All(rules));
    }

    private static List<Rule> rules(Condition condition) {
        String fact = fact(condition.attribute());
        return switch (condition) {
            case Condition.Is(String _, String value) ->
                List.of(io.filon.rule.Condition.compare(fact, Operator.IS, value.strip()));
            case Condition.AtMost(String _, double bound) -> List.of(compare(fact, Operator.AT_MOST, bound));
            case Condition.Above(String _, double bound) -> List.of(compare(fact, Operator.ABOVE, bound));
            case Condition.Within(String _, double low, double high) ->
                List.of(compare(fact, Operator.ABOVE, low), compare(fact, Operator.AT_MOST, high));
            case Condition.NotStated _ -> List.of(new Rule.Not(io.filon.rule.Condition.known(fact)));
        };
    }

    private static Rule compare(String fact, Operator operator, double bound) {
        return io.filon.rule.Condition.compare(fact, operator, Condition.number(bound));
    }

    /// `Lead Source` as `lead_source`: how the language names facts.
    static String fact(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return plain.matches("[a-z].*") && !Rule.WORDS.contains(plain) ? plain : "column_" + plain;
    }
}
