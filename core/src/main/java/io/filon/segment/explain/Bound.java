package io.filon.segment.explain;

import io.filon.rule.FactType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The number a condition compares with, read from its text: `>= 2`, `100 .. 500`, `10 %`.
///
/// @param low    the value has to be at least this, or over it when `strict`; null for no lower bound
/// @param high   at most this, or under it
/// @param strict whether the bound itself is outside
record Bound(@Nullable BigDecimal low, @Nullable BigDecimal high, boolean strict) {

    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?(?: ?%)?)";
    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|=|==|≥|≤)? *" + NUMBER);
    private static final Pattern BETWEEN = Pattern.compile(NUMBER + " *\\.\\. *" + NUMBER);

    /// Nothing when the text does not compare with a number.
    static Optional<Bound> parse(String text, FactType type) {
        if (!type.isNumeric()) {
            return Optional.empty();
        }
        Matcher between = BETWEEN.matcher(text.strip());
        if (between.matches()) {
            return Optional.of(new Bound(number(between.group(1)), number(between.group(2)), false));
        }
        Matcher compared = COMPARED.matcher(text.strip());
        if (!compared.matches()) {
            return Optional.empty();
        }
        BigDecimal bound = number(compared.group(2));
        boolean whole = type == FactType.COUNT; // over 2 orders is 3 or more
        String sign = compared.group(1) == null ? "=" : compared.group(1);
        return Optional.of(
                switch (sign) {
                    case ">=", "≥" -> new Bound(bound, null, false);
                    case ">" ->
                        whole ? new Bound(bound.add(BigDecimal.ONE), null, false) : new Bound(bound, null, true);
                    case "<=", "≤" -> new Bound(null, bound, false);
                    case "<" ->
                        whole ? new Bound(null, bound.subtract(BigDecimal.ONE), false) : new Bound(null, bound, true);
                    default -> new Bound(bound, bound, false);
                });
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text.replace("%", "").strip());
        return text.endsWith("%") ? number.movePointLeft(2) : number;
    }

    /// What would have to be added to a value so that it meets the bound; 0 when it does, or lies on a strict one.
    BigDecimal distance(BigDecimal value) {
        if (low != null && value.compareTo(low) < 0) {
            return low.subtract(value);
        }
        if (high != null && value.compareTo(high) > 0) {
            return high.subtract(value);
        }
        return BigDecimal.ZERO;
    }
}
