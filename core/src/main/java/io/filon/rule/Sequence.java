package io.filon.rule;

import static io.filon.problem.Require.require;

import java.util.List;

/// Things done one after another: *added to a basket, then no order within 24 hours*.
///
/// Events are taken in order of event time; those of the same instant, in order of arrival. A match starts at each
/// event of the first step in turn, and each following step is taken at its first chance. A match that completes is
/// counted once, and the next may start only after its end; one that fails leaves the next event free to start.
/// Matches are found over the whole history, as it happened (gross), and belong to the window in which they start.
/// Times between steps are elapsed: a day is 24 hours.
///
/// @param same   a property that every event of a match shares, `cart_id`, `session_id`; empty for none. Events
///     without it take no part, and each value has its own matches
/// @param within the whole match takes at most this; [Span#NONE] for any time
public record Sequence(List<Step> steps, String same, Order order, Span within, Window window) {

    public enum Order {
        /// In the order given; other events may lie between.
        THEN,
        /// In the order given; each step is the very next event, of those that take part, after the one before.
        AT_ONCE,
        /// In any order: each step is first taken at or after the start, which is any of them.
        ANY
    }

    /// A step of a sequence.
    public sealed interface Step {
        List<String> names();

        Filter where();
    }

    /// Something done.
    ///
    /// @param times    how many such events make the step; it is taken at the last of them
    /// @param distinct a property of which each of them has another value; empty for none
    /// @param after    at least this long after the step before; [Span#NONE] for any
    /// @param within   at most this long after the step before; [Span#NONE] for any
    public record Did(List<String> names, Filter where, int times, String distinct, Span after, Span within)
            implements Step {
        public Did {
            names = List.copyOf(names);
            require(!names.isEmpty(), "a step needs the name of an event");
            require(times >= 1, "a step is done at least once, not %d times", times);
        }
    }

    /// Something not done: until the next step is taken; at the end, for `within` after the last one.
    public record NotDone(List<String> names, Filter where, Span within) implements Step {
        public NotDone {
            names = List.copyOf(names);
            require(!names.isEmpty(), "a step needs the name of an event");
        }
    }

    public Sequence {
        steps = List.copyOf(steps);
        require(!steps.isEmpty(), "a sequence needs at least one step");
        require(steps.getFirst() instanceof Did, "a sequence starts with something done");
        require(!window.isAhead(), "events have happened; the window %s looks ahead", window);
        for (int i = 0; i < steps.size(); i++) {
            boolean end = steps.subList(i, steps.size()).stream().allMatch(NotDone.class::isInstance);
            if (steps.get(i) instanceof NotDone absent) {
                require(absent.within().isNone() != end, "'not' takes 'within' at the end, and only there");
            }
            require(order == Order.THEN || isBare(steps.get(i)), "this order takes plain steps, not %s", steps.get(i));
        }
        require(order != Order.ANY || steps.size() > 1, "any order needs at least two steps");
    }

    private static boolean isBare(Step step) {
        return step instanceof Did did && did.times == 1 && did.after.isNone() && did.within.isNone();
    }
}
