package io.filon.rule.live.log;

/// Looks which entries of any log passed one matcher: where each kind writes it, laid out to be looked up quickly.
final class LogReader {

    private final int kindMask;
    private final int[] widths;
    private final int[] planes;
    private final long[] masks;
    private final long[] passed;

    LogReader(Layout layout, int matcher) {
        kindMask = layout.kindMask();
        widths = layout.ordered().stream().mapToInt(Kind::width).toArray();
        planes = layout.ordered().stream().mapToInt(kind -> kind.plane(matcher)).toArray();
        masks = layout.ordered().stream().mapToLong(kind -> kind.mask(matcher)).toArray();
        passed = layout.ordered().stream()
                .mapToLong(kind -> kind.passed(matcher))
                .toArray();
    }

    /// Whether the entry that ends there did.
    boolean passes(long[] data, int end) {
        int kind = (int) data[end - 1] & kindMask;
        return (data[end - 1 - planes[kind]] & masks[kind]) == passed[kind];
    }

    /// Where the entry before it ends.
    int before(long[] data, int end) {
        return end - widths[(int) data[end - 1] & kindMask];
    }
}
