package io.filon.rule.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.problem.FilonException;
import io.filon.rule.NamedRule;
import io.filon.rule.RandomConditions;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.reference.History;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LiveSegmentsTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private final List<History.Event> arrived = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    @Test
    void an_abandoned_basket_enters_and_leaves_at_the_instant_with_nothing_happening() {
        LiveSegments live = live("{sequence: [{did: Product Added}, {not: Order Completed, within: 24 hours}],"
                + " same: cart_id, window: {last: 2 days}}");
        happen(live, "a", "Product Added", "2024-05-01T10:00:00Z");

        live.advance(Instant.parse("2024-05-10T00:00:00Z"));

        assertThat(changes)
                .containsExactly(
                        new Change("ana", "x", true, Instant.parse("2024-05-02T10:00:00Z"), Change.Reason.TIME, ""),
                        new Change("ana", "x", false, Instant.parse("2024-05-03T10:00:00Z"), Change.Reason.TIME, ""));
    }

    @Test
    void who_has_done_nothing_is_in_a_rule_of_zero_times() {
        LiveSegments live = live("{did: Order Completed, times: 0}");

        assertThat(live.answer("ana", "x").holds()).isTrue();
    }

    @Test
    void an_event_that_arrives_twice_counts_once() {
        LiveSegments live = live("{did: Product Added, times: \">= 2\"}");
        happen(live, "a", "Product Added", "2024-05-01T10:00:00Z");
        happen(live, "a", "Product Added", "2024-05-01T10:00:00Z");

        assertThat(live.answer("ana", "x").holds()).isFalse();
    }

    @Test
    void what_arrives_together_changes_the_same_as_one_after_another() {
        String rule = "{any: [{did: Order Completed, times: \">= 2\", window: {last: 3 days}},"
                + " {sequence: [{did: Product Added}, {not: Order Completed, within: 24 hours}], same: cart_id,"
                + " window: {last: 2 days}}]}";
        List<LiveSegments.Arrival> arrivals = arrivals();
        LiveSegments alone = live(rule);
        arrivals.forEach(arrival -> alone.accept(arrival.customerId(), arrival.event(), arrival.now()));
        List<Change> expected = List.copyOf(changes);
        changes.clear();

        live(rule).accept(arrivals);

        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(changes).isEqualTo(expected);
    }

    /// Of two hundred people in a month, some of it late, some more than a week, some twice.
    private static List<LiveSegments.Arrival> arrivals() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        Instant now = Instant.parse("2024-05-01T00:00:00Z");
        List<LiveSegments.Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            now = now.plusSeconds(random.nextInt(2_000));
            Instant occurred = random.nextInt(10) > 0 ? now : now.minus(Duration.ofHours(random.nextInt(300)));
            String name = random.nextBoolean() ? "Product Added" : "Order Completed";
            Map<String, Object> properties = Map.of("cart_id", "k" + random.nextInt(3));
            History.Event event = new History.Event("e" + random.nextInt(1_900), name, occurred, properties, List.of());
            arrivals.add(new LiveSegments.Arrival("p" + random.nextInt(200), event, now));
        }
        return arrivals;
    }

    @Test
    void a_place_among_others_is_refused_with_the_reason() {
        assertThatThrownBy(() -> live("{top: {fact: points, share: 10 %}}"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("compares each person with the others");
    }

    private LiveSegments live(String rule) {
        NamedRule named = RuleYaml.parse("{name: x, rule: %s}".formatted(rule));
        CheckedRule checked = CheckedRule.check(named, RandomConditions.CATALOGUE);
        LiveSegments live = new LiveSegments(
                LiveRules.of(List.of(checked), MADRID),
                id -> new History(id, "", "", List.of(), arrived, List.of()),
                changes::add);
        live.add("ana", Instant.parse("2024-05-01T00:00:00Z"));
        return live;
    }

    private void happen(LiveSegments live, String id, String name, String at) {
        Instant instant = Instant.parse(at);
        History.Event event = new History.Event(id, name, instant, Map.of("cart_id", "k1"), List.of());
        arrived.add(event);
        live.accept("ana", event, instant);
    }
}
