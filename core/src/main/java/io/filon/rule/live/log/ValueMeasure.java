package io.filon.rule.live.log;

import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.live.ask.ClaimTests;
import io.filon.rule.live.clock.WindowClocks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An amount over the values of a property of the entries of one matcher in one window.
///
/// @param exact whether a sum is kept exact; else it is a `double`
public record ValueMeasure(
        Measure.OfEvents measure,
        int matcher,
        WindowClocks clocks,
        int number,
        Column column,
        boolean exact,
        Dictionary words)
        implements Quantity {

    @Override
    public Reading read(LogView view) {
        view.select(matcher, clocks);
        long[] codes = new long[view.size()];
        int known = 0;
        for (int i = 0; i < view.size(); i++) {
            long code = view.code(i, number);
            if (code != Column.MISSING) {
                codes[known++] = code;
            }
        }
        return Reading.still(value(Arrays.copyOf(codes, known)), view.until());
    }

    private @Nullable Object value(long[] codes) {
        return switch (measure) {
            case Measure.Total(Measure.Function function, var _, var _) -> total(function, codes);
            case Measure.Distinct _ ->
                BigDecimal.valueOf(Arrays.stream(codes).distinct().count());
            case Measure.Percentile(BigDecimal share, var _, var _) -> percentile(share, codes);
            case Measure.MostFrequent(var _, int base, var _) -> mostFrequent(base, codes);
            case Measure.Count _, Measure.Periods _, Measure.Streak _, Measure.Share _ -> throw others();
            case Measure.Nth _, Measure.Since _, Measure.Interval _, Measure.Overdue _ -> throw others();
        };
    }

    private IllegalStateException others() {
        return new IllegalStateException("no measure of values: " + measure);
    }

    private @Nullable Object total(Measure.Function function, long[] codes) {
        return switch (function) {
            case SUM -> exact ? sum(codes) : (Object) sum(codes).doubleValue();
            case AVERAGE -> codes.length == 0 ? null : (Object) (sum(codes).doubleValue() / codes.length);
            case MIN -> codes.length == 0 ? null : sorted(codes, 0);
            case MAX -> codes.length == 0 ? null : sorted(codes, codes.length - 1);
        };
    }

    private BigDecimal sum(long[] codes) {
        if (column.type().isExact()) {
            return exactSum(codes);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (long code : codes) {
            sum = sum.add(new BigDecimal(Double.longBitsToDouble(code)));
        }
        return sum;
    }

    private static BigDecimal exactSum(long[] codes) {
        long sum = 0;
        for (int i = 0; i < codes.length; i++) {
            long next = sum + codes[i];
            if (((sum ^ next) & (codes[i] ^ next)) < 0) { // more than a long holds
                BigDecimal large = BigDecimal.valueOf(sum, 4);
                for (int j = i; j < codes.length; j++) {
                    large = large.add(BigDecimal.valueOf(codes[j], 4));
                }
                return large;
            }
            sum = next;
        }
        return BigDecimal.valueOf(sum, 4);
    }

    private @Nullable Object percentile(BigDecimal share, long[] codes) {
        if (codes.length == 0) {
            return null;
        }
        int rank = share.multiply(BigDecimal.valueOf(codes.length))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return sorted(codes, rank - 1);
    }

    private Object sorted(long[] codes, int position) {
        Object[] values = Arrays.stream(codes)
                .mapToObj(code -> column.decode(code, words))
                .toArray();
        Arrays.sort(values, ClaimTests::order);
        return values[position];
    }

    private @Nullable Object mostFrequent(int base, long[] codes) {
        Map<Long, Integer> times = new HashMap<>();
        for (long code : codes) {
            times.merge(code, 1, Integer::sum);
        }
        Optional<Map.Entry<Long, Integer>> best = times.entrySet().stream()
                .filter(entry -> entry.getValue() >= base)
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing((a, b) -> FactType.order(decode(b), decode(a))));
        return best.map(this::decode).orElse(null);
    }

    private Object decode(Map.Entry<Long, Integer> entry) {
        return column.decode(entry.getKey(), words);
    }
}
