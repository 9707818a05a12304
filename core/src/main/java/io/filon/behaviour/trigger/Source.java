package io.filon.behaviour.trigger;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing from outside that may set purchases off, and when it reached whom.
///
/// @param kind   `campaign`, `price`, `price_rise`, `restock`, `answer`, or of the world outside
/// @param onsets when it reached each customer
/// @param held   when it would have reached a customer of a control group
/// @param people customers it reached
/// @param times  how often it reached anybody
/// @param timed  whether the file gives times of day
/// @param places where each customer lives, of what all of a place share; else nobody lives anywhere
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
record Source(
        String kind, String name, Moments onsets, Moments held, int people, long times, boolean timed, int[] places) {

    /// A source that reached fewer is not looked at.
    private static final int FEWEST = 30;

    private static final int[] NOWHERE = {};

    /// Whether it came to all of a place at once, whatever they had done.
    boolean isShared() {
        return places.length > 0;
    }

    /// Who is one observation: the customer, or all of the place.
    int cluster(int person) {
        return isShared() ? places[person] : person;
    }

    /// Columns of numbers while they are read.
    private static final class Reading {
        private final String kind;
        private final String name;
        private final Moments onsets = new Moments();
        private final Moments held = new Moments();
        private int people;
        private int last = -1;
        private long times;
        private boolean timed;

        Reading(String kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        void add(int person, long moment, boolean control) {
            (control ? held : onsets).add(person, moment);
            if (!control) {
                people += person == last ? 0 : 1;
                last = person;
                times++;
                timed |= moment % Moments.DAY != 0;
            }
        }

        /// A message whose hour no file tells may have come after that day's purchases, as a coupon redeemed in one:
        /// it counts from the next day on.
        Source source() {
            if (kind.equals("campaign") && !timed) {
                onsets.shift(Moments.DAY);
                held.shift(Moments.DAY);
            }
            onsets.sort();
            held.sort();
            return new Source(kind, name, onsets, held, people, times, timed, NOWHERE);
        }
    }

    static List<Source> read(Store store, People numbers) {
        List<Source> sources = new ArrayList<>();
        @Nullable Reading[] now = {null};
        store.scan(
                Sql.of("select encode(kind), encode(name), encode(customer_id), onset_day, onset_second, "
                        + "case when control then 1 else 0 end from trigger_onsets"), // as they were built, by name
                cells -> {
                    String kind = String.valueOf(cells.text(0));
                    String name = String.valueOf(cells.text(1));
                    Reading reading = now[0];
                    if (reading == null || !reading.kind.equals(kind) || !reading.name.equals(name)) {
                        if (reading != null) {
                            sources.add(reading.source());
                        }
                        reading = new Reading(kind, name);
                        now[0] = reading;
                    }
                    reading.add(
                            numbers.number(String.valueOf(cells.text(2))),
                            ((long) cells.number(3)) * Moments.DAY + (long) cells.number(4),
                            cells.number(5) == 1);
                });
        if (now[0] != null) {
            sources.add(now[0].source());
        }
        return sources.stream().filter(source -> source.times >= FEWEST).toList();
    }
}
