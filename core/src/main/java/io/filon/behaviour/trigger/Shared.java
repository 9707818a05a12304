package io.filon.behaviour.trigger;

import io.filon.stats.matched.Lift;
import io.filon.stats.matched.SharedDays;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// Purchases beside days that many have at once, as paydays or a town's weather: months have to agree.
///
/// @param purchases how many fell on such days
record Shared(long purchases, double margin, Optional<Lift> lift) {

    /// Whether a day counts for a group.
    interface Marked {
        boolean is(int group, long day);
    }

    /// @param group  of each customer, 0 up to `groups`; -1 leaves the customer out
    static Shared of(Purchases purchases, int groups, IntUnaryOperator group, Marked marked) {
        SharedDays days = new SharedDays();
        long on = 0;
        double margin = 0;
        for (int i = 0; i < purchases.size; i++) {
            int own = group.applyAsInt(purchases.person[i]);
            if (own < 0) {
                continue;
            }
            int block = purchases.block[i] * groups + own;
            boolean[] those = marked(purchases.first[i], own, marked);
            days.block(block, purchases.month(i), those);
            days.add(block, purchases.place[i]);
            if (those[purchases.place[i]]) {
                on++;
                margin += purchases.margin[i];
            }
        }
        return new Shared(on, margin, days.lift());
    }

    /// Which of a weekday's days of a month count.
    private static boolean[] marked(long firstDay, int group, Marked marked) {
        LocalDate first = LocalDate.ofEpochDay(firstDay);
        boolean[] those = new boolean[first.plusDays(28).getMonthValue() == first.getMonthValue() ? 5 : 4];
        for (int at = 0; at < those.length; at++) {
            those[at] = marked.is(group, firstDay + 7L * at);
        }
        return those;
    }
}
