package io.filon.rule;

import static io.filon.problem.Require.require;

import java.util.List;

/// Which of a customer's events are meant.
///
/// @param names  any of these events
/// @param where  what must be true of each
/// @param items  which of its items are read when a measure is of an item's property, `items.price`
/// @param window when it happened; by event time, however late it arrived
/// @param gross  as it happened; otherwise net: what the catalogue says corrects an event (refund, cancellation) is
///     taken off it, and an event corrected whole does not count
public record Events(List<String> names, Filter where, Filter items, Window window, boolean gross) {

    public Events {
        names = List.copyOf(names);
        require(!names.isEmpty(), "a condition on events needs the name of one");
        names.forEach(name -> require(!name.isBlank(), "an event needs a name"));
        require(!window.isAhead(), "events have happened; the window %s looks ahead", window);
    }

    /// All events of one name, net.
    public static Events of(String name) {
        return new Events(List.of(name), new Filter.Every(), new Filter.Every(), new Window.Always(), false);
    }

    public Events in(Window other) {
        return new Events(names, where, items, other, gross);
    }

    public Events where(Filter other) {
        return new Events(names, other, items, window, gross);
    }
}
