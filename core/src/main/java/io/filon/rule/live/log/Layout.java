package io.filon.rule.live.log;

import static io.filon.problem.Require.require;

import java.util.List;
import java.util.Map;

/// What a log keeps of each kind of event: its instant, which matchers it passed, and the columns somebody asks for.
///
/// The head of an entry holds, from its lowest bit, the number of its kind, a bit for each of the first matchers of
/// that kind that have to be asked at all, and above [#TAG_BITS] bits the instant, as microseconds since 1970. That
/// reaches 285 years to either side; instants beyond are taken as the last of them.
///
/// @param matchers        by their number
/// @param columns         by their number
/// @param kinds           by name of event
/// @param ordered         the kinds by their number
/// @param sequences       by their number
/// @param longestSequence microseconds that a match of a sequence may take, of those that have such a limit
public record Layout(
        List<Matcher> matchers,
        List<Column> columns,
        Map<String, Kind> kinds,
        List<Kind> ordered,
        List<StepPlan> sequences,
        Dictionary words,
        long longestSequence) {

    static final int TAG_BITS = 10;

    private static final long KINDS = 1L << TAG_BITS;
    private static final long TIMES = 1L << (63 - TAG_BITS);

    public Layout {
        require(ordered.size() <= KINDS, "rules name %d events, more than %d", ordered.size(), KINDS);
    }

    /// Bits of the head that tell the kind, of so many.
    static int kindBits(int kinds) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, kinds - 1));
    }

    int kindMask() {
        return (1 << kindBits(ordered.size())) - 1;
    }

    static long time(long head) {
        return head >> TAG_BITS;
    }

    static long head(long time, Kind kind) {
        return Math.clamp(time, -TIMES, TIMES - 1) << TAG_BITS | kind.number();
    }

    Kind kind(long head) {
        return ordered.get((int) head & kindMask());
    }
}
