package io.filon.value.contract;

import java.util.List;

/// Contracts by how often they were renewed.
///
/// @param ended   that were not renewed at each renewal, the first in place 0
/// @param running renewed so many times that run still; one entry more
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
record Counts(double[] ended, double[] running) {

    static Counts of(List<Contract> contracts) {
        int most = 0;
        for (Contract contract : contracts) {
            most = Math.max(most, contract.renewals() + (contract.ended() ? 1 : 0));
        }
        Counts counts = new Counts(new double[most], new double[most + 1]);
        for (Contract contract : contracts) {
            (contract.ended() ? counts.ended : counts.running)[contract.renewals()]++;
        }
        return counts;
    }

    double contracts() {
        double sum = 0;
        for (double count : ended) {
            sum += count;
        }
        for (double count : running) {
            sum += count;
        }
        return sum;
    }

    /// Contracts that were, or were not, renewed for the `renewal`th time.
    double cameTo(int renewal) {
        double sum = 0;
        for (int t = renewal; t < running.length; t++) {
            sum += running[t];
        }
        for (int t = renewal - 1; t < ended.length; t++) {
            sum += ended[t];
        }
        return sum;
    }
}
