package io.filon.market.size;

import static io.filon.problem.Require.require;

/// One group of the universe: hospitality in Madrid.
///
/// @param name      as people read it
/// @param count     how many there are in the market
/// @param served    of them, for whom what the company sells is, and where
/// @param customers who bought of the company in the last year
/// @param value     what one is worth a year over what one is worth on average, 1 when nothing tells them apart
/// @param winning   their win rate over the average one
public record Cell(String name, double count, double served, long customers, double value, double winning) {

    public Cell {
        require(customers >= 0, "%s: customers must not be negative", name);
        require(served >= 0 && count >= served, "%s: served (%s) must be 0 to %s", name, served, count);
        require(value >= 0 && winning >= 0, "%s: value and winning must not be negative", name);
    }
}
