package io.filon.value.model;

import static io.filon.problem.Require.require;

// Sums about the mean are kept, not sums of squares: at amounts of 1e9 the latter have no digits left.

/// What customers' purchase days brought, reduced to one line a customer. Arrays have one entry a customer.
///
/// @param orders  purchase days counted; may be 0
/// @param revenue mean revenue of those days; 0 where there are none
/// @param margin  mean of what those days left after all costs, may be negative; 0 where there are none
/// @param squares sum of squares of the days' margins about their mean
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record OrderValues(int[] orders, double[] revenue, double[] margin, double[] squares) {

    public OrderValues {
        require(
                orders.length == revenue.length && orders.length == margin.length && orders.length == squares.length,
                "arrays of %d, %d, %d and %d customers",
                orders.length,
                revenue.length,
                margin.length,
                squares.length);
    }

    /// Where revenue is all that is known and all of it counts.
    public static OrderValues ofRevenue(int[] orders, double[] meanRevenue) {
        return new OrderValues(orders, meanRevenue, meanRevenue, new double[orders.length]);
    }

    public int size() {
        return orders.length;
    }
}
