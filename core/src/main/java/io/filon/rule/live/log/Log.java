package io.filon.rule.live.log;

import io.filon.rule.live.clock.Micros;

/// What is kept of one customer's events, in order of event time, those of one instant by arrival.
///
/// An entry is the values of its columns and then its head, which holds the instant, the kind and whether it passed
/// the first few matchers: see [Layout]. All lie in one array and are read from the end, which is what windows look
/// at. Entries that no matcher looks back to any more are dropped when room is needed.
public class Log {

    private static final long[] NONE = {};

    /// Numbers that a processor fetches at a time.
    private static final int LINE = 8;

    private long[] data = NONE;
    private int used;

    final long[] data() {
        return data;
    }

    /// Where the last entry ends; 0 when there is none.
    final int end() {
        return used;
    }

    /// Whether its last entry is still to come.
    final boolean isAhead(long now) {
        return used > 0 && Layout.time(data[used - 1]) > now;
    }

    /// Reads the last few entries, so that they are fetched.
    protected final long readEnd() {
        int last = used - 1;
        return last < 0 ? 0 : data[last] + data[Math.max(0, last - LINE)] + data[Math.max(0, last - 2 * LINE)];
    }

    public final void clear() {
        data = NONE;
        used = 0;
    }

    /// @param words the values and then the head, as the layout has them
    public final void insert(Layout layout, long[] words, int length, long now) {
        if (used + length > data.length) {
            makeRoom(layout, length, now);
        }
        long head = words[length - 1];
        int at = used;
        while (at > 0 && Layout.time(data[at - 1]) > Layout.time(head)) {
            at -= layout.kind(data[at - 1]).width();
        }
        System.arraycopy(data, at, data, at + length, used - at);
        System.arraycopy(words, 0, data, at, length);
        used += length;
    }

    /// Drops what nobody looks back to. Where that leaves too little room, or more than a quarter of what stays, there
    /// will be room for an eighth more.
    ///
    /// An entry stays while a matcher it passed looks back to it, or while a sequence that is still asked for could
    /// reach from it to one that the sequence looks back to, or that stays for the same reason.
    private void makeRoom(Layout layout, int length, long now) {
        int start = used;
        long chained = Micros.NEVER;
        int end = used;
        while (end > 0) {
            long time = Layout.time(data[end - 1]);
            Kind kind = layout.kind(data[end - 1]);
            boolean chains = kind.chains(data, end);
            boolean reaches = chains && chained != Micros.NEVER && chained - time <= layout.longestSequence();
            if (reaches || kind.isNeeded(data, end, now - time)) {
                chained = reaches || kind.anchors(data, end, now - time) ? time : chained;
                start -= kind.width();
                move(end - kind.width(), start, kind.width());
            }
            end -= kind.width();
        }
        used -= start;
        int free = data.length - used;
        boolean fits = free >= Math.max(length, used / 16) && free <= Math.max(length, used / 4);
        long[] target = fits ? data : new long[used + Math.max(length, used / 8)];
        System.arraycopy(data, start, target, 0, used);
        data = target;
    }

    private void move(int from, int to, int length) {
        if (from != to) {
            System.arraycopy(data, from, data, to, length);
        }
    }
}
