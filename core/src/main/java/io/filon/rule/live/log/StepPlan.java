package io.filon.rule.live.log;

import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.live.clock.Micros;
import java.util.List;

/// A sequence by the matchers and columns of its steps, apart from when: found once, whoever shares it.
///
/// @param sequence in any window
/// @param matchers of each step, by its place
/// @param same     column of the shared property; -1 for none
/// @param distinct by step, column of the property that differs; -1 for none
public record StepPlan(Sequence sequence, List<Integer> matchers, int same, List<Integer> distinct) {

    public StepPlan {
        sequence = new Sequence(
                sequence.steps(), sequence.same(), sequence.order(), sequence.within(), new Window.Always());
        matchers = List.copyOf(matchers);
        distinct = List.copyOf(distinct);
    }

    /// Which entries it looks at, and how they are linked: the same for sequences that differ only in how long
    /// things may take.
    record Runs(List<Integer> matchers, int same, boolean limited) {}

    Runs runs() {
        return new Runs(matchers, same, longest(sequence) != Micros.NEVER);
    }

    /// How long a match can take, in microseconds; [Micros#NEVER] when there is no limit.
    public static long longest(Sequence sequence) {
        if (!sequence.within().isNone()) {
            return Micros.of(sequence.within());
        }
        long longest = 0;
        long wait = 0;
        for (int i = 0; i < sequence.steps().size(); i++) {
            switch (sequence.steps().get(i)) {
                case Sequence.Did did -> {
                    Span within = did.within();
                    if (sequence.order() == Sequence.Order.ANY || (i == 0 ? did.times() > 1 : within.isNone())) {
                        return Micros.NEVER;
                    }
                    longest += i == 0 ? 0 : Micros.of(within);
                }
                case Sequence.NotDone no -> wait = Math.max(wait, Micros.of(no.within()));
            }
        }
        return longest + wait;
    }
}
