package io.filon.rule.live.turn;

import io.filon.rule.live.ask.ClaimTests;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// What a claim says of any `double`: at each of its constants, and between them. Asked once, then looked up.
final class Doubles {

    private final double[] constants;

    /// Below the first constant, at it, above it, at the second, and so on.
    private final boolean[] answers;

    private Doubles(double[] constants, boolean[] answers) {
        this.constants = constants;
        this.answers = answers;
    }

    /// @param constants what the claim compares with, numbers
    static Doubles of(ClaimTests.Test test, List<Object> constants) {
        double[] sorted = constants.stream()
                .mapToDouble(constant -> ClaimTests.number(constant) + 0.0)
                .distinct()
                .sorted()
                .toArray();
        boolean[] answers = new boolean[2 * sorted.length + 1];
        answers[0] = holds(test, sorted.length == 0 ? 0 : Math.nextDown(sorted[0]));
        for (int i = 0; i < sorted.length; i++) {
            answers[2 * i + 1] = holds(test, sorted[i]);
            answers[2 * i + 2] = holds(test, Math.nextUp(sorted[i]));
        }
        return new Doubles(sorted, answers);
    }

    private static boolean holds(ClaimTests.Test test, double value) {
        return test.holds(value, Map.of(), ZoneOffset.UTC);
    }

    boolean holds(double value) {
        int at = 0;
        for (double constant : constants) {
            if (value < constant) {
                return answers[at];
            }
            if (value == constant) {
                return answers[at + 1];
            }
            at += 2;
        }
        return answers[at];
    }
}
