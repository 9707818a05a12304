package io.filon.rule.live.log;

/// How long entries of a log are needed: as long as the matcher that looks back furthest.
public final class Horizons {

    private final long[] ofMatcher;
    private final int planes;
    private final int[] words;

    public Horizons(Layout layout) {
        ofMatcher = layout.matchers().stream().mapToLong(Matcher::horizon).toArray();
        planes = layout.planes();
        words = new int[layout.kinds().size()];
        layout.kinds().values().forEach(kind -> words[kind.number()] = 1 + planes + kind.columns().length);
    }

    /// @param bits where the entry's bits begin
    public long of(long[] data, int bits) {
        long longest = 0;
        for (int plane = 0; plane < planes; plane++) {
            for (long left = data[bits + plane]; left != 0; left &= left - 1) {
                longest = Math.max(longest, ofMatcher[64 * plane + Long.numberOfTrailingZeros(left)]);
            }
        }
        return longest;
    }

    public int words(int kind) {
        return words[kind];
    }
}
