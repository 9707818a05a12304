package io.filon.rule.live;

import io.filon.rule.live.log.Micros;
import java.util.Arrays;

/// Customers by when time alone could next change something of theirs: a binary heap in which each stands once and
/// knows its place, so that a new instant moves it.
final class Wakes {

    private Customer[] heap = new Customer[16];
    private int size;

    long next() {
        return size == 0 ? Micros.NEVER : heap[0].wakeAt;
    }

    Customer first() {
        return heap[0];
    }

    void move(Customer customer, long wakeAt) {
        long before = customer.wakeAt;
        customer.wakeAt = wakeAt;
        if (customer.place < 0) {
            if (wakeAt == Micros.NEVER) {
                return;
            }
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            customer.place = size++;
            up(customer, customer.place);
        } else if (wakeAt == Micros.NEVER) {
            remove(customer);
        } else if (wakeAt < before) {
            up(customer, customer.place);
        } else {
            down(customer, customer.place);
        }
    }

    private void remove(Customer customer) {
        int place = customer.place;
        customer.place = -1;
        Customer last = heap[--size];
        if (last != customer) {
            heap[place] = last;
            last.place = place;
            up(last, place);
            down(last, last.place);
        }
    }

    private void up(Customer customer, int from) {
        int place = from;
        while (place > 0 && heap[(place - 1) / 2].wakeAt > customer.wakeAt) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(customer, place);
    }

    private void down(Customer customer, int from) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && heap[child + 1].wakeAt < heap[child].wakeAt) {
                child++;
            }
            if (heap[child].wakeAt >= customer.wakeAt) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(customer, place);
    }

    private void put(Customer customer, int place) {
        heap[place] = customer;
        customer.place = place;
    }
}
