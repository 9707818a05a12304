package io.filon.rule;

import static io.filon.problem.Require.require;

import java.math.BigDecimal;

/// The leaves of a rule: one thing claimed of the customer.
public sealed interface Condition extends Rule {

    /// A fact, as it is now, compared with a constant.
    static Has compare(String fact, Operator operator, String constant) {
        return new Has(Measure.Fact.of(fact), new Claim.Compare(operator, new Operand.Constant(constant)));
    }

    /// A fact is known.
    static Has known(String fact) {
        return new Has(Measure.Fact.of(fact), new Claim.Known());
    }

    /// A measure of the customer is what is claimed: `orders_12m: ">= 2"`, or *did X at least 3 times in 90 days*.
    record Has(Measure measure, Claim claim) implements Condition {}

    /// The claim has been true of the fact without a break for the whole span up to now.
    record HasBeen(Measure.Fact fact, Claim claim, Span span) implements Condition {
        public HasBeen {
            require(!span.isNone(), "'for' needs a time over 0");
            require(fact.stated() instanceof Window.Always, "'for' and 'stated' exclude each other");
            require(fact.at() instanceof Moment.Now, "'for' looks back from now, not from %s", fact.at());
        }
    }

    /// The customers with the highest (or lowest) values of a measure, among those for whom another rule holds.
    ///
    /// Of the `n` customers in `among` whose value is known, the first `k = ceil(share × n)` by value belong,
    /// and with them everybody whose value equals the k-th: a tie is never cut by chance, so there may be more than
    /// `k`. So that people do not flap, whoever is already recorded as a member of the segment stays while they are
    /// within the share `keep`.
    ///
    /// @param share over 0, up to 1, at most six decimals (a ten-thousandth of a percent)
    /// @param keep  at least `share`; equal to it when there is no band
    record Top(Measure measure, Side side, BigDecimal share, BigDecimal keep, Rule among) implements Condition {
        public Top {
            share = share.stripTrailingZeros();
            keep = keep.stripTrailingZeros();
            require(isShare(share), "share (%s) must be over 0, at most 1, with up to six decimals", share);
            require(
                    isShare(keep) && keep.compareTo(share) >= 0,
                    "keep (%s) must be at least the share (%s) and at most 1",
                    keep,
                    share);
        }

        /// The highest values of a fact, without a band.
        public Top(String fact, BigDecimal share, Rule among) {
            this(Measure.Fact.of(fact), Side.HIGHEST, share, share, among);
        }
    }

    enum Side {
        HIGHEST,
        LOWEST
    }

    /// Member of another segment, as its recorded membership says: now, or at an earlier moment.
    record InSegment(String segment, Moment at) implements Condition {
        public InSegment {
            requireName(segment);
            require(!(at instanceof Moment.Then), "a membership is read now, a time ago or on a day");
        }
    }

    /// Became a member of another segment within the window, at least once, whether or not still a member.
    record EnteredSegment(String segment, Window window) implements Condition {
        public EnteredSegment {
            requireName(segment);
        }
    }

    /// Stopped being a member of another segment within the window, at least once.
    record LeftSegment(String segment, Window window) implements Condition {
        public LeftSegment {
            requireName(segment);
        }
    }

    /// A part of the base chosen by lot, the same customers each time: the first 8 hexadecimal digits of
    /// `md5(salt + ":" + customer id)`, as a part of 2³², are below the share.
    record Bucket(BigDecimal share, String salt) implements Condition {
        public Bucket {
            share = share.stripTrailingZeros();
            require(isShare(share), "share (%s) must be over 0, at most 1, with up to six decimals", share);
            require(!salt.isBlank(), "a lot needs a salt, so that two lots differ");
        }
    }

    static boolean isShare(BigDecimal share) {
        return share.signum() > 0
                && share.compareTo(BigDecimal.ONE) <= 0
                && share.stripTrailingZeros().scale() <= 6;
    }

    private static void requireName(String segment) {
        require(!segment.isBlank(), "a segment needs its name");
    }
}
