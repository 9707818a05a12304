package io.filon.rule.live.log;

import io.filon.rule.Sequence;
import java.math.BigDecimal;

/// How often a sequence was completed, read off the log: each step is a matcher.
///
/// @param matchers of each step, by its place
@SuppressWarnings("ArrayRecordComponent") // places in a row, never compared
public record LogSequence(Sequence sequence, int[] matchers, SequenceScan scan, WindowClocks clocks)
        implements Quantity {

    /// Steps that fit in the bits of a word.
    public static final int MOST_STEPS = 60;

    /// @param same     column of the shared property; -1 for none
    /// @param distinct by step, column of the property that differs; -1 for none
    public static LogSequence of(Sequence sequence, int[] matchers, int same, int[] distinct, WindowClocks clocks) {
        return new LogSequence(sequence, matchers, new SequenceScan(sequence, matchers, same, distinct), clocks);
    }

    @Override
    public Reading read(LogView view) {
        scan.find(view, view.now());
        WindowClock clock = clock(view);
        long count = 0;
        for (int i = 0; i < scan.matches(); i++) {
            count += clock.contains(scan.start(i), view.now()) ? 1 : 0;
        }
        return Reading.still(BigDecimal.valueOf(count), until(clock, view.now()));
    }

    /// Every match there is if nothing more happens, in order of start and of end: a match that has to wait for
    /// something not done counts from its end on.
    public SequenceScan all(LogView view) {
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

    /// How long a match can take, in microseconds; [Micros#NEVER] when there is no limit.
    public static long longest(Sequence sequence) {
        return SequenceScan.longest(sequence);
    }

    public WindowClock clock(LogView view) {
        return clocks.in(view.zone(clocks.personal()));
    }

    /// When the first step arrives that has not happened yet.
    public long coming() {
        return scan.entries().coming();
    }

    /// Windows move over starts, and waits for what was not done end.
    private long until(WindowClock clock, long now) {
        StepEntries entries = scan.entries();
        boolean any = sequence.order() == Sequence.Order.ANY;
        int last = lastDone();
        long until = entries.coming();
        for (int i = entries.first(); i >= 0; i--) {
            long time = entries.time(i);
            if (any || entries.isStep(i, 0)) {
                until = Math.min(until, clock.nextChange(time, now));
            }
            if (entries.isStep(i, last)) {
                for (int step = last + 1; step < matchers.length; step++) {
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
        int last = matchers.length - 1;
        while (sequence.steps().get(last) instanceof Sequence.NotDone) {
            last--;
        }
        return last;
    }
}
