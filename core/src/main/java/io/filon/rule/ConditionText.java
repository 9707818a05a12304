package io.filon.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The short text after a fact's name: `> 0`, `100 .. 500`, `known`, `Madrid`.
///
/// | text | condition |
/// |---|---|
/// | `known`, `unknown` | whether the fact is known |
/// | `= x`, `!= x`, `< x`, `<= x`, `> x`, `>= x` | comparison; `≠`, `≤`, `≥`, `<>` and `==` are read too |
/// | `a .. b` | between, both ends included |
/// | anything else | equal to it |
final class ConditionText {

    private static final String KNOWN = "known";
    private static final String UNKNOWN = "unknown";

    /// Longer signs first, so that `>=` is not read as `>`.
    private static final Map<String, Operator> SIGNS = signs();

    private ConditionText() {}

    /// Nothing when a constant is missing: empty text, `>`, `1 ..`.
    static Optional<Rule> read(String fact, String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.equals(KNOWN)) {
            return Optional.of(new Rule.Known(fact));
        }
        if (text.equals(UNKNOWN)) {
            return Optional.of(new Rule.Not(new Rule.Known(fact)));
        }
        for (Map.Entry<String, Operator> sign : SIGNS.entrySet()) {
            if (text.startsWith(sign.getKey())) {
                String value = text.substring(sign.getKey().length()).strip();
                return value.isEmpty() ? Optional.empty() : Optional.of(new Rule.Compare(fact, sign.getValue(), value));
            }
        }
        return text.contains("..") ? between(fact, text) : Optional.of(new Rule.Compare(fact, Operator.IS, text));
    }

    private static Optional<Rule> between(String fact, String text) {
        String[] bounds = text.split("\\.\\.", -1);
        if (bounds.length != 2 || bounds[0].isBlank() || bounds[1].isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Rule.Between(fact, bounds[0].strip(), bounds[1].strip()));
    }

    /// As short as it can be read back.
    static String write(Rule.Compare compare) {
        String signed = compare.operator().written() + " " + compare.value();
        if (compare.operator() != Operator.IS) {
            return signed;
        }
        boolean bareReads =
                read(compare.fact(), compare.value()).filter(compare::equals).isPresent();
        return bareReads ? compare.value() : signed;
    }

    static String write(Rule.Between between) {
        return between.low() + " .. " + between.high();
    }

    static String writeKnown(boolean known) {
        return known ? KNOWN : UNKNOWN;
    }

    private static Map<String, Operator> signs() {
        Map<String, Operator> signs = new LinkedHashMap<>();
        signs.put(">=", Operator.AT_LEAST);
        signs.put("<=", Operator.AT_MOST);
        signs.put("!=", Operator.IS_NOT);
        signs.put("<>", Operator.IS_NOT);
        signs.put("==", Operator.IS);
        signs.put("≥", Operator.AT_LEAST);
        signs.put("≤", Operator.AT_MOST);
        signs.put("≠", Operator.IS_NOT);
        signs.put(">", Operator.ABOVE);
        signs.put("<", Operator.BELOW);
        signs.put("=", Operator.IS);
        return signs;
    }
}
