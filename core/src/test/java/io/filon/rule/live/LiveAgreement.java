package io.filon.rule.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.NamedRule;
import io.filon.rule.RandomConditions;
import io.filon.rule.RandomHistories;
import io.filon.rule.Range;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.reference.History;
import io.filon.rule.reference.ReferenceEvaluator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Generated rules over generated histories that arrive piece by piece, asked live and of the reference: at arrivals,
/// between them, and exactly where the live reader said that time could change something.
final class LiveAgreement {

    private static final int CUSTOMERS = 6;
    private static final int RULES = 8;

    private final long seed;
    private final RandomGenerator random;
    private final List<CheckedRule> rules = new ArrayList<>();
    private final Arrivals arrivals;
    private final LiveSegments live;
    private final Map<String, Boolean> told = new HashMap<>();

    /// (rule, history, instant)
    long cases;

    long byTime;

    LiveAgreement(long seed) {
        this.seed = seed;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        while (rules.size() < RULES) {
            Rule rule = new RandomConditions(random).rule(random.nextInt(3));
            CheckedRule checked =
                    CheckedRule.check(new NamedRule("Loyal " + rules.size(), rule), RandomConditions.CATALOGUE);
            if (LiveRules.problems(checked).isEmpty()) {
                rules.add(checked);
            }
        }
        this.arrivals = new Arrivals(random, CUSTOMERS);
        this.live = new LiveSegments(LiveRules.of(rules, RandomHistories.BRAND), arrivals, this::changed);
    }

    private void changed(Change change) {
        String key = change.customerId() + " " + change.rule();
        assertThat(told.getOrDefault(key, false))
                .as("seed %d: %s", seed, change)
                .isEqualTo(!change.entered());
        told.put(key, change.entered());
        byTime += change.reason() == Change.Reason.TIME ? 1 : 0;
    }

    LiveAgreement run() {
        Instant now = Instant.parse("2023-01-01T00:00:00Z");
        for (History history : arrivals.base()) {
            live.add(history.customerId(), now);
        }
        for (Arrivals.Piece piece : arrivals.pieces) {
            if (random.nextInt(4) == 0) {
                between(now, piece.at());
            }
            now = piece.at();
            live.advance(now);
            arrivals.arrive(piece);
            Arrivals.tell(live, piece);
            if (random.nextInt(6) == 0) {
                compare(now);
            }
        }
        between(now, now.plus(800, ChronoUnit.DAYS));
        return this;
    }

    /// Wherever the live reader wakes, or anywhere.
    private void between(Instant from, Instant to) {
        Instant now = from;
        for (int i = 0; i < 3 && now.isBefore(to); i++) {
            Instant wake = live.nextWake();
            long room = ChronoUnit.MICROS.between(now, to);
            Instant next = random.nextBoolean() && wake.isBefore(to)
                    ? wake
                    : now.plus(random.nextLong(room), ChronoUnit.MICROS);
            if (next.isAfter(now) && next.isBefore(to)) {
                now = next;
                live.advance(now);
                compare(now);
            }
        }
    }

    private void compare(Instant now) {
        List<History> base = arrivals.base();
        ReferenceEvaluator reference = new ReferenceEvaluator(base, RandomHistories.BRAND);
        for (CheckedRule rule : rules) {
            Set<String> members = new HashSet<>(reference.members(rule, now));
            for (History history : base) {
                String id = history.customerId();
                Answer answer = live.answer(id, rule.name());
                assertThat(answer.holds())
                        .as("seed %d, %s at %s, %s\n%s\n%s", seed, id, now, answer, rule.rule(), history)
                        .isEqualTo(members.contains(id));
                assertThat(told.getOrDefault(id + " " + rule.name(), false)).isEqualTo(answer.holds());
                assertThat(answer.changesAt()).isAfter(now);
                cases++;
            }
            History one = base.get(random.nextInt(base.size()));
            constant(rule, one, now);
        }
    }

    /// Until the instant it names, the answer stays.
    private void constant(CheckedRule rule, History history, Instant now) {
        Answer answer = live.answer(history.customerId(), rule.name());
        boolean ever = !answer.changesAt().isBefore(Range.FOREVER);
        Instant end = ever ? now.plus(1500, ChronoUnit.DAYS) : answer.changesAt();
        long room = ChronoUnit.MICROS.between(now, end);
        for (long after : List.of(room - 1, random.nextLong(room), Math.min(room - 1, random.nextLong(1L << 42)))) {
            Instant then = now.plus(after, ChronoUnit.MICROS);
            assertThat(!new ReferenceEvaluator(List.of(history), RandomHistories.BRAND)
                            .members(rule, then)
                            .isEmpty())
                    .as("seed %d, asked at %s of %s: %s\n%s\n%s", seed, now, then, answer, rule.rule(), history)
                    .isEqualTo(answer.holds());
            cases++;
        }
    }
}
