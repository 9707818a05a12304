package io.filon.rule.live;

import io.filon.rule.live.clock.Micros;
import java.util.Arrays;

/// Customers by when time alone could next change something of theirs: a heap of four children a node, with the
/// instants in a row so that they lie together in memory.
///
/// A customer stands in it by the earliest instant it was asked to wake at; an entry that turns out to be for another
/// instant by now is put right when it comes up. One that only becomes later costs nothing.
final class Wakes {

    private long[] times = new long[64];
    private Customer[] customers = new Customer[64];
    private int size;

    /// The next instant somebody is really due; [Micros#NEVER] when nobody is.
    long next() {
        while (size > 0) {
            Customer customer = customers[0];
            if (customer.queuedAt != times[0]) {
                remove(); // another entry stands for it
            } else if (customer.wakeAt == times[0]) {
                return times[0];
            } else {
                customer.queuedAt = customer.wakeAt;
                if (customer.wakeAt == Micros.NEVER) {
                    remove();
                } else {
                    down(customer.wakeAt, customer);
                }
            }
        }
        return Micros.NEVER;
    }

    /// Who is due at [#next].
    Customer first() {
        return customers[0];
    }

    void move(Customer customer, long wakeAt) {
        customer.wakeAt = wakeAt;
        if (wakeAt < customer.queuedAt) {
            customer.queuedAt = wakeAt;
            add(wakeAt, customer);
        }
    }

    private void add(long time, Customer customer) {
        if (size == times.length) {
            int room = size + size / 2;
            times = Arrays.copyOf(times, room);
            customers = Arrays.copyOf(customers, room);
        }
        int place = size++;
        while (place > 0 && times[(place - 1) / 4] > time) {
            put(place, times[(place - 1) / 4], customers[(place - 1) / 4]);
            place = (place - 1) / 4;
        }
        put(place, time, customer);
    }

    private void remove() {
        size--;
        Customer last = customers[size];
        if (size > 0) {
            down(times[size], last);
        }
    }

    /// In place of the first.
    private void down(long time, Customer customer) {
        int place = 0;
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

    private void put(int place, long time, Customer customer) {
        times[place] = time;
        customers[place] = customer;
    }
}
