package io.filon.demo.visit;

import java.util.Locale;

/// What a visit is to the shop.
public enum Occasion {
    /// It ends in an order.
    ORDER,
    /// In an order of nothing but what had been ordered before.
    REORDER,
    /// One of the visits before an order.
    RESEARCH,
    /// Nothing is bought.
    VISIT,
    /// A cart is left.
    CART;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the visit's length is the job's, and not the customer's.
    boolean timed() {
        return this == VISIT || this == CART;
    }
}
