package io.filon.demo;

import io.filon.demo.Tally.Figure;
import io.filon.demo.shop.Calendar;
import io.filon.demo.shop.Prices.Source;

/// Writes what advertising cost by campaign and day: each month, the channel's cost per sign-up times that month's
/// sign-ups, spread evenly over its days, so that cost divided by customers gives exactly the planted figure.
final class Spend {

    private static final long CENTS_A_CLICK = 42;
    private static final long IMPRESSIONS_A_CLICK = 70;

    private Spend() {}

    static Rows write(Calendar calendar, Tally tally) {
        Rows rows = new Rows();
        for (Source source : Source.values()) {
            for (int day = 0; day < calendar.days && source.acquisitionCost > 0; ) {
                day = month(rows, calendar, tally, source, day);
            }
        }
        Retargeting.write(rows, calendar, tally);
        return rows;
    }

    /// @return the first day of the next month
    private static int month(Rows rows, Calendar calendar, Tally tally, Source source, int first) {
        int next = Math.min(
                calendar.days,
                first
                        + calendar.date(first).lengthOfMonth()
                        - calendar.date(first).getDayOfMonth()
                        + 1);
        long left = 0;
        for (int day = first; day < next; day++) {
            left += tally.signups(source, day) * source.acquisitionCost;
        }
        tally.add(Figure.ACQUISITION_COST, left);
        for (int day = first; day < next; day++) {
            long today = left / (next - day);
            left -= today;
            if (today > 0) {
                row(rows, calendar.spanish(day), source, today, tally.signups(source, day));
            }
        }
        return next;
    }

    /// A sign-up is what these campaigns count as a conversion; it has no value of its own.
    private static void row(Rows rows, String day, Source source, long cents, long signups) {
        start(rows, day, source.campaign, source.label, cents);
        rows.number(signups).put(';').end();
    }

    /// All columns but the last two, which say what the platform claims to have brought.
    static void start(Rows rows, String day, String campaign, String channel, long cents) {
        long clicks = cents / CENTS_A_CLICK;
        rows.text(day).put(';').text(campaign).put(';').text(channel).put(';');
        rows.money(cents, ',').put(';').number(clicks * IMPRESSIONS_A_CLICK).put(';');
        rows.number(clicks).put(';');
    }
}
