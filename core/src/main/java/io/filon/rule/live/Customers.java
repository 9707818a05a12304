package io.filon.rule.live;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Customers by id, in one array searched from the place the id points to, and by number, from 0 in order of coming.
///
/// The hashes of the ids stand in a row of their own, so that customers passed by in a search are not looked at, who
/// have long left the processor's caches.
final class Customers {

    private static final int FREE = 0;

    private @Nullable Customer[] table = new @Nullable Customer[64];

    /// By place in the table; [#FREE] where nobody stands.
    private int[] hashes = new int[64];

    private @Nullable Customer[] numbered = new @Nullable Customer[64];
    private int size;

    @Nullable
    Customer find(String id) {
        int hash = hash(id);
        int place = place(hash);
        while (hashes[place] != FREE) {
            if (hashes[place] == hash) {
                Customer found = Objects.requireNonNull(table[place]);
                if (found.id.equals(id)) {
                    return found;
                }
            }
            place = (place + 1) & (hashes.length - 1);
        }
        return null;
    }

    Customer get(int number) {
        return Objects.requireNonNull(numbered[number]);
    }

    /// One that is not there yet, whose number is [#size].
    void add(Customer customer) {
        if (size == numbered.length) {
            numbered = Arrays.copyOf(numbered, size + size / 4);
        }
        numbered[size] = customer;
        if (3 * ++size > 2 * table.length) {
            @Nullable Customer[] before = table;
            table = new @Nullable Customer[2 * before.length];
            hashes = new int[table.length];
            for (Customer each : before) {
                if (each != null) {
                    put(each);
                }
            }
        }
        put(customer);
    }

    private void put(Customer customer) {
        int hash = hash(customer.id);
        int place = place(hash);
        while (hashes[place] != FREE) {
            place = (place + 1) & (hashes.length - 1);
        }
        table[place] = customer;
        hashes[place] = hash;
    }

    /// Where the search for an id begins, and most often ends.
    int place(String id) {
        return place(hash(id));
    }

    int hashAt(int place) {
        return hashes[place];
    }

    @Nullable
    Customer at(int place) {
        return table[place];
    }

    private int place(int hash) {
        return (hash >>> 7) & (hashes.length - 1);
    }

    /// Never [#FREE].
    private static int hash(String id) {
        return id.hashCode() * 0x9e3779b9 | 1;
    }

    int size() {
        return size;
    }
}
