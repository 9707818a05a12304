package io.filon.discovery.lens;

import io.filon.discovery.confirm.Findings;
import io.filon.stats.Student;
import java.util.Arrays;

/// How many customers it would take to see a group of one in twenty that leaves twice as much as the rest, four times
/// in five. Normal approximation, at the level the search itself has to reach.
final class Needed {

    private static final double GROUP_SHARE = 0.05;
    private static final double EIGHTY_PERCENT = 0.8416;
    private static final double LEVEL = 0.05;

    /// About as many share the level, and each direction has half of it.
    private static final double FINALISTS = 40;

    private Needed() {}

    /// @return 0 when customers leave nothing on average, so that twice as much says nothing
    static long of(double[] net, Findings found) {
        double mean = Arrays.stream(net).average().orElse(0);
        double variance = Arrays.stream(net)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        if (mean <= 0) {
            return 0;
        }
        boolean halves = found.depth() > 1;
        double level = halves ? LEVEL / 2 / FINALISTS : LEVEL / Math.max(1, found.candidates());
        double reach = Student.quantile(level, 1e6) + EIGHTY_PERCENT;
        double group = reach * reach * variance / (mean * mean);
        double enough = Math.max(group, found.minCustomers());
        return (long) Math.ceil((halves ? 2 : 1) * enough / GROUP_SHARE);
    }
}
