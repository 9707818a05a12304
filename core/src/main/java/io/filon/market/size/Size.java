package io.filon.market.size;

/// A market's size for one set of numbers. Money is net sales a year.
///
/// @param total        what everybody in the universe would be worth
/// @param available    of it, what the company can serve
/// @param obtainable   of it, what it would sell a year at the end of the horizon; never over `available`
/// @param newCustomers won within the horizon
/// @param customers    at its end, those of today who stay included
/// @param limit        which of the three keeps `newCustomers` down
public record Size(
        double total, double available, double obtainable, double newCustomers, double customers, Limit limit) {

    public enum Limit {
        DEMAND,
        REACH,
        CAPACITY
    }
}
