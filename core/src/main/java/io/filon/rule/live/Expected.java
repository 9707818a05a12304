package io.filon.rule.live;

import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.clock.Wakes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fetches from memory the customers that the next few arrivals will ask for, and those the time until then will.
///
/// Customers lie scattered: looked at in their turn the processor waits for each, several times over; what is read of
/// all of them together it fetches at the same time. Reading changes nothing. For one thread.
final class Expected {

    /// How many arrivals at a time; what is fetched has to stay in the cache until its turn.
    static final int ARRIVALS = 16;

    private final Reach reach;
    private final Customers customers;
    private final Wakes wakes;
    private final @Nullable Customer[] arriving = new @Nullable Customer[ARRIVALS];
    private final int[] places = new int[ARRIVALS];
    private final int[] due = new int[4 * ARRIVALS];

    /// Of all that was read, so that no compiler leaves the reading out.
    @SuppressWarnings("UnusedVariable")
    private long sum;

    Expected(Reach reach, Customers customers, Wakes wakes) {
        this.reach = reach;
        this.customers = customers;
        this.wakes = wakes;
    }

    /// @param arrivals [#ARRIVALS] at most
    void fetch(List<LiveSegments.Arrival> arrivals) {
        int size = arrivals.size();
        for (int i = 0; i < size; i++) {
            places[i] = customers.place(arrivals.get(i).customerId());
            sum += customers.hashAt(places[i]);
        }
        long until = Micros.of(arrivals.getLast().now());
        int dues = wakes.until(until, due);
        for (int i = 0; i < size; i++) {
            arriving[i] = customers.at(places[i]);
            sum += arriving[i] == null ? 0 : arriving[i].number;
        }
        for (int i = 0; i < dues; i++) {
            sum += customers.get(due[i]).number;
        }
        for (int i = 0; i < size; i++) {
            sum += arriving[i] == null ? 0 : arriving[i].readFirst();
        }
        for (int i = 0; i < dues; i++) {
            sum += customers.get(due[i]).readFirst();
        }
        for (int i = 0; i < size; i++) {
            if (arriving[i] != null) {
                sum += arriving[i].readUntils(
                        reach.route(arrivals.get(i).event().name()).lines());
            }
        }
        for (int i = 0; i < dues; i++) {
            sum += customers.get(due[i]).readDue(until);
        }
    }
}
