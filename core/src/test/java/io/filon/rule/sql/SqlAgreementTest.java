package io.filon.rule.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.NamedRule;
import io.filon.rule.RandomConditions;
import io.filon.rule.RandomHistories;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.reference.History;
import io.filon.rule.reference.ReferenceEvaluator;
import io.filon.store.DuckStore;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One rule, one history, one instant: the store and plain Java say the same, for generated rules of every family.
class SqlAgreementTest {

    static final List<ZoneId> ZONES = List.of(
            RandomHistories.BRAND,
            ZoneId.of("America/Mexico_City"),
            ZoneId.of("Asia/Tokyo"),
            ZoneId.of("Atlantic/Canary"));

    record Member(String customerId) {}

    record Moment(String momentId) {}

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    @Tag("slow")
    void agrees_with_the_reference_on_twenty_thousand_cases() {
        long cases = 0;
        for (long seed = 0; seed < Long.getLong("agreement.bases", 5); seed++) {
            cases += agree(seed, 100, Integer.getInteger("agreement.rules", 35));
        }
        assertThat(cases).isGreaterThanOrEqualTo(20_000);
    }

    @Test
    @Tag("study")
    void agrees_with_the_reference_on_a_million_cases() {
        long cases = 0;
        for (long seed = 1000; cases < Long.getLong("agreement.cases", 1_000_000); seed++) {
            cases += agree(seed, 500, 50);
        }
    }

    /// @return cases compared
    private long agree(long seed, int size, int rules) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<History> base = new RandomHistories(random).histories(size);
        new HistoryTables(store).load(base);
        new HistoryTables(store).moments(RandomHistories.INSTANTS);
        ReferenceEvaluator reference = new ReferenceEvaluator(base, RandomHistories.BRAND);
        long cases = 0;
        for (int i = 0; i < rules; i++) {
            Rule rule = new RandomConditions(random).rule(random.nextInt(4));
            CheckedRule checked = CheckedRule.check(new NamedRule("Loyal", rule), RandomConditions.CATALOGUE);
            Instant now = RandomHistories.INSTANTS.get(random.nextInt(RandomHistories.INSTANTS.size()));
            cases += i % 4 == 0
                    ? compareMoments(reference, checked, size, "seed %d, rule %d".formatted(seed, i))
                    : compare(reference, checked, now, i % 4 < 3, size, "seed %d, rule %d".formatted(seed, i));
        }
        return cases;
    }

    private int compare(
            ReferenceEvaluator reference, CheckedRule rule, Instant now, boolean numbered, int size, String which) {
        Asked plain = Asked.at(now, RandomHistories.BRAND, ZONES, Set.of());
        Asked asked = numbered ? plain.byNumber() : plain;
        List<String> members = store.query(RuleSql.members(rule, asked), Member.class).stream()
                .map(Member::customerId)
                .toList();
        assertThat(members)
                .as("%s at %s: %s\n%s", which, now, rule.rule(), RuleSql.members(rule, asked))
                .isEqualTo(reference.members(rule, now));
        assertThat(store.number(RuleSql.count(RuleSql.narrowing(rule, asked))))
                .as("%s at %s, counted", which, now)
                .isEqualTo(members.size());
        return size;
    }

    private int compareMoments(ReferenceEvaluator reference, CheckedRule rule, int size, String which) {
        Asked asked = Asked.ofMoments(RandomHistories.INSTANTS, RandomHistories.BRAND, ZONES, Set.of());
        List<String> expected = new ArrayList<>();
        for (Instant now : RandomHistories.INSTANTS) {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
            reference.members(rule, now).forEach(id -> expected.add(id + " " + micros));
        }
        List<String> members = store.query(RuleSql.members(rule, asked), Moment.class).stream()
                .map(Moment::momentId)
                .toList();
        assertThat(members)
                .as("%s at moments: %s\n%s", which, rule.rule(), RuleSql.members(rule, asked))
                .isEqualTo(expected.stream().sorted().toList());
        return size * RandomHistories.INSTANTS.size();
    }
}
