package io.filon.market.evidence;

import io.filon.market.size.Input;
import io.filon.market.size.Input.Origin;
import io.filon.stats.MeanRange;
import java.util.List;
import java.util.Optional;

// A ratio of two means whose buyers overlap, so who bought in both years counts in both: error by linearisation on the
// logarithm (Cochran 1977, Sampling Techniques, section 6.3), one term a customer. A year's rise or fall need not go
// on (Gardner & McKenzie 1985, "Forecasting trends in time series", damp every trend), so the range always reaches no
// growth at all.

/// How what a buyer is worth a year changed from one year to the next.
final class Growth {

    private static final double NORMAL_95 = 1.959963984540054;

    /// What one customer bought.
    ///
    /// @param lately whether it bought in the last 365 days; `before`, in the 365 before those
    record Years(double salesLately, boolean lately, double salesBefore, boolean before) {}

    private Growth() {}

    /// As a share a year, 0 when nothing changed; empty when fewer than [MeanRange#FEWEST] bought in one of the years,
    /// or a year left nothing.
    static Optional<Input> of(List<Years> customers) {
        long lately = customers.stream().filter(Years::lately).count();
        long before = customers.stream().filter(Years::before).count();
        double sumLately = customers.stream()
                .filter(Years::lately)
                .mapToDouble(Years::salesLately)
                .sum();
        double sumBefore = customers.stream()
                .filter(Years::before)
                .mapToDouble(Years::salesBefore)
                .sum();
        if (Math.min(lately, before) < MeanRange.FEWEST || !(Math.min(sumLately, sumBefore) > 0)) {
            return Optional.empty();
        }
        double meanLately = sumLately / lately;
        double meanBefore = sumBefore / before;
        double squares = 0;
        for (Years one : customers) {
            double term = (one.lately ? (one.salesLately - meanLately) / sumLately : 0)
                    - (one.before ? (one.salesBefore - meanBefore) / sumBefore : 0);
            squares += term * term;
        }
        double ratio = meanLately / meanBefore;
        double off = Math.exp(NORMAL_95 * Math.sqrt(squares));
        return Optional.of(
                new Input(ratio - 1, Math.min(0, ratio / off - 1), Math.max(0, ratio * off - 1), Origin.MEASURED, ""));
    }
}
