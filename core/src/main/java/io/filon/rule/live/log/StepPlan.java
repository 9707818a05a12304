package io.filon.rule.live.log;

import io.filon.rule.Sequence;
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
        return new Runs(matchers, same, SequenceScan.longest(sequence) != Micros.NEVER);
    }
}
