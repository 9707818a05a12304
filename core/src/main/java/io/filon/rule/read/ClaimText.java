package io.filon.rule.read;

import io.filon.rule.Claim;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The short text of a claim, what stands after a fact's name: `> 0`, `100 .. 500`, `known`, `Madrid`.
///
/// | text | claim |
/// |---|---|
/// | `known` | it is known; `unknown`, the opposite, is for [RuleReader] |
/// | `= x`, `!= x`, `< x`, `<= x`, `> x`, `>= x` | comparison; `≠`, `≤`, `≥`, `<>` and `==` are read too |
/// | `a .. b` | between, both ends included |
/// | anything else | equal to it |
final class ClaimText {

    static final String KNOWN = "known";
    static final String UNKNOWN = "unknown";

    /// Longer signs first, so that `>=` is not read as `>`.
    private static final Map<String, Operator> SIGNS = signs();

    private ClaimText() {}

    /// Nothing when a constant is missing: empty text, `>`, `1 ..`.
    static Optional<Claim> read(String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.equals(KNOWN)) {
            return Optional.of(new Claim.Known());
        }
        for (Map.Entry<String, Operator> sign : SIGNS.entrySet()) {
            if (text.startsWith(sign.getKey())) {
                String value = text.substring(sign.getKey().length()).strip();
                return value.isEmpty() ? Optional.empty() : Optional.of(compare(sign.getValue(), value));
            }
        }
        if (text.contains("..")) {
            return between(text);
        }
        return text.equals(UNKNOWN) ? Optional.empty() : Optional.of(compare(Operator.IS, text));
    }

    private static Claim compare(Operator operator, String constant) {
        return new Claim.Compare(operator, new Operand.Constant(constant));
    }

    private static Optional<Claim> between(String text) {
        String[] bounds = text.split("\\.\\.", -1);
        if (bounds.length != 2 || bounds[0].isBlank() || bounds[1].isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Claim.Between(bounds[0].strip(), bounds[1].strip()));
    }

    /// As short as it can be read back.
    static String write(Operator operator, String constant) {
        String signed = operator.written() + " " + constant;
        if (operator != Operator.IS) {
            return signed;
        }
        boolean bareReads =
                read(constant).filter(compare(operator, constant)::equals).isPresent();
        return bareReads ? constant : signed;
    }

    static String write(Claim.Between between) {
        return between.low() + " .. " + between.high();
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
