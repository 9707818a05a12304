package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.check.CheckedRule;
import io.filon.rule.reference.History;
import io.filon.rule.reference.ReferenceEvaluator;
import io.filon.rule.sql.FactTable;
import io.filon.rule.sql.RuleSql;
import io.filon.store.DuckStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// One rule, two ways to its members: the store and plain Java must agree.
class RuleAgreementTest {

    private static final int BASES = 60;
    private static final int RULES_A_BASE = 20;

    record Member(String customerId) {}

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void sql_and_reference_find_the_same_members_of_generated_rules() {
        Set<Boolean> someAndNone = new HashSet<>();
        for (long seed = 0; seed < BASES; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            RandomRules cases = new RandomRules(random);
            List<History> customers = cases.customers();
            FactTable.load(store, RandomRules.CATALOGUE, customers);
            ReferenceEvaluator reference = new ReferenceEvaluator(customers, ZoneOffset.UTC);
            for (int i = 0; i < RULES_A_BASE; i++) {
                Rule rule = cases.rule(random.nextInt(5));
                CheckedRule checked = CheckedRule.check(rule, RandomRules.CATALOGUE);
                List<String> expected = reference.members(checked, Instant.EPOCH);
                someAndNone.add(expected.isEmpty());
                assertThat(members(checked))
                        .as("seed %d, rule %d: %s\n%s", seed, i, rule, RuleSql.members(checked))
                        .isEqualTo(expected);
            }
        }
        assertThat(someAndNone).containsExactlyInAnyOrder(true, false);
    }

    private List<String> members(CheckedRule rule) {
        return store.query(RuleSql.members(rule), Member.class).stream()
                .map(Member::customerId)
                .toList();
    }
}
