package io.filon.behaviour.trigger;

import io.filon.stats.matched.Lift;
import io.filon.stats.matched.Swaps;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Purchases beside one source within one window: were customers reached more often just before a purchase than on
/// other days, beyond what the same days did to customers who were not reached?
///
/// Of a month in which it reached a customer only the days after count: whoever buys before a message is often not
/// sent it, so days before it would be too empty (Farrington, Whitaker and Hocine 2009).
///
/// @param purchases within the window after it
/// @param margin    what they left
/// @param lift      empty when days cannot be told apart
record Exposure(long windowSeconds, long purchases, double margin, Optional<Lift> lift) {

    static Exposure of(Purchases purchases, Source source, long windowSeconds) {
        return new Fill(purchases, source, windowSeconds).exposure();
    }

    private static final class Fill {
        private final Purchases purchases;
        private final Source source;
        private final long window;
        private final Swaps swaps = new Swaps();
        private final Set<Integer> blocks = new HashSet<>();
        private long after;
        private double margin;

        Fill(Purchases purchases, Source source, long window) {
            this.purchases = purchases;
            this.source = source;
            this.window = window;
        }

        Exposure exposure() {
            for (int i = 0; i < purchases.size; i++) {
                if (reached(i)) {
                    add(i);
                }
            }
            for (int i = 0; i < purchases.size; i++) {
                if (!source.isShared() && !reached(i) && blocks.contains(purchases.block[i])) {
                    swaps.add(purchases.block[i], purchases.place[i], purchases.open[i], 0, purchases.person[i]);
                }
            }
            return new Exposure(window, after, margin, swaps.lift());
        }

        private boolean reached(int i) {
            return source.onsets().has(purchases.person[i]) || source.held().has(purchases.person[i]);
        }

        private void add(int i) {
            int person = purchases.person[i];
            long since = since(i);
            int open = 0;
            int exposed = 0;
            for (int at = 0; at < 5; at++) {
                long moment = purchases.moment(i, at);
                if (purchases.isOpen(i, at) && moment >= since) {
                    open |= 1 << at;
                    exposed |= source.onsets().any(person, moment - window, moment) ? 1 << at : 0;
                }
            }
            int own = purchases.place[i];
            if ((open >> own & 1) == 0) {
                return;
            }
            if ((exposed >> own & 1) == 1) {
                after++;
                margin += purchases.margin[i];
            }
            if (exposed != 0) {
                blocks.add(purchases.block[i]);
            }
            swaps.add(purchases.block[i], own, open, exposed, source.cluster(person));
        }

        /// When it first reached the customer, or would have, in the purchase's month; the month's begin when it did
        /// not, and of what comes to all whatever they do.
        private long since(int i) {
            long start = purchases.monthStart(i);
            if (source.isShared()) {
                return start;
            }
            long end = purchases.moment(i, 4);
            long first = Math.min(
                    source.onsets().next(purchases.person[i], start),
                    source.held().next(purchases.person[i], start));
            return first <= end ? first : start;
        }
    }
}
