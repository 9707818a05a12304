package io.filon.rule.live;

import io.filon.rule.live.clock.Micros;
import java.util.Arrays;

/// Customers by when time alone could next change something of theirs: a heap of four children a node, with the
/// instants in a row so that they lie together in memory. Each customer, by number, stands in it once at most.
final class Wakes {

    private static final int NOWHERE = -1;

    private long[] times = new long[64];
    private int[] customers = new int[64];
    private int size;

    /// By number of customer.
    private int[] places = {};

    /// The next instant somebody is due; [Micros#NEVER] when nobody is.
    long next() {
        return size == 0 ? Micros.NEVER : times[0];
    }

    /// Who is due at [#next].
    int first() {
        return customers[0];
    }

    /// @param wakeAt when the customer is next due; [Micros#NEVER] when not
    void move(int customer, long wakeAt) {
        if (customer >= places.length) {
            int known = places.length;
            places = Arrays.copyOf(places, customer + customer / 4 + 1);
            Arrays.fill(places, known, places.length, NOWHERE);
        }
        int place = places[customer];
        if (wakeAt == Micros.NEVER) {
            if (place != NOWHERE) {
                remove(place);
                places[customer] = NOWHERE;
            }
        } else if (place == NOWHERE) {
            makeRoom();
            up(size++, wakeAt, customer);
        } else if (wakeAt != times[place]) {
            sift(place, wakeAt, customer);
        }
    }

    private void makeRoom() {
        if (size == times.length) {
            int room = size + size / 4;
            times = Arrays.copyOf(times, room);
            customers = Arrays.copyOf(customers, room);
        }
    }

    private void remove(int place) {
        size--;
        if (place < size) {
            sift(place, times[size], customers[size]);
        }
    }

    private void sift(int place, long time, int customer) {
        if (place > 0 && times[(place - 1) / 4] > time) {
            up(place, time, customer);
        } else {
            down(place, time, customer);
        }
    }

    private void up(int from, long time, int customer) {
        int place = from;
        while (place > 0 && times[(place - 1) / 4] > time) {
            put(place, times[(place - 1) / 4], customers[(place - 1) / 4]);
            place = (place - 1) / 4;
        }
        put(place, time, customer);
    }

    private void down(int from, long time, int customer) {
        int place = from;
        while (4 * place + 1 < size) {
            int least = 4 * place + 1;
            int end = Math.min(least + 4, size);
            for (int child = least + 1; child < end; child++) {
                least = times[child] < times[least] ? child : least;
            }
            if (times[least] >= time) {
                break;
            }
            put(place, times[least], customers[least]);
            place = least;
        }
        put(place, time, customer);
    }

    private void put(int place, long time, int customer) {
        times[place] = time;
        customers[place] = customer;
        places[customer] = place;
    }
}
