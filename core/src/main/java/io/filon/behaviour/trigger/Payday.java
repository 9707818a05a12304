package io.filon.behaviour.trigger;

import java.time.LocalDate;

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

    Shared test(Purchases purchases) {
        return Shared.of(purchases, 1, _ -> 0, (_, day) -> covers(day));
    }
}
