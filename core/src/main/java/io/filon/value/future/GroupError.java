package io.filon.value.future;

import java.util.stream.IntStream;

// The orders, or the value, of a group are the sum of its customers', and so unsure for two reasons. What chance does
// to one customer is independent of what it does to another: variances add. What is not known of the base (each
// parameter of the model, the mean margin) is the same mistake in all: shifts add before they are squared. With the
// shifts by independent parts, any group's variance is Σ chance + Σ_k (Σ shared_k)², in Java or in SQL.

/// How far the orders, or the value, of any group of customers may be off.
///
/// @param chance by customer: variance of the customer's figure, were all that is shared known
/// @param shared by part of what is shared, by customer: how far the figure moves with one standard error of that part
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record GroupError(double[] chance, double[][] shared) {

    /// Parts there can be of orders: the parameters of a model.
    public static final int OF_ORDERS = 4;

    /// Of value: these and the mean margin.
    public static final int OF_VALUE = OF_ORDERS + 1;

    private static final double EIGHT_OF_TEN = 1.2815515655446004;

    /// Half of the range in which the group's figure lies in eight cases of ten.
    ///
    /// @param members places in the columns
    public double half(int[] members) {
        double variance = IntStream.of(members).mapToDouble(i -> chance[i]).sum();
        for (double[] part : shared) {
            double shift = IntStream.of(members).mapToDouble(i -> part[i]).sum();
            variance += shift * shift;
        }
        return EIGHT_OF_TEN * Math.sqrt(variance);
    }
}
