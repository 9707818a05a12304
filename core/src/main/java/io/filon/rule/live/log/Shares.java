package io.filon.rule.live.log;

import io.filon.rule.Catalogue;
import io.filon.rule.Events;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.ask.FilterTests;
import io.filon.rule.live.ask.Word;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.clock.WindowClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The matchers and columns that conditions share while they are made ready: identical ones are one.
public final class Shares {

    private static final class Making {
        final FilterTests.Test test;
        final int number;
        final Word word;
        long horizon;
        boolean chained;

        Making(FilterTests.Test test, int number, Word word) {
            this.test = test;
            this.number = number;
            this.word = word;
        }
    }

    private final Map<Matcher.Key, Making> matchers = new LinkedHashMap<>();
    private final Map<Column, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> columnsOfName = new HashMap<>();
    private final Map<StepPlan, Integer> sequences = new LinkedHashMap<>();
    private long longestSequence;

    /// How late an event may be and still be put in its place, and a day more.
    private static final long LATE_MICROS = 8 * Micros.DAY;

    /// @return its number; nothing when what passes can change with facts or by time
    public Optional<Integer> matcher(Matcher.Key key, Window window, CheckedRule checked) {
        Making known = matchers.get(key);
        if (known == null) {
            Optional<FilterTests.Test> test = FilterTests.of(key.where(), key.names(), checked);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            known = new Making(test.get(), matchers.size(), Word.of(key.where(), key.names(), checked));
            matchers.put(key, known);
        }
        known.horizon = Math.max(known.horizon, horizon(window));
        return Optional.of(known.number);
    }

    /// A step of a sequence. When a match cannot take longer than so many microseconds, what is older than the window
    /// matters only as far as matches reach from it into the window, one after another.
    public Optional<Integer> step(Matcher.Key key, Window window, long longest, CheckedRule checked) {
        if (longest == Micros.NEVER) {
            return matcher(key, new Window.Always(), checked);
        }
        Optional<Integer> number = matcher(key, window, checked);
        number.ifPresent(_ -> {
            Making making = Objects.requireNonNull(matchers.get(key));
            making.chained = true;
            making.horizon = Math.max(making.horizon, LATE_MICROS + longest);
        });
        longestSequence = Math.max(longestSequence, longest);
        return number;
    }

    public Optional<Integer> matcher(Events events, boolean personal, CheckedRule checked) {
        return matcher(
                new Matcher.Key(events.names(), events.where(), events.gross(), personal), events.window(), checked);
    }

    /// Nothing when one `long` cannot hold it.
    public Optional<Integer> column(
            String property, List<String> names, boolean gross, boolean readBack, CheckedRule checked) {
        FactType type = checked.types().property(names, property).orElseThrow();
        if (property.startsWith("items.") || !Column.holds(type)) {
            return Optional.empty();
        }
        int number = columns.computeIfAbsent(new Column(property, type, gross, readBack), _ -> columns.size());
        names.forEach(name ->
                columnsOfName.computeIfAbsent(name, _ -> new TreeSet<>()).add(number));
        return Optional.of(number);
    }

    public Column column(int number) {
        return List.copyOf(columns.keySet()).get(number);
    }

    /// @return its number
    public int sequence(StepPlan plan) {
        return sequences.computeIfAbsent(plan, _ -> sequences.size());
    }

    public Layout layout(Dictionary words, Catalogue catalogue) {
        List<Matcher> all = new ArrayList<>();
        matchers.forEach((key, making) ->
                all.add(new Matcher(making.number, key, making.test, making.horizon, making.chained, making.word)));
        Set<String> names = new LinkedHashSet<>();
        all.forEach(matcher -> names.addAll(matcher.key().names()));
        Map<String, Kind> kinds = new HashMap<>();
        for (String name : names) {
            kinds.put(name, kind(name, kinds.size(), names.size(), all, catalogue));
        }
        return new Layout(
                all,
                List.copyOf(columns.keySet()),
                Map.copyOf(kinds),
                Kind.ordered(kinds),
                List.copyOf(sequences.keySet()),
                words,
                longestSequence);
    }

    private Kind kind(String name, int number, int kinds, List<Matcher> all, Catalogue catalogue) {
        int[] kept = columnsOfName.getOrDefault(name, Set.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        int[] slots = new int[columns.size()];
        java.util.Arrays.fill(slots, -1);
        for (int i = 0; i < kept.length; i++) {
            slots[kept[i]] = i;
        }
        List<Matcher> naming = all.stream()
                .filter(matcher -> matcher.key().names().contains(name))
                .toList();
        boolean stays = catalogue.correctionsOf(name).isEmpty();
        Set<Matcher> always = naming.stream()
                .filter(matcher -> matcher.key().where() instanceof Filter.Every
                        && (stays || matcher.key().gross()))
                .collect(Collectors.toSet());
        return new Kind(number, kinds, naming, always, all.size(), kept, slots);
    }

    /// How long back a window can reach, with a margin for what calendars do: days only jump with the clocks.
    private static long horizon(Window window) {
        long margin = 6 * Micros.DAY;
        return switch (window) {
            case Window.Always _, Window.Before _, Window.Dates _ -> Micros.NEVER;
            case Window.Last(Span span) -> longest(span) + (span.unit().isElapsed() ? margin / 2 : margin);
            case Window.Ago(Span from, Span _) -> longest(from) + margin;
            case Window.Calendar(Span.Unit unit, int count, int back) ->
                longest(new Span(Math.min(100_000, count + back), unit)) + margin;
            case Window.Next _, Window.Beyond _ ->
                throw new IllegalArgumentException("events have happened: " + window);
        };
    }

    private static long longest(Span span) {
        return switch (span.unit()) {
            case SECOND, MINUTE, HOUR, DAY, WEEK -> span.elapsed().toNanos() / 1000;
            case MONTH, QUARTER, YEAR -> span.amount() * WindowClock.longestDays(span.unit()) * Micros.DAY;
        };
    }

    /// What both say.
    public static Filter both(Filter one, Filter other) {
        return one instanceof Filter.Every ? other : new Filter.All(List.of(one, other));
    }
}
