package io.filon.rule.live.clock;

import java.util.Arrays;

/// Customers by when they are due: a heap of four children a node, with the instants in a row so that they lie together
/// in memory. Each customer, by number, stands in it once at most.
final class DueHeap {

    private static final int NOWHERE = -1;

    private long[] times = new long[64];
    private int[] customers = new int[64];
    private int size;

    /// By number of customer.
    private int[] places = {};

    /// The next instant somebody is due; [Micros#NEVER] when nobody is.
    long next() {
        return isEmpty() ? Micros.NEVER : times[0];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Who is due at [#next].
    int first() {
        return customers[0];
    }

    boolean holds(int customer) {
        return customer < places.length && places[customer] != NOWHERE;
    }

    /// Puts a customer in, or where they belong now.
    void put(int customer, long due) {
        if (customer >= places.length) {
            int known = places.length;
            places = Arrays.copyOf(places, customer + customer / 4 + 1);
            Arrays.fill(places, known, places.length, NOWHERE);
        }
        int place = places[customer];
        if (place == NOWHERE) {
            makeRoom();
            up(size++, due, customer);
        } else if (due != times[place]) {
            sift(place, due, customer);
        }
    }

    /// Takes out somebody who is in it.
    void remove(int customer) {
        int place = places[customer];
        places[customer] = NOWHERE;
        size--;
        if (place < size) {
            sift(place, times[size], customers[size]);
        }
    }

    /// Customers due until an instant, that included, in no order; no more than there is room for.
    ///
    /// @return how many
    int until(long instant, int[] into) {
        int found = 0;
        if (size > 0 && times[0] <= instant) {
            into[found++] = 0;
        }
        for (int looked = 0; looked < found; looked++) {
            int child = 4 * into[looked] + 1;
            for (int end = Math.min(child + 4, size); child < end && found < into.length; child++) {
                if (times[child] <= instant) {
                    into[found++] = child;
                }
            }
        }
        for (int i = 0; i < found; i++) {
            into[i] = customers[into[i]];
        }
        return found;
    }

    private void makeRoom() {
        if (size == times.length) {
            int room = size + size / 4;
            times = Arrays.copyOf(times, room);
            customers = Arrays.copyOf(customers, room);
        }
    }

    private void sift(int place, long time, int customer) {
        if (place > 0 && isBefore(time, customer, (place - 1) / 4)) {
            up(place, time, customer);
        } else {
            down(place, time, customer);
        }
    }

    /// Whether somebody is due before who stands at a place; of those due together the one of the lesser number, so
    /// that the order is the same whenever they came.
    private boolean isBefore(long time, int customer, int place) {
        return time < times[place] || (time == times[place] && customer < customers[place]);
    }

    private void up(int from, long time, int customer) {
        int place = from;
        while (place > 0 && isBefore(time, customer, (place - 1) / 4)) {
            stand(place, times[(place - 1) / 4], customers[(place - 1) / 4]);
            place = (place - 1) / 4;
        }
        stand(place, time, customer);
    }

    private void down(int from, long time, int customer) {
        int place = from;
        while (4 * place + 1 < size) {
            int least = 4 * place + 1;
            int end = Math.min(least + 4, size);
            for (int child = least + 1; child < end; child++) {
                least = isBefore(times[child], customers[child], least) ? child : least;
            }
            if (isBefore(time, customer, least)) {
                break;
            }
            stand(place, times[least], customers[least]);
            place = least;
        }
        stand(place, time, customer);
    }

    private void stand(int place, long time, int customer) {
        times[place] = time;
        customers[place] = customer;
        places[customer] = place;
    }
}
