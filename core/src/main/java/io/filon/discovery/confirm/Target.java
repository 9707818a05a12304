package io.filon.discovery.confirm;

/// What customers are worth, or whether they did something.
///
/// @param values one a customer, never NaN
/// @param binary whether all are 0 or 1
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Target(double[] values, boolean binary) {

    public static Target of(double[] values) {
        boolean binary = true;
        for (double value : values) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("a customer without a target cannot be compared");
            }
            binary &= value == 0 || value == 1;
        }
        return new Target(values, binary);
    }

    public double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
