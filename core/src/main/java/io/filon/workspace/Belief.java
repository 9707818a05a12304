package io.filon.workspace;

import io.filon.rule.NamedRule;
import org.jspecify.annotations.Nullable;

/// What a company holds to be true of a persona: one line of `beliefs`.
public sealed interface Belief {

    /// Said with a number, so that data can agree with it or not.
    sealed interface Measured extends Belief {
        /// Shares 0..1; money in the workspace's currency; days.
        double value();

        /// How far off still counts as right, in the unit of the value; null for the usual.
        @Nullable
        Double tolerance();
    }

    /// The persona's part of the whole base: *60 % of revenue*.
    record Part(Of of, double value, @Nullable Double tolerance) implements Measured {}

    enum Of {
        STAR_CUSTOMERS,
        CUSTOMERS,
        REVENUE,
        CONTRIBUTION
    }

    /// The part of the persona's customers that a channel brought: *comes from Instagram*.
    record AcquiredBy(
            String channel, double value, @Nullable Double tolerance) implements Measured {}

    /// The part of the persona's customers for whom a rule holds.
    record Who(NamedRule who, double value, @Nullable Double tolerance) implements Measured {}

    /// The usual of the persona's customers: *worth 800*, *buys monthly*.
    record Average(What what, double value, @Nullable Double tolerance) implements Measured {}

    enum What {
        /// Left by a customer in 12 months.
        NET_PER_CUSTOMER,
        /// Sold to a customer in 12 months.
        REVENUE_PER_CUSTOMER,
        ORDERS_PER_YEAR,
        DAYS_BETWEEN_ORDERS
    }

    /// Something no file tells yet: it can only be asked.
    record Told(String text) implements Belief {}
}
