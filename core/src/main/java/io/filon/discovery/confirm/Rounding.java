package io.filon.discovery.confirm;

import io.filon.discovery.search.Column;
import io.filon.discovery.search.Condition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says thresholds as people do: the roundest number that is as good, within what chance explains; whole numbers where
/// the attribute is whole; one bound where two are no better.
final class Rounding {

    /// Part of its gain a rule may lose to be easier to say.
    private static final double TIE = 0.97;

    private final Explored explored;
    private final Map<String, Boolean> whole = new HashMap<>();

    Rounding(Explored explored) {
        this.explored = explored;
    }

    Segment said(Segment found) {
        double enough = TIE * explored.gain(found);
        Segment said = found;
        for (int i = 0; i < found.conditions().size(); i++) {
            int place = i;
            Segment before = said;
            said = plainer(said.conditions().get(i)).stream()
                    .map(condition -> before.with(place, condition))
                    .filter(segment -> explored.gain(segment) >= enough)
                    .findFirst()
                    .orElse(before);
        }
        return said;
    }

    /// Easier ways to say nearly the same, the easiest first.
    private List<Condition> plainer(Condition condition) {
        return switch (condition) {
            case Condition.Is _, Condition.NotStated _ -> List.of();
            case Condition.AtMost(String name, double bound) ->
                rounded(name, bound).stream()
                        .<Condition>map(round -> new Condition.AtMost(name, round))
                        .toList();
            case Condition.Above(String name, double bound) ->
                rounded(name, bound).stream()
                        .<Condition>map(round -> new Condition.Above(name, round))
                        .toList();
            case Condition.Within(String name, double low, double high) -> range(name, low, high);
        };
    }

    private List<Condition> range(String name, double low, double high) {
        List<Double> lows = rounded(name, low);
        List<Double> highs = rounded(name, high);
        List<Condition> ranges = new ArrayList<>();
        lows.forEach(bound -> ranges.add(new Condition.Above(name, bound)));
        highs.forEach(bound -> ranges.add(new Condition.AtMost(name, bound)));
        for (int digits = 0; digits < Math.max(lows.size(), highs.size()); digits++) {
            double from = lows.isEmpty() ? low : lows.get(Math.min(digits, lows.size() - 1));
            double to = highs.isEmpty() ? high : highs.get(Math.min(digits, highs.size() - 1));
            if (from < to) {
                ranges.add(new Condition.Within(name, from, to));
            }
        }
        return ranges;
    }

    /// Easy ways to say a bound, the easiest first: 842 as 800, 850, 840 and 842; and as it is.
    private List<Double> rounded(String name, double bound) {
        boolean whole = whole(name);
        List<Double> rounded = new ArrayList<>();
        BigDecimal exact = BigDecimal.valueOf(bound).stripTrailingZeros();
        int last = exact.scale() - exact.precision() + 1;
        for (int digits = 0; digits < 3; digits++) {
            for (int half = 0; half < (digits < 2 ? 2 : 1); half++) {
                BigDecimal step = BigDecimal.valueOf(half == 1 ? 5 : 1).movePointLeft(last + digits + half);
                double value = exact.divide(step, 0, RoundingMode.HALF_EVEN)
                        .multiply(step)
                        .doubleValue();
                double said = whole ? Math.rint(value) : value;
                if (!rounded.contains(said)) {
                    rounded.add(said);
                }
            }
        }
        if (!rounded.contains(bound)) {
            rounded.add(bound);
        }
        return rounded;
    }

    private boolean whole(String name) {
        return whole.computeIfAbsent(name, this::isWhole);
    }

    private boolean isWhole(String name) {
        return explored.covers().column(name) instanceof Column.Numbers numbers && numbers.whole();
    }
}
