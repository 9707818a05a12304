package io.filon.behaviour.trigger;

import io.filon.stats.matched.Lift;
import io.filon.stats.matched.SharedDays;
import java.time.LocalDate;
import java.util.Optional;

/// The days around which people are paid: the end of the month, its first days and its middle.
enum Payday {
    MONTH_END(25, 31),
    MONTH_START(1, 5),
    MID_MONTH(14, 16);

    private final int first;
    private final int last;

    Payday(int first, int last) {
        this.first = first;
        this.last = last;
    }

    private boolean covers(long day) {
        int ofMonth = LocalDate.ofEpochDay(day).getDayOfMonth();
        return ofMonth >= first && ofMonth <= last;
    }

    /// @param purchases how many fell on such days
    record Tested(long purchases, double margin, Optional<Lift> lift) {}

    Tested test(Purchases purchases) {
        SharedDays days = new SharedDays();
        long on = 0;
        double margin = 0;
        for (int i = 0; i < purchases.size; i++) {
            int block = purchases.block[i];
            long firstDay = purchases.first[i];
            int most = LocalDate.ofEpochDay(firstDay + 28).getMonthValue()
                            == LocalDate.ofEpochDay(firstDay).getMonthValue()
                    ? 5
                    : 4;
            boolean[] marked = new boolean[most];
            for (int at = 0; at < most; at++) {
                marked[at] = covers(firstDay + 7L * at);
            }
            days.block(block, purchases.month(i), marked);
            days.add(block, purchases.place[i]);
            if (marked[purchases.place[i]]) {
                on++;
                margin += purchases.margin[i];
            }
        }
        return new Tested(on, margin, days.lift());
    }
}
