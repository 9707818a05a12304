package io.filon.rule.reference;

import io.filon.rule.Sequence;
import io.filon.rule.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How often a customer completed a sequence: tries each event as a start, from the first on, as [Sequence] says.
record SequenceMatches(View view) {

    /// @param last     position of the last event taken
    /// @param end      when the match was complete: then, or when the wait for what was not done was over
    private record Match(Instant start, int last, Instant end) {}

    long count(Sequence sequence) {
        return runs(sequence).stream()
                .flatMap(run -> matches(sequence, run).stream())
                .filter(match -> view.hasHappened(sequence.window(), match.start))
                .count();
    }

    /// The events that take part: all of them, or those that share a value, value by value.
    private Collection<List<History.Event>> runs(Sequence sequence) {
        List<History.Event> all = new PastEvents(view).all();
        if (sequence.same().isEmpty()) {
            return List.of(all);
        }
        Map<Object, List<History.Event>> runs = new LinkedHashMap<>();
        for (History.Event event : all) {
            PastEvents.value(event, sequence.same())
                    .ifPresent(value ->
                            runs.computeIfAbsent(value, _ -> new ArrayList<>()).add(event));
        }
        return runs.values();
    }

    private List<Match> matches(Sequence sequence, List<History.Event> events) {
        List<Match> matches = new ArrayList<>();
        int start = 0;
        while (start < events.size()) {
            Optional<Match> match = match(sequence, events, start);
            match.ifPresent(matches::add);
            start++;
            if (match.isPresent()) {
                start = match.get().last + 1;
                boolean waited =
                        match.get().end.isAfter(events.get(match.get().last).occurred());
                while (waited
                        && start < events.size()
                        && !events.get(start).occurred().isAfter(match.get().end)) {
                    start++;
                }
            }
        }
        return matches;
    }

    private Optional<Match> match(Sequence sequence, List<History.Event> events, int start) {
        Optional<Match> match = switch (sequence.order()) {
            case THEN -> then(sequence.steps(), events, start);
            case AT_ONCE -> atOnce(sequence.steps(), events, start);
            case ANY -> anyOrder(sequence.steps(), events, start);
        };
        return match.filter(found -> sequence.within().isNone()
                || !found.end.isAfter(found.start.plus(sequence.within().elapsed())));
    }

    private Optional<Match> then(List<Sequence.Step> steps, List<History.Event> events, int start) {
        if (!(steps.getFirst() instanceof Sequence.Did first) || !counts(first, events.get(start), new HashSet<>())) {
            return Optional.empty();
        }
        int taken = start - 1;
        List<Sequence.NotDone> between = new ArrayList<>();
        for (Sequence.Step step : steps) {
            if (step instanceof Sequence.NotDone absent) {
                between.add(absent);
            } else if (step instanceof Sequence.Did did) {
                int next = take(did, events, taken, start);
                if (next < 0 || events.subList(taken + 1, next).stream().anyMatch(event -> isAny(between, event))) {
                    return Optional.empty();
                }
                between.clear();
                taken = next;
            }
        }
        return wait(between, events, start, taken);
    }

    /// @return the position of the event that completes the step at its first chance; -1 when it never does in time
    private int take(Sequence.Did step, List<History.Event> events, int taken, int start) {
        Set<Object> values = new HashSet<>();
        int times = 0;
        for (int i = taken + 1; i < events.size(); i++) {
            History.Event event = events.get(i);
            boolean counts = counts(step, event, values);
            times += counts ? 1 : 0;
            if (counts && times >= step.times()) {
                if (taken < start) {
                    return i;
                }
                Instant before = events.get(taken).occurred();
                if (isLate(before, step.within(), event.occurred())) {
                    return -1;
                }
                if (step.after().isNone()
                        || !event.occurred().isBefore(before.plus(step.after().elapsed()))) {
                    return i;
                }
            }
        }
        return -1;
    }

    /// @param values seen before; a step may ask that each event has another
    private boolean counts(Sequence.Did step, History.Event event, Set<Object> values) {
        return is(step, event)
                && (step.distinct().isEmpty()
                        || PastEvents.value(event, step.distinct())
                                .filter(values::add)
                                .isPresent());
    }

    private static boolean isLate(Instant before, Span within, Instant then) {
        return !within.isNone() && then.isAfter(before.plus(within.elapsed()));
    }

    /// What must not be done after the last event has not been, and there is no time left to do it.
    private Optional<Match> wait(List<Sequence.NotDone> absent, List<History.Event> events, int start, int taken) {
        Instant last = events.get(taken).occurred();
        Instant end = last;
        for (Sequence.NotDone step : absent) {
            Instant over = last.plus(step.within().elapsed());
            boolean done = events.subList(taken + 1, events.size()).stream()
                    .anyMatch(event -> is(step, event) && !event.occurred().isAfter(over));
            if (done || over.isAfter(view.now().toInstant())) {
                return Optional.empty();
            }
            end = over.isAfter(end) ? over : end;
        }
        return Optional.of(new Match(events.get(start).occurred(), taken, end));
    }

    private Optional<Match> atOnce(List<Sequence.Step> steps, List<History.Event> events, int start) {
        if (start + steps.size() > events.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!is(steps.get(i), events.get(start + i))) {
                return Optional.empty();
            }
        }
        return wait(List.of(), events, start, start + steps.size() - 1);
    }

    private Optional<Match> anyOrder(List<Sequence.Step> steps, List<History.Event> events, int start) {
        if (!isAny(steps, events.get(start))) {
            return Optional.empty();
        }
        int last = start;
        for (Sequence.Step step : steps) {
            int next = start;
            while (next < events.size() && !is(step, events.get(next))) {
                next++;
            }
            if (next == events.size()) {
                return Optional.empty();
            }
            last = Math.max(last, next);
        }
        return wait(List.of(), events, start, last);
    }

    private boolean isAny(List<? extends Sequence.Step> steps, History.Event event) {
        return steps.stream().anyMatch(step -> is(step, event));
    }

    private boolean is(Sequence.Step step, History.Event event) {
        return step.names().contains(event.name()) && new Filters(view, step.names()).passes(event, step.where());
    }
}
