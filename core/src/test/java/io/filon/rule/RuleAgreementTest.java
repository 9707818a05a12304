package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
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
            List<CustomerFacts> customers = cases.customers();
            load(customers);
            ReferenceEvaluator reference = new ReferenceEvaluator(customers);
            for (int i = 0; i < RULES_A_BASE; i++) {
                Rule rule = cases.rule(random.nextInt(5));
                CheckedRule checked = CheckedRule.check(rule, RandomRules.CATALOGUE);
                List<String> expected = reference.members(checked);
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

    private void load(List<CustomerFacts> customers) {
        store.run(Sql.of("create or replace table customer_facts (customer_id varchar, "
                + RandomRules.CATALOGUE.facts().stream()
                        .map(fact -> fact.column() + " " + columnType(fact.type()))
                        .collect(Collectors.joining(", "))
                + ")"));
        if (!customers.isEmpty()) {
            store.run(Sql.of("insert into customer_facts values ")
                    .then(Sql.join(
                            customers.stream().map(RuleAgreementTest::row).toList(), ", ")));
        }
    }

    private static Sql row(CustomerFacts customer) {
        List<Sql> cells = new ArrayList<>(List.of(Sql.of("?", customer.customerId())));
        for (Fact fact : RandomRules.CATALOGUE.facts()) {
            Optional<Object> value = customer.value(fact);
            cells.add(value.map(known -> Sql.of("?", known)).orElse(Sql.of("null")));
        }
        return Sql.of("(").then(Sql.join(cells, ", ")).then(Sql.of(")"));
    }

    /// As the tables of a workspace have them.
    private static String columnType(FactType type) {
        return switch (type) {
            case MONEY -> "decimal(18, 4)";
            case COUNT -> "bigint";
            case SHARE, DAYS, NUMBER -> "double";
            case TEXT -> "varchar";
            case FLAG -> "boolean";
            case DATE -> "date";
        };
    }
}
