package io.filon.rule.live.log;

import io.filon.rule.Sequence;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.clock.WindowClock;
import io.filon.rule.live.clock.WindowClocks;
import java.math.BigDecimal;

/// How often a sequence was completed, read off the log: each step is a matcher.
///
/// @param number of the plan of its steps
public record LogSequence(Sequence sequence, int number, WindowClocks clocks) implements Quantity {

    /// Steps that fit in the bits of a word.
    public static final int MOST_STEPS = 60;

    @Override
    public Reading read(LogView view) {
        SequenceScan scan = view.sequence(number);
        scan.find(view, view.now());
        WindowClock clock = clock(view);
        long count = 0;
        for (int i = 0; i < scan.matches(); i++) {
            count += clock.contains(scan.start(i), view.now()) ? 1 : 0;
        }
        return Reading.still(BigDecimal.valueOf(count), until(scan.entries(), clock, view.now()));
    }

    /// Every match there is if nothing more happens, in order of start and of end: a match that has to wait for
    /// something not done counts from its end on.
    public SequenceScan all(LogView view) {
        SequenceScan scan = view.sequence(number);
        scan.find(view, Micros.NEVER);
        return scan;
    }

    /// Whether of two starts the later one never ends first, so that [#all] are the same ones at any time.
    public boolean isOrderly() {
        return sequence.steps().stream()
                .noneMatch(step -> step instanceof Sequence.Did did
                        && !did.distinct().isEmpty()
                        && !did.after().isNone());
    }

    public WindowClock clock(LogView view) {
        return view.clock(clocks);
    }

    /// Windows move over starts, and waits for what was not done end.
    private long until(StepEntries entries, WindowClock clock, long now) {
        boolean any = sequence.order() == Sequence.Order.ANY;
        int last = lastDone();
        long until = entries.coming();
        for (int i = entries.first(); i >= 0; i--) {
            long time = entries.time(i);
            if (any || entries.isStep(i, 0)) {
                until = Math.min(until, clock.nextChange(time, now));
            }
            if (entries.isStep(i, last)) {
                for (int step = last + 1; step < sequence.steps().size(); step++) {
                    long over = time
                            + Micros.of(((Sequence.NotDone) sequence.steps().get(step)).within());
                    until = over > now ? Math.min(until, over) : until;
                }
            }
        }
        return until;
    }

    /// The step after which there is only what must not be done.
    private int lastDone() {
        int last = sequence.steps().size() - 1;
        while (sequence.steps().get(last) instanceof Sequence.NotDone) {
            last--;
        }
        return last;
    }
}
