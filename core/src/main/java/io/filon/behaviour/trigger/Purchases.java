package io.filon.behaviour.trigger;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.LocalDate;
import java.util.Arrays;

/// Every purchase day with the days it is compared with: the same weekday of the same month, at the same time of day,
/// on which the customer was known, did not buy, and the files can tell.
final class Purchases {

    int size;
    /// Customer of each purchase.
    int[] person = new int[1024];
    /// Month and weekday.
    int[] block = new int[1024];
    /// Which of that weekday in the month, 0..4.
    int[] place = new int[1024];
    /// Those of them that could have been, a bit each.
    int[] open = new int[1024];
    /// Day number of the first of them.
    int[] first = new int[1024];
    int[] second = new int[1024];
    /// Day number of the month's first.
    int[] monthFirst = new int[1024];
    double[] margin = new double[1024];
    /// Where every purchase has its time of day.
    boolean timed = true;

    private final int lastDay;

    private Purchases(int lastDay) {
        this.lastDay = lastDay;
    }

    static Purchases read(Store store, People people) {
        LocalDate asOf =
                LocalDate.parse(store.text(Sql.of("select as_of from run")).orElseThrow());
        Purchases purchases = new Purchases((int) asOf.toEpochDay());
        int[] started = {-1, 0};
        store.scan(
                Sql.of("select encode(customer_id), bought_day, bought_second, known_day, margin, "
                        + "case when timed then 1 else 0 end as timed from trigger_purchases"), // as they were built
                cells -> {
                    int customer = people.number(String.valueOf(cells.text(0)));
                    if (customer != started[0]) {
                        purchases.closeOwn(started[1]);
                        started[0] = customer;
                        started[1] = purchases.size;
                    }
                    purchases.add(
                            customer,
                            (int) cells.number(1),
                            (int) cells.number(2),
                            (int) cells.number(3),
                            cells.number(4));
                    purchases.timed &= cells.number(5) == 1;
                });
        purchases.closeOwn(started[1]);
        return purchases;
    }

    private void add(int customer, int day, int atSecond, int knownDay, double left) {
        if (size == person.length) {
            grow();
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        int week = (date.getDayOfMonth() - 1) / 7;
        int firstDay = day - 7 * week;
        person[size] = customer;
        block[size] = (date.getYear() * 12 + date.getMonthValue() - 1) * 7
                + date.getDayOfWeek().getValue()
                - 1;
        place[size] = week;
        first[size] = firstDay;
        second[size] = atSecond;
        monthFirst[size] = day - date.getDayOfMonth() + 1;
        margin[size] = left;
        int most = LocalDate.ofEpochDay(firstDay + 28L).getMonthValue() == date.getMonthValue() ? 5 : 4;
        for (int i = 0; i < most; i++) {
            int other = firstDay + 7 * i;
            if (other == day || (other >= knownDay && other <= lastDay)) {
                open[size] |= 1 << i;
            }
        }
        size++;
    }

    /// A day on which the customer bought too is no day to compare with.
    private void closeOwn(int from) {
        for (int i = from; i < size; i++) {
            for (int j = i + 1; j < size && first[j] <= first[i] + 6; j++) {
                if (block[j] == block[i]) {
                    open[i] &= ~(1 << place[j]);
                    open[j] &= ~(1 << place[i]);
                }
            }
        }
    }

    private void grow() {
        int more = 2 * size;
        person = Arrays.copyOf(person, more);
        block = Arrays.copyOf(block, more);
        place = Arrays.copyOf(place, more);
        open = Arrays.copyOf(open, more);
        first = Arrays.copyOf(first, more);
        second = Arrays.copyOf(second, more);
        monthFirst = Arrays.copyOf(monthFirst, more);
        margin = Arrays.copyOf(margin, more);
    }

    /// What a purchase day leaves on average.
    double worth() {
        double all = 0;
        for (int i = 0; i < size; i++) {
            all += margin[i];
        }
        return size == 0 ? 0 : all / size;
    }

    /// The moment of a purchase, had it been on the day of that place.
    long moment(int purchase, int at) {
        return (first[purchase] + 7L * at) * Moments.DAY + second[purchase];
    }

    boolean isOpen(int purchase, int at) {
        return (open[purchase] >> at & 1) == 1;
    }

    /// The month of a purchase, and when it begins.
    int month(int purchase) {
        return Math.floorDiv(block[purchase], 7);
    }

    long monthStart(int purchase) {
        return monthFirst[purchase] * Moments.DAY;
    }
}
