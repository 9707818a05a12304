package io.filon.segment.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.segment.history.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Histories are simulated: of 2,000 customers, members stay with one chance a month and others enter with another.
class WatchTest {

    private static final int CUSTOMERS = 2_000;
    private static final double STAY = 0.8;
    private static final double ENTER = 0.03;

    @Test
    void a_quiet_history_is_quiet_and_too_short_a_one_says_so() {
        double limit = Watch.limit(1, 1);

        assertThat(Watch.of("s", history(24, 1, _ -> STAY), limit).verdict()).isEqualTo(Watch.Verdict.QUIET);
        assertThat(Watch.of("s", history(9, 1, _ -> STAY), limit).verdict()).isEqualTo(Watch.Verdict.TOO_FEW);
    }

    @Test
    void members_who_begin_to_leave_raise_an_alert() {
        Watch watch = Watch.of("s", history(30, 1, month -> month < 20 ? STAY : 0.6), Watch.limit(1, 1));

        assertThat(watch.alertOn()).isNotNull().isAfter(LocalDate.parse("2024-08-31"));
    }

    /// Whoever is chosen for a high value falls back: here nine in ten leave within a month, every month. It is what
    /// always happens, so nothing is raised.
    @Test
    void a_fall_that_repeats_itself_is_no_alert() {
        Watch watch = Watch.of("s", history(24, 3, _ -> 0.1), Watch.limit(1, 1));

        assertThat(watch.verdict()).isEqualTo(Watch.Verdict.QUIET);
        assertThat(watch.expected()).isNotNull();
    }

    /// With 9 segments and one false alarm a year allowed, 24 judged months may bring 2 in all; over 100 histories of
    /// one segment the yearly number is its ninth part. Poisson of mean 22: 1 % above 34.
    @Test
    @Tag("study")
    void false_alarms_keep_to_the_budget() {
        double limit = Watch.limit(9, 1);
        int alarms = 0;
        int scored = 0;
        for (int seed = 0; seed < 100; seed++) {
            List<Decision> history = history(30, seed, _ -> STAY);
            LocalDate last = null;
            for (int months = 6; months <= history.size(); months++) {
                Watch watch = Watch.of("s", history.subList(0, months), limit);
                if (watch.alertOn() != null && !watch.alertOn().equals(last)) {
                    alarms++;
                    last = watch.alertOn();
                }
            }
            scored += Watch.of("s", history, limit).scored();
        }
        double allowed = scored / 12.0 / 9;
        assertThat(alarms).isLessThanOrEqualTo((int) Math.ceil(allowed + 2.4 * Math.sqrt(allowed)));
    }

    private static List<Decision> history(int months, long seed, IntToDoubleFunction stay) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        RoaringBitmap base = RoaringBitmap.bitmapOfRange(0, CUSTOMERS);
        RoaringBitmap members = RoaringBitmap.bitmapOfRange(0, 260);
        List<Decision> history = new ArrayList<>();
        for (int month = 0; month <= months; month++) {
            history.add(new Decision(
                    LocalDate.parse("2022-12-31").plusMonths(month),
                    Instant.EPOCH,
                    base,
                    Map.of("s", new Decision.Kept("", members))));
            RoaringBitmap next = new RoaringBitmap();
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                double chance = members.contains(customer) ? stay.applyAsDouble(month) : ENTER;
                if (random.nextDouble() < chance) {
                    next.add(customer);
                }
            }
            members = next;
        }
        return history;
    }
}
