package io.filon.value.model;

/// Where a search for the rates of purchase starts: the gamma distribution with the observed mean and spread.
///
/// @param r     shape of the customers' rates
/// @param alpha inverse scale, in units of the longest history
record Moments(double r, double alpha) {

    static Moments of(PurchaseHistories histories) {
        double total = histories.total();
        double mean = 0;
        double time = 0;
        for (int i = 0; i < histories.groups(); i++) {
            mean += histories.customers(i) * histories.repeats(i) / total;
            time += histories.customers(i) * histories.observedDays(i) / total / histories.longestDays();
        }
        double variance = 0;
        for (int i = 0; i < histories.groups(); i++) {
            double off = histories.repeats(i) - mean;
            variance += histories.customers(i) * off * off / total;
        }
        double r = variance > mean * 1.01 ? mean * mean / (variance - mean) : 10;
        return new Moments(Math.clamp(r, 0.05, 20), Math.clamp(r, 0.05, 20) * time / mean);
    }

    /// As logarithms, the rate being that of `phases` phases a purchase.
    double[] logs(int phases) {
        return new double[] {Math.log(r), Math.clamp(Math.log(alpha / phases), -8, 8)};
    }
}
