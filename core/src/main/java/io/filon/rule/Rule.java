package io.filon.rule;

import static io.filon.problem.Require.require;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/// Who belongs to a segment, as somebody wrote it: names and constants are text until [CheckedRule#check] has looked
/// them up.
///
/// A comparison with a fact that is not known is false, `!=` included; `not` of it is therefore true.
public sealed interface Rule {

    /// Words of the language where a fact's name may stand too.
    Set<String> WORDS = Set.of("all", "any", "none", "not", "top");

    /// Every customer of the base.
    record Everyone() implements Rule {}

    /// `orders_12m: ">= 2"`; whatever is compared must be known.
    ///
    /// @param value the constant as written: `2`, `12.50`, `10 %`, `2026-01-31`, `true`, `Madrid`
    record Compare(String fact, Operator operator, String value) implements Rule {
        public Compare {
            requireFact(fact);
            requireConstant(value);
        }
    }

    /// `net_12m: 100 .. 500`, both ends included.
    record Between(String fact, String low, String high) implements Rule {
        public Between {
            requireFact(fact);
            requireConstant(low);
            requireConstant(high);
            require(!(low + high).contains(".."), "a bound (%s, %s) must not contain '..'", low, high);
        }
    }

    /// `channel: [web, store]`.
    record In(String fact, List<String> values) implements Rule {
        public In {
            requireFact(fact);
            values = List.copyOf(values);
            require(!values.isEmpty(), "the list for %s must not be empty", fact);
            values.forEach(Rule::requireConstant);
        }
    }

    /// `birth_on: known`; the opposite is written `birth_on: unknown` and is [Not] of this.
    record Known(String fact) implements Rule {
        public Known {
            requireFact(fact);
        }
    }

    record All(List<Rule> rules) implements Rule {
        public All {
            rules = List.copyOf(rules);
            require(!rules.isEmpty(), "'all' needs at least one rule");
        }
    }

    /// At least one holds. `none: […]` is [Not] of this.
    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = List.copyOf(rules);
            require(!rules.isEmpty(), "'any' needs at least one rule");
        }
    }

    record Not(Rule rule) implements Rule {}

    /// The customers with the highest values of a fact, among those for whom another rule holds.
    ///
    /// Of the `n` customers in `among` whose fact is known, the first `k = ceil(share × n)` by value belong,
    /// and with them everybody whose value equals the k-th: a tie is never cut by chance, so there may be more than
    /// `k`.
    ///
    /// @param share over 0, up to 1, at most six decimals (a ten-thousandth of a percent)
    record Top(String fact, BigDecimal share, Rule among) implements Rule {
        public Top {
            requireFact(fact);
            share = share.stripTrailingZeros();
            require(isShare(share), "share (%s) must be over 0, at most 1, with up to six decimals", share);
        }

        static boolean isShare(BigDecimal share) {
            return share.signum() > 0
                    && share.compareTo(BigDecimal.ONE) <= 0
                    && share.stripTrailingZeros().scale() <= 6;
        }
    }

    private static void requireFact(String fact) {
        require(!fact.isBlank(), "a condition needs the name of a fact");
        require(!WORDS.contains(fact), "'%s' is a word of the language and cannot name a fact", fact);
    }

    private static void requireConstant(String value) {
        require(
                !value.isEmpty() && value.equals(value.strip()),
                "the constant '%s' must be text without margins",
                value);
    }
}
