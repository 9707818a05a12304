package io.filon.priority;

/// What contacts drawn at random taught about one stage.
///
/// @param contacted,heldOut  contacts made, and withheld by chance
/// @param rateContacted,rateHeldOut share that bought within the days of an answer
/// @param extraRate          share that bought because of the contact: the difference, by campaign and quarter
/// @param usualRate          share that buys in these days, midway between both arms
/// @param variance           of `extraRate`, over customers
record Measured(
        String stage,
        long contacted,
        long heldOut,
        double rateContacted,
        double rateHeldOut,
        double extraRate,
        double usualRate,
        double variance) {

    /// Never less than chance alone gives: where nobody answered at all, the spread on file is 0 and means nothing.
    Measured floored() {
        double rate = (usualRate * (contacted + heldOut) + 1) / (contacted + heldOut + 2);
        double least = rate * (1 - rate) * (1.0 / contacted + 1.0 / heldOut);
        return with(extraRate, Math.max(variance, least));
    }

    Measured with(double rate, double spread) {
        return new Measured(stage, contacted, heldOut, rateContacted, rateHeldOut, rate, usualRate, spread);
    }

    /// The effect in another unit.
    Measured scaled(double by) {
        return with(extraRate * by, variance * by * by);
    }

    /// Contacts with as many on the other side that would say as much: repeated contacts of one customer count
    /// less.
    double worthContacts() {
        double rate = Math.clamp(usualRate, 0.001, 0.999);
        return rate * (1 - rate) / variance;
    }
}
