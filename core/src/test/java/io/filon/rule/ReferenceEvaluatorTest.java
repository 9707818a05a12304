package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.reference.History;
import io.filon.rule.reference.ReferenceEvaluator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceEvaluatorTest {

    private static final List<History> BASE = List.of(
            customer("ann", Map.of("orders_12m", 5, "present_whole_window", true)),
            customer("bea", Map.of("orders_12m", 3, "present_whole_window", true)),
            customer("cid", Map.of("orders_12m", 3, "present_whole_window", true)),
            customer("dan", Map.of("orders_12m", 1L, "present_whole_window", false)),
            customer("eva", Map.of()));

    @Test
    void an_unknown_fact_satisfies_no_comparison_but_its_negation() {
        assertThat(members("{orders_12m: '!= 3'}")).containsExactly("ann", "dan");
        assertThat(members("{not: {orders_12m: 3}}")).containsExactly("ann", "dan", "eva");
        assertThat(members("{orders_12m: unknown}")).containsExactly("eva");
    }

    @Test
    void a_tie_at_the_cut_is_not_broken() {
        // Four customers have the fact known: half of them are two places, and bea and cid share the second.
        assertThat(members("{top: {fact: orders_12m, share: 50 %}}")).containsExactly("ann", "bea", "cid");
        assertThat(members("{top: {fact: orders_12m, share: 25 %}}")).containsExactly("ann");
        assertThat(members("{top: {fact: orders_12m, share: 0.0001 %}}")).containsExactly("ann");
        assertThat(members("{top: {fact: orders_12m, share: 100 %}}")).containsExactly("ann", "bea", "cid", "dan");
    }

    @Test
    void a_share_is_taken_among_the_customers_of_another_rule() {
        assertThat(members("{top: {fact: orders_12m, share: 100 %, among: {present_whole_window: false}}}"))
                .containsExactly("dan");
        assertThat(members("{top: {fact: orders_12m, share: 100 %, among: {city: Madrid}}}"))
                .isEmpty();
    }

    private static List<String> members(String rule) {
        NamedRule parsed = RuleYaml.parse("{name: x, rule: %s}".formatted(rule));
        return new ReferenceEvaluator(BASE, ZoneOffset.UTC)
                .members(
                        CheckedRule.check(parsed.rule(), RandomRules.CATALOGUE), Instant.parse("2026-11-22T12:00:00Z"));
    }

    private static History customer(String id, Map<String, Object> facts) {
        return History.ofFacts(id, facts);
    }
}
