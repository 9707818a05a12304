package io.filon.rule.reference;

import io.filon.rule.Condition;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Range;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A customer's facts over time: of two statements of one instant the one that arrived later counts.
record FactValues(View view) {

    /// As it stood at the instant.
    Optional<Object> value(Measure.Fact fact, Instant then) {
        FactType type = type(fact.name());
        ZonedDateTime moment = then.atZone(view.now().getZone());
        return latest(statements(fact.name(), fact.sources(), then))
                .filter(stated -> Range.of(fact.stated(), moment).contains(stated.at()))
                .map(History.Stated::value)
                .filter(value -> value != History.Unknown.UNKNOWN)
                .map(type::stored);
    }

    Optional<Object> age(String fact, Span.Unit unit) {
        return latest(statements(fact, List.of(), view.now().toInstant()))
                .filter(stated -> stated.value() != History.Unknown.UNKNOWN)
                .map(stated -> View.in(unit, view.microsSince(stated.at())));
    }

    long changes(String fact, Window window) {
        FactType type = type(fact);
        List<History.Stated> known = statements(fact, List.of(), view.now().toInstant()).stream()
                .filter(stated -> stated.value() != History.Unknown.UNKNOWN)
                .toList();
        long changes = 0;
        for (int i = 1; i < known.size(); i++) {
            boolean other = !type.stored(known.get(i - 1).value())
                    .equals(type.stored(known.get(i).value()));
            if (other && view.hasHappened(window, known.get(i).at())) {
                changes++;
            }
        }
        return changes;
    }

    /// True of what stood when the span began, and of everything stated since.
    boolean hasBeen(Condition.HasBeen been) {
        Instant now = view.now().toInstant();
        Instant start = been.span().before(view.now()).toInstant();
        List<History.Stated> all = statements(been.fact().name(), been.fact().sources(), now);
        Optional<History.Stated> first = latest(
                all.stream().filter(stated -> !stated.at().isAfter(start)).toList());
        return first.isPresent()
                && holds(been, first.get())
                && all.stream().filter(stated -> stated.at().isAfter(start)).allMatch(stated -> holds(been, stated));
    }

    private boolean holds(Condition.HasBeen been, History.Stated stated) {
        FactType type = type(been.fact().name());
        return stated.value() != History.Unknown.UNKNOWN
                && new Claims(view).holds(been.claim(), type, type.stored(stated.value()));
    }

    /// In order of time, then of arrival.
    private List<History.Stated> statements(String fact, List<String> sources, Instant upTo) {
        return view.history().facts().stream()
                .filter(stated -> stated.fact().equals(fact) && !stated.at().isAfter(upTo))
                .filter(stated -> sources.isEmpty() || sources.contains(stated.source()))
                .sorted(Comparator.comparing(History.Stated::at))
                .toList();
    }

    private static Optional<History.Stated> latest(List<History.Stated> statements) {
        return statements.isEmpty() ? Optional.empty() : Optional.of(statements.getLast());
    }

    private FactType type(String fact) {
        return view.checked().catalogue().fact(fact).orElseThrow().type();
    }
}
