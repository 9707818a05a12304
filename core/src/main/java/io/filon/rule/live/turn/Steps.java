package io.filon.rule.live.turn;

import io.filon.rule.live.ask.ClaimTests;
import io.filon.rule.live.clock.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongFunction;

/// What a claim says of a value that is a whole number of something small, microseconds or hundredths of a cent: true
/// or false in stretches, each of which starts at a known number.
///
/// Worked out once by asking the claim itself around its constants, so that it is the same claim to the last bit.
final class Steps {

    private static final int AROUND = 4;
    private static final BigDecimal FURTHEST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private final boolean first;
    private final long[] starts;

    private Steps(boolean first, long[] starts) {
        this.first = first;
        this.starts = starts;
    }

    /// @param constants what the claim compares with, numbers
    /// @param value     of so many, ascending
    /// @param unit      how many make one
    static Steps of(ClaimTests.Test test, List<Object> constants, LongFunction<Object> value, long unit) {
        TreeSet<Long> starts = new TreeSet<>();
        for (Object constant : constants) {
            BigDecimal exact =
                    constant instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(ClaimTests.number(constant));
            BigDecimal place = exact.multiply(BigDecimal.valueOf(unit));
            if (place.abs().compareTo(FURTHEST) > 0) {
                continue; // no value gets there
            }
            long near = place.setScale(0, RoundingMode.FLOOR).longValueExact();
            for (long each = near - AROUND; each <= near + AROUND; each++) {
                if (holds(test, value.apply(each)) != holds(test, value.apply(each - 1))) {
                    starts.add(each);
                }
            }
        }
        long[] sorted = starts.stream().mapToLong(Long::longValue).toArray();
        long least = sorted.length == 0 ? 0 : sorted[0] - 1;
        return new Steps(holds(test, value.apply(least)), sorted);
    }

    private static boolean holds(ClaimTests.Test test, Object value) {
        return test.holds(value, Map.of(), ZoneOffset.UTC);
    }

    boolean holds(long number) {
        return first ^ (below(number) & 1) != 0;
    }

    /// The next greater number with another answer; [Micros#NEVER] when there is none.
    long above(long number) {
        int at = below(number);
        return at == starts.length ? Micros.NEVER : starts[at];
    }

    /// The least number from which on the answer is the one it has here; nothing smaller when it always is.
    long since(long number) {
        int at = below(number);
        return at == 0 ? Long.MIN_VALUE : starts[at - 1];
    }

    /// The number from which on the answer is always the same; at least 1.
    int top() {
        return starts.length == 0 ? 1 : Math.clamp(starts[starts.length - 1], 1, Integer.MAX_VALUE);
    }

    private int below(long number) {
        int at = 0;
        while (at < starts.length && starts[at] <= number) {
            at++;
        }
        return at;
    }
}
