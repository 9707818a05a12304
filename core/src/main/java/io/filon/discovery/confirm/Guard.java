package io.filon.discovery.confirm;

import io.filon.stats.FalseShare;
import java.util.stream.IntStream;

/// How the share of false findings among the confirmed is held.
public enum Guard {
    /// Benjamini and Hochberg's: right for tests that do not pull against each other, as those of groups that overlap.
    BH {
        @Override
        double[] adjusted(double[] p) {
            return FalseShare.adjusted(p);
        }

        @Override
        double cost(int tests) {
            return 1;
        }
    },
    /// Benjamini and Yekutieli's: right whatever ties the tests, for a price that grows with their number.
    BY {
        @Override
        double[] adjusted(double[] p) {
            return FalseShare.adjustedUnderAnyDependence(p);
        }

        @Override
        double cost(int tests) {
            return IntStream.rangeClosed(1, tests).mapToDouble(i -> 1.0 / i).sum();
        }
    };

    /// For each p the false share at which it would be confirmed.
    abstract double[] adjusted(double[] p);

    /// By how much the level of each test, and of its interval, is smaller than it looks.
    abstract double cost(int tests);
}
