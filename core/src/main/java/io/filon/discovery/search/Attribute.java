package io.filon.discovery.search;

import java.util.List;

/// One attribute as codes, and the conditions that can be put on it.
///
/// @param codes one a customer, 0 to `width` - 1
/// @param width different codes, at most [#MOST]
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Attribute(String name, byte[] codes, int width, List<Selector> selectors) {

    /// A cube of three attributes this wide still fits a processor's second cache.
    public static final int MOST = 64;

    public Attribute {
        selectors = List.copyOf(selectors);
    }

    /// The same attribute for some of the customers.
    Attribute of(int[] customers) {
        byte[] some = new byte[customers.length];
        for (int i = 0; i < customers.length; i++) {
            some[i] = codes[customers[i]];
        }
        return new Attribute(name, some, width, selectors);
    }

    /// The place of a condition among the selectors.
    int place(Condition condition) {
        for (int i = 0; i < selectors.size(); i++) {
            if (selectors.get(i).condition().equals(condition)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no condition '%s' on %s".formatted(condition.text(), name));
    }
}
