package io.filon.message.evidence;

import io.filon.stats.Student;

/// Two averages or shares set side by side: of a group, and of everybody else (Welch).
///
/// @param variance of the group's own value; `otherVariance` likewise
/// @param people   customers in the group that could be looked at
record Contrast(double own, double variance, double people, double other, double otherVariance, double otherPeople) {

    private static final double HALF_WIDTH = 1.959964;
    private static final double MOST_FREEDOM = 2_000;

    /// Visits of some customers and how many left, errors taken customer by customer.
    static double ratioVariance(double gone, double visits, double goneGone, double goneVisits, double visitsVisits) {
        double share = gone / visits;
        return Math.max(0, goneGone - 2 * share * goneVisits + share * share * visitsVisits) / (visits * visits);
    }

    /// Of a mean, from the sum of values and of their squares.
    static double meanVariance(double sum, double squares, double people) {
        double mean = sum / people;
        return Math.max(0, squares / people - mean * mean) / (people - 1);
    }

    boolean tells(long fewest) {
        return people >= fewest && otherPeople >= fewest;
    }

    /// How surprising so large a difference is where there is none.
    double p() {
        double error = Math.sqrt(variance + otherVariance);
        double freedom = Math.min(MOST_FREEDOM, Math.min(people, otherPeople) - 1);
        return error > 0 ? 2 * Student.tail(Math.abs(own - other) / error, freedom) : 1;
    }

    double low() {
        return Math.max(0, own - HALF_WIDTH * Math.sqrt(variance));
    }

    double high() {
        return Math.min(1, own + HALF_WIDTH * Math.sqrt(variance));
    }
}
