package io.filon.rule.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.NamedRule;
import io.filon.rule.RandomConditions;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.reference.History;
import io.filon.rule.reference.ReferenceEvaluator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Histories so long that what is old is dropped many times over; agreement on short ones once hid that entries which
/// had been put in their place late were dropped wrongly.
class LogCompactionTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    private final List<History.Event> arrived = new ArrayList<>();

    @Test
    void late_entries_are_neither_lost_nor_kept_too_long_when_old_ones_are_dropped() {
        agree(
                Duration.ofHours(30),
                "{did: Order Completed, times: '>= 4', window: {last: 30 days}}",
                "{sum: revenue, of: Order Completed, window: {last: 7 days}, is: '> 30'}",
                "{did: Product Viewed, times: 0, window: {last: 3 days}}",
                "{share: {channel: app}, of: Product Viewed, window: {last: 14 days}, is: '>= 50 %'}");
    }

    @Test
    void of_matches_that_follow_one_another_without_a_gap_none_is_lost() {
        agree(
                Duration.ofHours(5),
                "{sequence: [{did: Product Added}, {not: Order Completed, within: 24 hours}], times: '>= 2',"
                        + " window: {last: 3 days}}",
                "{sequence: [{did: Product Viewed}, {did: Product Added, within: 12 hours}], same: cart_id,"
                        + " times: '> 1', window: {last: 2 days}}",
                "{sequence: [{did: Product Added}, {did: Product Viewed, within: 2 days}], times: 1,"
                        + " window: {last: 1 day}}");
    }

    @Test
    void steps_that_another_claim_keeps_for_ever_are_no_chain_of_matches() {
        agree(
                Duration.ofHours(9),
                "{sequence: [{did: Product Added}, {did: Order Completed, within: 24 hours}], times: '>= 2',"
                        + " window: {last: 4 days}}",
                "{did: Order Completed, times: '>= 200'}");
    }

    private void agree(Duration usualGap, String... conditions) {
        List<CheckedRule> rules = new ArrayList<>();
        for (String condition : conditions) {
            NamedRule named = RuleYaml.parse("{name: x%d, rule: %s}".formatted(rules.size(), condition));
            rules.add(CheckedRule.check(named, RandomConditions.CATALOGUE));
        }
        LiveSegments live = new LiveSegments(LiveRules.of(rules, MADRID), _ -> history(), _ -> {});
        Instant now = Instant.parse("2023-01-01T00:00:00Z");
        live.add("ana", now);
        for (int i = 0; i < 1_500; i++) {
            now = now.plusSeconds(1 + random.nextLong(2 * usualGap.toSeconds()));
            Instant occurred = random.nextInt(4) == 0 ? now.minusSeconds(random.nextLong(7 * 86_400)) : now;
            live.advance(now);
            History.Event event = event("e" + i, occurred);
            arrived.add(event);
            live.accept("ana", event, now);
            if (i % 5 == 0) {
                compare(live, rules, now);
            }
        }
    }

    private void compare(LiveSegments live, List<CheckedRule> rules, Instant now) {
        ReferenceEvaluator reference = new ReferenceEvaluator(List.of(history()), MADRID);
        for (CheckedRule rule : rules) {
            assertThat(live.answer("ana", rule.name()).holds())
                    .as("%s at %s, after %d events", rule.rule(), now, arrived.size())
                    .isEqualTo(!reference.members(rule, now).isEmpty());
        }
    }

    private History history() {
        return new History("ana", "", "", List.of(), arrived, List.of());
    }

    private History.Event event(String id, Instant at) {
        List<String> names = List.of("Order Completed", "Product Added", "Product Added", "Product Viewed");
        String name = names.get(random.nextInt(names.size()));
        Map<String, Object> properties = Map.of(
                "cart_id",
                "k" + random.nextInt(3),
                "channel",
                random.nextBoolean() ? "app" : "web",
                "revenue",
                BigDecimal.valueOf(random.nextInt(1, 20)));
        return new History.Event(id, name, at, properties, List.of());
    }
}
