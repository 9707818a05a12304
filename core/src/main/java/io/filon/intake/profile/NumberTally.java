package io.filon.intake.profile;

import io.filon.intake.profile.ColumnProfile.DecimalVotes;
import io.filon.intake.profile.ColumnProfile.Value;
import java.util.List;

/// The numbers of a column, counted once.
record NumberTally(long rows, long numbers, long wholes, long percents, DecimalVotes votes) {

    static NumberTally of(List<Value> values) {
        long rows = 0;
        long numbers = 0;
        long wholes = 0;
        long percents = 0;
        long[] votes = new long[NumberShape.Evidence.values().length];
        for (Value value : values) {
            rows += value.times();
            NumberShape shape = NumberShape.of(value.text()).orElse(null);
            if (shape != null) {
                numbers += value.times();
                wholes += shape.whole() ? value.times() : 0;
                percents += shape.percent() ? value.times() : 0;
                votes[shape.evidence().ordinal()] += value.times();
            }
        }
        return new NumberTally(rows, numbers, wholes, percents, tallied(votes));
    }

    private static DecimalVotes tallied(long[] votes) {
        return new DecimalVotes(
                votes[NumberShape.Evidence.POINT.ordinal()],
                votes[NumberShape.Evidence.COMMA.ordinal()],
                votes[NumberShape.Evidence.POINT_OR_THOUSAND.ordinal()],
                votes[NumberShape.Evidence.COMMA_OR_THOUSAND.ordinal()],
                votes[NumberShape.Evidence.NONE.ordinal()]);
    }

    double share(long part) {
        return rows == 0 ? 0 : (double) part / rows;
    }
}
