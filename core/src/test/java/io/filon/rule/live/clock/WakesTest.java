package io.filon.rule.live.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Against looking through everybody each time.
class WakesTest {

    private static final int CUSTOMERS = 200;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    private final Wakes wakes = new Wakes();
    private final Map<Integer, Long> dues = new HashMap<>();

    @Test
    void the_first_is_known_however_near_or_far_people_are_due_and_however_often_they_are_put_off() {
        long now = -300 * Micros.DAY;
        for (int i = 0; i < 20_000; i++) {
            move(random.nextInt(CUSTOMERS), now + ahead());
            if (random.nextInt(3) == 0) {
                move(random.nextInt(CUSTOMERS), Micros.NEVER);
            }
            assertFirst();
            if (random.nextInt(20) == 0) {
                now += Math.min(ahead(), Micros.DAY);
                pass(now);
            }
        }
        assertThat(now).isPositive();
    }

    private void pass(long now) {
        while (wakes.next() <= now) {
            move(wakes.first(), random.nextInt(4) == 0 ? Micros.NEVER : now + ahead());
            assertFirst();
        }
    }

    @Test
    void those_due_until_an_instant_are_told_and_stay() {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            move(customer, ahead());
        }
        long instant = 3 * Micros.DAY;
        int[] found = new int[CUSTOMERS];
        int size = wakes.until(instant, found);

        assertThat(Arrays.stream(found, 0, size))
                .containsExactlyInAnyOrderElementsOf(dues.keySet().stream()
                        .filter(customer -> dues.get(customer) <= instant)
                        .toList())
                .hasSizeBetween(20, CUSTOMERS - 20);
        assertFirst();
    }

    private void move(int customer, long due) {
        wakes.move(customer, due);
        if (due == Micros.NEVER) {
            dues.remove(customer);
        } else {
            dues.put(customer, due);
        }
    }

    private void assertFirst() {
        long first = dues.values().stream().mapToLong(Long::longValue).min().orElse(Micros.NEVER);
        assertThat(wakes.next()).isEqualTo(first);
        if (first != Micros.NEVER) {
            assertThat(dues.get(wakes.first())).isEqualTo(first);
        }
    }

    /// From a microsecond to some centuries, each order of size as often.
    private long ahead() {
        return random.nextLong(1, 1L << random.nextInt(2, 54));
    }
}
