package io.filon.discovery.search;

/// Which rules a search keeps. One thread.
abstract class Keeper {

    /// Rules under this quality need not be offered; not above 0 while every rule is wanted.
    double floor;

    /// The best mean among everybody and the simpler rules of the first conditions, which a rule with one more must
    /// beat; of none where rules are not compared with simpler ones.
    abstract double simplest(int[] places, int conditions);

    /// The rules of one set of attributes follow.
    abstract void begin();

    /// @param places  attribute and selector of each condition, in pairs
    /// @param quality at least [#floor], up to rounding
    abstract void offer(int[] places, int conditions, int customers, long sum, double quality);

    /// The rules of the set are over.
    abstract void end();
}
