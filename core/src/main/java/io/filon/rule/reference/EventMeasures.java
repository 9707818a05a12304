package io.filon.rule.reference;

import io.filon.rule.Events;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Range;
import io.filon.rule.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Amounts over a customer's events.
record EventMeasures(View view) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    Optional<Object> value(Measure.OfEvents measure) {
        return switch (measure) {
            case Measure.Count(Events events) -> View.count(select(events).size());
            case Measure.Distinct(String property, Events events) ->
                View.count(sorted(values(events, property)).stream().distinct().count());
            case Measure.Periods(Span.Unit unit, int each, Events events) ->
                View.count(periods(unit, events).values().stream()
                        .filter(times -> times >= each)
                        .count());
            case Measure.Streak(Span.Unit unit, Events events) -> View.count(streak(unit, periods(unit, events)));
            case Measure.Total total -> total(total);
            case Measure.Percentile(BigDecimal share, String property, Events events) ->
                percentile(share, values(events, property));
            case Measure.MostFrequent(String property, int base, Events events) ->
                mostFrequent(values(events, property), base);
            case Measure.Share(Filter of, int base, Events events) -> share(of, base, events);
            case Measure.Nth(int position, String property, Events events) -> {
                List<History.Event> selected = select(events);
                int index = position > 0 ? position - 1 : selected.size() + position;
                yield index >= 0 && index < selected.size()
                        ? PastEvents.value(selected.get(index), property)
                        : Optional.empty();
            }
            case Measure.Since(Measure.End end, Span.Unit unit, Events events) -> {
                List<History.Event> selected = select(events);
                yield selected.isEmpty()
                        ? Optional.empty()
                        : Optional.of(View.in(unit, micros(end == Measure.End.FIRST, selected)));
            }
            case Measure.Interval(Span.Unit unit, int base, Events events) ->
                interval(select(events), base).map(micros -> View.in(unit, (long) micros));
            case Measure.Overdue(int base, Events events) -> {
                List<History.Event> selected = select(events);
                yield interval(selected, base).map(usual -> micros(false, selected) / (double) (long) usual);
            }
        };
    }

    private List<History.Event> select(Events events) {
        return new PastEvents(view).select(events);
    }

    private List<Object> values(Events events, String property) {
        return new PastEvents(view).values(events, property);
    }

    private long micros(boolean first, List<History.Event> events) {
        return view.microsSince((first ? events.getFirst() : events.getLast()).occurred());
    }

    /// How often in each calendar period, by its first day.
    private Map<LocalDate, Integer> periods(Span.Unit unit, Events events) {
        Map<LocalDate, Integer> periods = new TreeMap<>();
        for (History.Event event : select(events)) {
            LocalDate day = event.occurred().atZone(view.now().getZone()).toLocalDate();
            periods.merge(Range.start(unit, day), 1, Integer::sum);
        }
        return periods;
    }

    private long streak(Span.Unit unit, Map<LocalDate, Integer> periods) {
        LocalDate present = Range.start(unit, view.now().toLocalDate());
        LocalDate period = periods.containsKey(present) ? present : Range.plus(present, unit, -1);
        long streak = 0;
        while (periods.containsKey(period)) {
            streak++;
            period = Range.plus(period, unit, -1);
        }
        return streak;
    }

    private Optional<Object> total(Measure.Total total) {
        List<Object> values = values(total.events(), total.property());
        return switch (total.function()) {
            case SUM -> Optional.of(sum(values, view.checked().type(total)));
            case AVERAGE ->
                values.isEmpty()
                        ? Optional.empty()
                        : Optional.of(exactSum(values).doubleValue() / values.size());
            case MIN ->
                values.isEmpty() ? Optional.empty() : Optional.of(sorted(values).getFirst());
            case MAX ->
                values.isEmpty() ? Optional.empty() : Optional.of(sorted(values).getLast());
        };
    }

    private static Object sum(List<Object> values, FactType type) {
        BigDecimal sum = exactSum(values);
        return type.isExact() ? sum : (Object) sum.doubleValue();
    }

    /// Of doubles too, so that their order does not matter.
    private static BigDecimal exactSum(List<Object> values) {
        return values.stream()
                .map(value -> value instanceof BigDecimal exact ? exact : new BigDecimal(Claims.number(value)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Object> sorted(List<Object> values) {
        List<Object> sorted = new ArrayList<>(values);
        sorted.replaceAll(value -> value instanceof BigDecimal exact ? exact.stripTrailingZeros() : value);
        sorted.sort(Claims::order);
        return sorted;
    }

    private static Optional<Object> percentile(BigDecimal share, List<Object> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        int rank = share.multiply(BigDecimal.valueOf(values.size()))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return Optional.of(sorted(values).get(rank - 1));
    }

    private static Optional<Object> mostFrequent(List<Object> values, int base) {
        List<Object> sorted = sorted(values);
        Optional<Object> best = Optional.empty();
        int most = base - 1;
        for (Object value : new TreeSet<>(sorted)) {
            int times = Collections.frequency(sorted, value);
            if (times > most) {
                most = times;
                best = Optional.of(value);
            }
        }
        return best;
    }

    private Optional<Object> share(Filter of, int base, Events events) {
        List<History.Event> selected = select(events);
        Filters filters = new Filters(view, events.names());
        long passing =
                selected.stream().filter(event -> filters.passes(event, of)).count();
        return selected.size() < base ? Optional.empty() : Optional.of((double) passing / selected.size());
    }

    /// The usual interval in microseconds, a `Long`.
    private static Optional<Object> interval(List<History.Event> events, int base) {
        List<Object> gaps = new ArrayList<>();
        for (int i = 1; i < events.size(); i++) {
            long gap = ChronoUnit.MICROS.between(
                    events.get(i - 1).occurred(), events.get(i).occurred());
            if (gap > 0) {
                gaps.add(gap);
            }
        }
        return gaps.size() < base ? Optional.empty() : percentile(HALF, gaps);
    }
}
