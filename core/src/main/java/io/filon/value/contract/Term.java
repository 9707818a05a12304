package io.filon.value.contract;

import io.filon.value.model.Fit;
import io.filon.value.model.Fit.Fitted;
import io.filon.value.model.ShiftedBetaGeo;
import io.filon.value.model.ShiftedBetaGeo.Retention;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

// An end that was announced for later is no end yet: its contract counts as running up to today, and what it will bring
// is not a matter of chance.

/// Contracts that are renewed after equally many days.
///
/// @param contracts  begun by the run's date
/// @param fit        how ready customers are to end one
/// @param retention  by renewal, 0 first: share still running as seen and as learnt
/// @param periods    whole periods within the horizon
/// @param outlooks   of the contracts that run; empty where nothing could be learnt
/// @param total      of all that run, amounts not stated left out
public record Term(
        int periodDays,
        List<Contract> contracts,
        Fit<Retention> fit,
        List<Kept> retention,
        int periods,
        List<Outlook> outlooks,
        Total total) {

    private static final int FURTHER = 12;

    /// @param atRisk  contracts that came to this renewal; 0 beyond what has been seen
    /// @param seen    share of all that got past it, those running counted for as long as they have run; NaN beyond
    /// @param learnt  the same by the model; NaN without one
    public record Kept(int renewal, double atRisk, double seen, double learnt) {}

    /// @param renewal  chance of the next renewal
    /// @param expected periods to expect within the horizon
    /// @param value    what they bring; NaN where no amount is stated
    /// @param low      in eight cases of ten it is between this
    /// @param high     and this
    public record Outlook(Contract contract, double renewal, double expected, double value, double low, double high) {}

    /// @param unstated contracts that run and state no amount
    public record Total(double expectedPeriods, double value, double low, double high, int unstated) {}

    static Term of(int periodDays, List<Contract> contracts, int horizonDays) {
        Counts counts = Counts.of(contracts);
        Fit<Retention> fit = ShiftedBetaGeo.fit(counts.ended(), counts.running());
        int periods = Math.max(1, horizonDays / periodDays);
        if (!(fit instanceof Fitted<Retention>(Retention model))) {
            return new Term(
                    periodDays,
                    contracts,
                    fit,
                    retention(counts, 0, renewals -> Double.NaN),
                    periods,
                    List.of(),
                    new Total(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0));
        }
        Renewing renewing = new Renewing(model, counts, periods);
        List<Outlook> outlooks = contracts.stream()
                .filter(contract -> !contract.ended())
                .map(renewing::outlook)
                .toList();
        return new Term(
                periodDays,
                contracts,
                fit,
                retention(counts, FURTHER, model::survival),
                periods,
                outlooks,
                renewing.total(outlooks));
    }

    /// Kaplan and Meier (1958) beside what was learnt.
    private static List<Kept> retention(Counts counts, int further, IntToDoubleFunction learnt) {
        Kept[] kept = new Kept[counts.running().length + further];
        kept[0] = new Kept(0, counts.contracts(), 1, learnt.applyAsDouble(0));
        double seen = 1;
        for (int t = 1; t < kept.length; t++) {
            double came = counts.cameTo(t);
            seen = came == 0 ? Double.NaN : seen * (1 - counts.ended()[t - 1] / came);
            kept[t] = new Kept(t, came, seen, learnt.applyAsDouble(t));
        }
        return Arrays.asList(kept);
    }
}
