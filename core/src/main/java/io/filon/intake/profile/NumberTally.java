package io.filon.intake.profile;

import io.filon.intake.profile.ColumnProfile.DecimalVotes;
import io.filon.intake.profile.ColumnProfile.Value;
import io.filon.intake.profile.NumberShape.Evidence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The numbers of a column, counted once.
record NumberTally(long rows, long numbers, long wholes, long percents, DecimalVotes votes) {

    static NumberTally of(List<Value> values) {
        long rows = 0;
        long numbers = 0;
        long wholes = 0;
        long percents = 0;
        Map<Evidence, Long> votes = new EnumMap<>(Evidence.class);
        for (Value value : values) {
            rows += value.times();
            NumberShape shape = NumberShape.of(value.text()).orElse(null);
            if (shape != null) {
                numbers += value.times();
                wholes += shape.whole() ? value.times() : 0;
                percents += shape.percent() ? value.times() : 0;
                votes.merge(shape.evidence(), value.times(), Long::sum);
            }
        }
        return new NumberTally(rows, numbers, wholes, percents, tallied(votes));
    }

    private static DecimalVotes tallied(Map<Evidence, Long> votes) {
        return new DecimalVotes(
                votes.getOrDefault(Evidence.POINT, 0L),
                votes.getOrDefault(Evidence.COMMA, 0L),
                votes.getOrDefault(Evidence.POINT_OR_THOUSAND, 0L),
                votes.getOrDefault(Evidence.COMMA_OR_THOUSAND, 0L),
                votes.getOrDefault(Evidence.NONE, 0L));
    }

    double share(long part) {
        return rows == 0 ? 0 : (double) part / rows;
    }
}
