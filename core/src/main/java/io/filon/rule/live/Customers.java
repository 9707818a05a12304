package io.filon.rule.live;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Customers by id, in one array searched from the place the id points to, and by number, from 0 in order of coming.
final class Customers {

    private @Nullable Customer[] table = new @Nullable Customer[64];
    private @Nullable Customer[] numbered = new @Nullable Customer[64];
    private int size;

    @Nullable
    Customer find(String id) {
        int place = ((id.hashCode() * 0x9e3779b9) >>> 7) & (table.length - 1);
        Customer found = table[place];
        while (found != null && !found.id.equals(id)) {
            place = (place + 1) & (table.length - 1);
            found = table[place];
        }
        return found;
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
            for (Customer each : before) {
                if (each != null) {
                    put(each);
                }
            }
        }
        put(customer);
    }

    private void put(Customer customer) {
        int place = ((customer.id.hashCode() * 0x9e3779b9) >>> 7) & (table.length - 1);
        while (table[place] != null) {
            place = (place + 1) & (table.length - 1);
        }
        table[place] = customer;
    }

    int size() {
        return size;
    }
}
