package io.filon.demo;

import io.filon.demo.Tally.Figure;
import io.filon.demo.shop.Calendar;

/// Advertising shown to whoever has just looked at the shop. The platform claims a part of each day's orders as its
/// own, and its return looks splendid; those customers buy anyway, and it brings nothing.
final class Retargeting {

    static final String CHANNEL = "Retargeting";
    static final String CAMPAIGN = "Visitantes recientes";

    private static final long CENTS_AN_ORDER = 6;
    private static final long ORDERS_A_CLAIM = 40;

    private Retargeting() {}

    static void write(Rows rows, Calendar calendar, Tally tally) {
        for (int day = 0; day < calendar.days; day++) {
            long cents = tally.ordersOn(day) * CENTS_AN_ORDER;
            if (cents == 0) {
                continue;
            }
            tally.add(Figure.ACQUISITION_COST, cents);
            Spend.start(rows, calendar.spanish(day), CAMPAIGN, CHANNEL, cents);
            rows.number(tally.ordersOn(day) / ORDERS_A_CLAIM).put(';');
            rows.money(tally.salesOn(day) / ORDERS_A_CLAIM, ',').end();
        }
    }
}
