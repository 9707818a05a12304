package io.filon.behaviour.trigger;

import io.filon.stats.Student;
import java.util.Optional;

/// What a campaign with a control group brought: the share of messages followed by a purchase within two weeks, less
/// the same share among those held back at random. Only this may be called an effect.
///
/// @param held  messages held back
/// @param extra purchases more per message; 95 % range `low`..`high`, errors of one customer taken together
/// @param p chance of a difference as large if messages did nothing, both directions
record Controlled(long held, double extra, double low, double high, double p) {

    static final int DAYS = 14;

    private static final int FEWEST_HELD = 50;
    private static final double HALF_WIDTH = 1.959964;

    static Optional<Controlled> of(Source source, Moments purchases, People people, long lastMoment) {
        Arm sent = new Arm();
        Arm held = new Arm();
        for (int person = 0; person < people.size(); person++) {
            sent.add(source.onsets().of(person), person, purchases, lastMoment);
            held.add(source.held().of(person), person, purchases, lastMoment);
        }
        if (held.messages < FEWEST_HELD || sent.messages < FEWEST_HELD || sent.followed + held.followed == 0) {
            return Optional.empty();
        }
        double extra = sent.share() - held.share();
        double error = Math.sqrt(sent.variance() + held.variance());
        if (error == 0) {
            return Optional.empty();
        }
        return Optional.of(new Controlled(
                held.messages,
                extra,
                extra - HALF_WIDTH * error,
                extra + HALF_WIDTH * error,
                Math.min(1, 2 * Student.tail(Math.abs(extra) / error, 2_000))));
    }

    /// Those sent, or those held back; sums by customer are enough for the variance of a share.
    private static final class Arm {
        private long messages;
        private long followed;
        private double messagesSquared;
        private double followedSquared;
        private double both;

        void add(long[] moments, int person, Moments purchases, long lastMoment) {
            long own = 0;
            long bought = 0;
            for (long moment : moments) {
                if (moment + DAYS * Moments.DAY <= lastMoment) {
                    own++;
                    bought += purchases.any(person, moment, moment + DAYS * Moments.DAY) ? 1 : 0;
                }
            }
            messages += own;
            followed += bought;
            messagesSquared += (double) own * own;
            followedSquared += (double) bought * bought;
            both += (double) own * bought;
        }

        double share() {
            return (double) followed / messages;
        }

        double variance() {
            double share = share();
            return (followedSquared - 2 * share * both + share * share * messagesSquared)
                    / ((double) messages * messages);
        }
    }
}
