package io.filon.behaviour.trigger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Whether messages of a campaign follow what their receiver has just done: a purchase, a visit, a cart, a complaint.
///
/// Each message is compared with the same weekday and time of its month: how much more often had the same customer done
/// anything in the day before, or bought in the thirty days before? Another customer, to whom nothing was sent that
/// day, tells how much of that the calendar does (case-time-control, Suissa 1995). A message that answers to a cart or
/// an order shows at once. What made it be sent also makes people buy, so nothing can be said of its effect.
final class Reaction {

    private static final long MONTH = 30 * Moments.DAY;
    private static final double CERTAIN = 3.3;
    private static final double TWICE = 2;
    private static final int FEWEST_EACH = 10;

    /// Steps through the customers that meet all of them in an order that looks like none.
    private static final int STRIDE = 7_919;

    private final Moments actions;
    private final Moments purchases;
    private final int people;

    /// @param actions   anything done, purchases too
    /// @param purchases only those
    Reaction(Moments actions, Moments purchases, int people) {
        this.actions = actions;
        this.purchases = purchases;
        this.people = people;
    }

    boolean isTo(Source source) {
        return follows(source, actions, Moments.DAY) || follows(source, purchases, MONTH);
    }

    private boolean follows(Source source, Moments done, long window) {
        Side sent = new Side(done, window);
        Side others = new Side(done, window);
        int other = 0;
        for (int person = 0; person < people; person++) {
            if (!source.onsets().has(person) || !done.has(person)) {
                continue;
            }
            for (long moment : source.onsets().of(person)) {
                int tried = 0;
                do {
                    other = (other + STRIDE) % people;
                } while (++tried < 20 && !comparable(source, other, person, moment, done));
                if (tried < 20) {
                    sent.add(person, moment);
                    others.add(other, moment);
                }
            }
        }
        if (sent.discordant < FEWEST_EACH) {
            return false;
        }
        double difference = sent.mean() - others.mean();
        double error = Math.sqrt(sent.variance() + others.variance());
        return difference > CERTAIN * error && sent.ratio() >= TWICE * others.ratio();
    }

    /// Known by then, and nothing sent to him or her that day.
    private static boolean comparable(Source source, int other, int person, long moment, Moments done) {
        return other != person
                && done.has(other)
                && done.of(other)[0] < moment
                && !source.onsets().any(other, moment - Moments.DAY, moment + Moments.DAY);
    }

    /// Those who were sent it, or those who were not.
    private static final class Side {
        private final Moments done;
        private final long window;
        private final Map<Integer, double[]> byPerson = new HashMap<>();
        private double sum;
        private double more = 0.5;
        private double less = 0.5;
        private int discordant;
        private int moments;

        Side(Moments done, long window) {
            this.done = done;
            this.window = window;
        }

        void add(int person, long moment) {
            long known = done.of(person)[0];
            int weeks = 0;
            int after = 0;
            for (int week = -4; week <= 4; week++) {
                long other = moment + 7 * Moments.DAY * week;
                if (week != 0 && other > known && sameMonth(moment, other)) {
                    weeks++;
                    after += any(person, other) ? 1 : 0;
                }
            }
            if (weeks == 0) {
                return;
            }
            int own = any(person, moment) ? 1 : 0;
            double difference = own - after / (double) weeks;
            moments++;
            sum += difference;
            double[] parts = byPerson.computeIfAbsent(person, p -> new double[2]);
            parts[0] += difference;
            parts[1]++;
            discordant += difference == 0 ? 0 : 1;
            more += own * (weeks - after) / (weeks + 1.0);
            less += (1 - own) * after / (weeks + 1.0);
        }

        private boolean any(int person, long moment) {
            return done.any(person, moment - window - 1, moment - 1);
        }

        double mean() {
            return moments == 0 ? 0 : sum / moments;
        }

        double ratio() {
            return more / less;
        }

        double variance() {
            double mean = mean();
            double squares = byPerson.values().stream()
                    .mapToDouble(parts -> parts[0] - mean * parts[1])
                    .map(part -> part * part)
                    .sum();
            return moments == 0 ? 0 : squares / ((double) moments * moments);
        }
    }

    private static boolean sameMonth(long one, long other) {
        LocalDate a = LocalDate.ofEpochDay(Math.floorDiv(one, Moments.DAY));
        LocalDate b = LocalDate.ofEpochDay(Math.floorDiv(other, Moments.DAY));
        return a.getMonthValue() == b.getMonthValue();
    }
}
