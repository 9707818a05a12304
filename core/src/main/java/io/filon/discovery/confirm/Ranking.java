package io.filon.discovery.confirm;

import java.util.Comparator;

/// The order findings are shown in: the confirmed first, then by what they are worth, then by their text.
final class Ranking {

    static final Comparator<Finding> BEST_FIRST = Comparator.comparing(Finding::grade)
            .thenComparingDouble(finding -> -finding.quality())
            .thenComparing(Finding::rule);

    private Ranking() {}
}
