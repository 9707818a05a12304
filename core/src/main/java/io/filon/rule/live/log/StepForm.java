package io.filon.rule.live.log;

import java.util.List;
import java.util.stream.IntStream;

/// Entries of one kind as one sequence sees them, laid out to be looked up quickly.
///
/// @param width words of an entry
/// @param sure  the steps that every entry is: a bit each
/// @param open  the steps that some entries are
/// @param same  how many words before the end of an entry the shared property stands; -1 when it has none
record StepForm(int width, long sure, List<Open> open, int same) {

    /// @param step  its bit
    /// @param plane how many words before the head it is written
    private record Open(long step, int plane, long mask, long passed) {}

    static StepForm of(Kind kind, int[] matchers, int same) {
        long sure = 0;
        for (int step = 0; step < matchers.length; step++) {
            boolean each = kind.mask(matchers[step]) == 0 && kind.passed(matchers[step]) == 0;
            sure |= each ? 1L << step : 0;
        }
        List<Open> open = IntStream.range(0, matchers.length)
                .filter(step -> kind.mask(matchers[step]) != 0)
                .mapToObj(step -> new Open(
                        1L << step,
                        kind.plane(matchers[step]),
                        kind.mask(matchers[step]),
                        kind.passed(matchers[step])))
                .toList();
        return new StepForm(kind.width(), sure, open, same < 0 ? -1 : kind.back(same));
    }

    /// Which steps the entry that ends there is.
    long steps(long[] data, int end) {
        long steps = sure;
        for (int i = 0; i < open.size(); i++) {
            Open each = open.get(i);
            steps |= (data[end - 1 - each.plane] & each.mask) == each.passed ? each.step : 0;
        }
        return steps;
    }

    /// The shared property of the entry that ends there.
    long key(long[] data, int end) {
        return same < 0 ? Column.MISSING : data[end - same];
    }
}
