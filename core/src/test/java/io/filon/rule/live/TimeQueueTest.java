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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// People who did something in a year, changes of the clocks included, and then nothing: time alone moves them.
class TimeQueueTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant QUIET = START.plus(Duration.ofDays(365));
    private static final Instant END = QUIET.plus(Duration.ofDays(400));
    private static final int PEOPLE = 60;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    private final List<History> people =
            IntStream.range(0, PEOPLE).mapToObj(this::person).toList();
    private final List<CheckedRule> rules = new ArrayList<>();

    TimeQueueTest() {
        for (String rule : List.of(
                "{did: Order Completed, times: '>= 2', window: {last: 90 days}}",
                "{did: Order Completed, times: 0, window: {last: 3 months}}",
                "{sum: revenue, of: Order Completed, window: {last: 180 days}, is: '> 30'}",
                "{share: {channel: app}, of: Order Completed, window: {last: 26 weeks}, is: '>= 50 %'}",
                "{sequence: [{did: Product Added}, {not: Order Completed, within: 24 hours}], same: cart_id,"
                        + " window: {last: 30 days}}")) {
            NamedRule named = RuleYaml.parse("{name: x%d, rule: %s}".formatted(rules.size(), rule));
            rules.add(CheckedRule.check(named, RandomConditions.CATALOGUE));
        }
    }

    @Test
    void who_leaves_by_time_leaves_at_the_instant_however_long_nobody_looked() {
        List<Change> changes = new ArrayList<>();
        LiveSegments live = live(changes);

        live.advance(END);

        assertThat(changes).hasSizeGreaterThan(3 * PEOPLE).isSortedAccordingTo(Comparator.comparing(Change::at));
        for (Change change : changes) {
            assertThat(change.reason()).isEqualTo(Change.Reason.TIME);
            assertThat(isMember(change, change.at())).as("%s", change).isEqualTo(change.entered());
            assertThat(isMember(change, change.at().minusNanos(1000)))
                    .as("just before %s", change)
                    .isEqualTo(!change.entered());
        }
    }

    @Test
    void it_makes_no_difference_how_often_time_is_told() {
        List<Change> once = new ArrayList<>();
        live(once).advance(END);
        List<Change> often = new ArrayList<>();
        LiveSegments live = live(often);
        for (Instant now = QUIET; now.isBefore(END); now = now.plus(Duration.ofHours(7))) {
            live.advance(now);
        }
        live.advance(END);

        assertThat(often).isEqualTo(once);
    }

    /// With the year behind it.
    private LiveSegments live(List<Change> changes) {
        LiveSegments live = new LiveSegments(LiveRules.of(rules, MADRID), this::history, changes::add);
        people.forEach(person -> live.add(person.customerId(), QUIET));
        changes.clear();
        return live;
    }

    private boolean isMember(Change change, Instant at) {
        CheckedRule rule = rules.get(Integer.parseInt(change.rule().substring(1)));
        return !new ReferenceEvaluator(List.of(history(change.customerId())), MADRID)
                .members(rule, at)
                .isEmpty();
    }

    private History history(String id) {
        return people.get(Integer.parseInt(id));
    }

    private History person(int number) {
        List<History.Event> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = i % 3 == 0 ? "Product Added" : "Order Completed";
            Instant at = START.plus(Duration.ofSeconds(random.nextLong(365 * 86_400L)));
            Map<String, Object> properties = Map.of(
                    "cart_id",
                    "k" + random.nextInt(5),
                    "channel",
                    random.nextBoolean() ? "app" : "web",
                    "revenue",
                    BigDecimal.valueOf(random.nextInt(1, 20)));
            events.add(new History.Event("e" + i, name, at, properties, List.of()));
        }
        return new History(Integer.toString(number), "", "", List.of(), events, List.of());
    }
}
