package io.filon.behaviour.barrier;

/// A share of visits whose visitors come several times: errors take each visitor's visits together.
///
/// @param visits       of all visitors
/// @param gone         of them that left
/// @param goneGone     sum over visitors of gone²; `goneVisits`, `visitsVisits` likewise
record Share(double visits, double gone, double goneGone, double goneVisits, double visitsVisits) {

    double value() {
        return gone / visits;
    }

    double variance() {
        double share = value();
        return Math.max(0, goneGone - 2 * share * goneVisits + share * share * visitsVisits) / (visits * visits);
    }
}
