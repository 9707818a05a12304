package io.filon.rule.reference;

import io.filon.rule.EventType;
import io.filon.rule.Events;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A customer's events up to an instant, by event time, those of one instant by arrival; repeated ones once.
record PastEvents(View view) {

    List<History.Event> all() {
        Set<String> seen = new HashSet<>();
        Instant now = view.now().toInstant();
        return view.history().events().stream()
                .filter(event -> seen.add(event.id()))
                .filter(event -> !event.occurred().isAfter(now))
                .sorted(Comparator.comparing(History.Event::occurred))
                .toList();
    }

    List<History.Event> select(Events events) {
        List<History.Event> all = all();
        Filters filters = new Filters(view, events.names());
        return all.stream()
                .filter(event -> events.names().contains(event.name()))
                .flatMap(event -> (events.gross() ? Optional.of(event) : net(event, all)).stream())
                .filter(event -> filters.passes(event, events.where()))
                .filter(event -> view.hasHappened(events.window(), event.occurred()))
                .toList();
    }

    /// The known values of a property, one an event, or one an item that is meant.
    List<Object> values(Events events, String property) {
        List<Object> values = new ArrayList<>();
        Filters filters = new Filters(view, events.names());
        for (History.Event event : select(events)) {
            if (property.startsWith("items.")) {
                event.items().stream()
                        .filter(item -> filters.itemPasses(event, item, events.items()))
                        .map(item -> item.get(property.substring("items.".length())))
                        .filter(Objects::nonNull)
                        .forEach(values::add);
            } else {
                value(event, property).ifPresent(values::add);
            }
        }
        return values;
    }

    static Optional<Object> value(History.Event event, String property) {
        return property.equals(io.filon.rule.Filter.TIME)
                ? Optional.of(event.occurred())
                : Optional.ofNullable(event.properties().get(property));
    }

    /// The event less what has been taken back of it by now; nothing when it does not count any more.
    private Optional<History.Event> net(History.Event event, List<History.Event> all) {
        Map<String, Object> left = new HashMap<>(event.properties());
        for (Map.Entry<String, EventType.Correction> entry :
                view.checked().catalogue().correctionsOf(event.name()).entrySet()) {
            EventType.Correction correction = entry.getValue();
            Object key = event.properties().get(correction.key());
            for (History.Event back : all) {
                if (key == null
                        || !back.name().equals(entry.getKey())
                        || !key.equals(back.properties().get(correction.key()))) {
                    continue;
                }
                if (correction.amounts().isEmpty() || !subtract(left, back, correction.amounts())) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new History.Event(event.id(), event.name(), event.occurred(), left, event.items()));
    }

    /// @return whether something is left of every amount
    private static boolean subtract(Map<String, Object> left, History.Event back, List<String> amounts) {
        boolean some = true;
        for (String amount : amounts) {
            Object taken = back.properties().get(amount);
            Object had = left.get(amount);
            if (taken != null && had != null) {
                Object rest = had instanceof BigDecimal exact
                        ? exact.subtract((BigDecimal) taken)
                        : (Object) (Claims.number(had) - Claims.number(taken));
                left.put(amount, rest);
                some &= Claims.number(rest) > 0;
            }
        }
        return some;
    }
}
