package io.filon.stats.matched;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Whether days that come again for everybody, as the last of each month do, are chosen more than others.
///
/// Everybody has such days at once, so nobody can stand beside; only their coming back tells. Within each block (the
/// same weekday of a month) the chosen days in question stand against what evenly chosen days would give; each month
/// gives one factor, and the months have to agree ([SignedRank]): one Christmas proves nothing, and spoils little. What
/// happens on the same days of every month for another reason cannot be told apart.
public final class SharedDays {

    /// Fewer months cannot agree.
    public static final int FEWEST_MONTHS = 6;

    /// A month with fewer choices says nothing.
    private static final int FEWEST_CHOICES = 20;

    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    private record Block(int month, boolean[] marked, long[] counts) {}

    private static final class Month {
        private double chosen;
        private double expected;
        private double left;
        private double expectedLeft;
        private long choices;

        void add(Block block) {
            long all = 0;
            long on = 0;
            int days = 0;
            for (int day = 0; day < block.counts.length; day++) {
                all += block.counts[day];
                on += block.marked[day] ? block.counts[day] : 0;
                days += block.marked[day] ? 1 : 0;
            }
            if (days > 0 && days < block.counts.length) {
                double share = days / (double) block.counts.length;
                chosen += on;
                left += all - on;
                expected += all * share;
                expectedLeft += all * (1 - share);
                choices += all;
            }
        }

        /// Log of how many times as often such days are chosen as others.
        double log() {
            return Math.log((chosen + 0.5) / (expected + 0.5)) - Math.log((left + 0.5) / (expectedLeft + 0.5));
        }
    }

    private final Map<Integer, Block> blocks = new TreeMap<>();

    /// @param block  whose days are compared
    /// @param month  it is of
    /// @param marked for each day of the block whether it is one of those in question
    public void block(int block, int month, boolean[] marked) {
        blocks.computeIfAbsent(block, b -> new Block(month, marked.clone(), new long[marked.length]));
    }

    public void add(int block, int day) {
        Block of = blocks.get(block);
        if (of == null) {
            throw new IllegalArgumentException("no block " + block);
        }
        of.counts[day]++;
    }

    /// @return empty with too few months
    public Optional<Lift> lift() {
        Map<Integer, Month> months = new TreeMap<>();
        for (Block block : blocks.values()) {
            months.computeIfAbsent(block.month, m -> new Month()).add(block);
        }
        double[] logs = months.values().stream()
                .filter(month -> month.choices >= FEWEST_CHOICES)
                .mapToDouble(Month::log)
                .toArray();
        if (logs.length < FEWEST_MONTHS) {
            return Optional.empty();
        }
        SignedRank ranks = SignedRank.of(logs);
        return Optional.of(new Lift(ranks.middle(), ranks.low(), ranks.high(), ranks.p()));
    }
}
