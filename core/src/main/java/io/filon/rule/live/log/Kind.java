package io.filon.rule.live.log;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Entries of one name of event: where in them each column is, and where it is written which matchers they passed.
public final class Kind {

    private final int number;
    private final Candidates candidates;
    private final int[] columns;
    private final int width;

    /// By number of column: its place in the entry; -1 when not kept.
    private final int[] slots;

    /// By number of matcher: how many words before the head its bit is, which, and how the bits stand when it passed.
    private final int[] planes;
    private final long[] masks;
    private final long[] passed;

    /// How far back every entry is needed, and whether a sequence with a limit looks at every one; then the matchers
    /// that tell of the others.
    private final long horizon;

    private final boolean chained;
    private final Matcher[] further;
    private final Matcher[] chaining;

    /// @param always what every event of this name passes, of the matchers that name it; needs no bit
    Kind(
            int number,
            int kinds,
            List<Matcher> naming,
            Set<Matcher> always,
            int allMatchers,
            int[] columns,
            int[] slots) {
        this.number = number;
        this.candidates = new Candidates(naming);
        this.horizon = always.stream().mapToLong(Matcher::horizon).max().orElse(-1);
        this.chained = always.stream().anyMatch(Matcher::chained);
        this.further =
                naming.stream().filter(matcher -> matcher.horizon() > horizon).toArray(Matcher[]::new);
        this.chaining = naming.stream().filter(Matcher::chained).toArray(Matcher[]::new);
        this.columns = columns.clone();
        this.slots = slots.clone();
        this.planes = new int[allMatchers];
        this.masks = new long[allMatchers];
        this.passed = new long[allMatchers];
        java.util.Arrays.fill(passed, 1); // what no bits can be
        int bit = Layout.kindBits(kinds);
        int plane = 0;
        for (Matcher matcher : naming) {
            passed[matcher.number()] = 0;
            if (!always.contains(matcher)) {
                if (bit == (plane == 0 ? Layout.TAG_BITS : Long.SIZE)) {
                    plane++;
                    bit = 0;
                }
                planes[matcher.number()] = plane;
                masks[matcher.number()] = 1L << bit;
                passed[matcher.number()] = 1L << bit++;
            }
        }
        this.width = columns.length + plane + 1;
    }

    int number() {
        return number;
    }

    /// Those that name it.
    public Candidates candidates() {
        return candidates;
    }

    /// How many columns are kept.
    public int values() {
        return columns.length;
    }

    /// The number of one of them, by its place.
    public int column(int place) {
        return columns[place];
    }

    /// Words of an entry.
    public int width() {
        return width;
    }

    /// An entry that has passed nothing yet.
    public void begin(long time, long[] words) {
        java.util.Arrays.fill(words, columns.length, width, 0);
        words[width - 1] = Layout.head(time, this);
    }

    public void pass(Matcher matcher, long[] words) {
        int at = matcher.number();
        words[width - 1 - planes[at]] |= masks[at];
    }

    /// How many words before the head it is written whether a matcher was passed.
    int plane(int matcher) {
        return planes[matcher];
    }

    /// Which bits of that word are looked at.
    long mask(int matcher) {
        return masks[matcher];
    }

    /// How they stand when it was.
    long passed(int matcher) {
        return passed[matcher];
    }

    boolean passes(long[] data, int end, int matcher) {
        return (data[end - 1 - planes[matcher]] & masks[matcher]) == passed[matcher];
    }

    long value(long[] data, int end, int column) {
        int slot = slots[column];
        return slot < 0 ? Column.MISSING : data[end - width + slot];
    }

    /// How many words before the end of an entry a column stands; -1 when not kept.
    int back(int column) {
        return slots[column] < 0 ? -1 : width - slots[column];
    }

    /// Whether a sequence with a limit looks at it.
    boolean chains(long[] data, int end) {
        if (chained) {
            return true;
        }
        for (Matcher matcher : chaining) {
            if (passes(data, end, matcher.number())) {
                return true;
            }
        }
        return false;
    }

    /// Whether a sequence with a limit looks back as far.
    boolean anchors(long[] data, int end, long age) {
        for (Matcher matcher : chaining) {
            if (age <= matcher.horizon() && passes(data, end, matcher.number())) {
                return true;
            }
        }
        return false;
    }

    /// Whether a matcher it passed looks back as far.
    boolean isNeeded(long[] data, int end, long age) {
        if (age <= horizon) {
            return true;
        }
        for (Matcher matcher : further) {
            if (age <= matcher.horizon() && passes(data, end, matcher.number())) {
                return true;
            }
        }
        return false;
    }

    /// Kinds by their number.
    static List<Kind> ordered(Map<String, Kind> kinds) {
        return kinds.values().stream()
                .sorted(java.util.Comparator.comparingInt(Kind::number))
                .toList();
    }
}
