package io.filon.value.contest;

import java.util.Arrays;
import java.util.List;

/// What customers will leave by rules of thumb: the mean of all, last year's value, the value a day so far.
public final class ValueRules {

    /// Simplest first.
    public static final List<String> NAMES = List.of("mean_value", "last_year", "past_value_rate");

    private ValueRules() {}

    /// Value of the next `days` by one of the rules of thumb.
    public static double[] value(String rule, Snapshot known, double days) {
        double[] result = new double[known.size()];
        double margin = 0;
        double time = 0;
        for (int i = 0; i < result.length; i++) {
            double total = known.all().orders()[i] * known.all().margin()[i];
            double observed = Math.max(1, known.observedDays(i));
            margin += total;
            time += observed;
            result[i] = rule.equals("last_year")
                    ? known.lastYear()[i] * days / Math.min(365, Math.max(days, observed))
                    : total * days / Math.max(days, observed);
        }
        if (rule.equals("mean_value")) {
            Arrays.fill(result, margin * days / Math.max(1, Math.max(time, days * result.length)));
        }
        return result;
    }
}
