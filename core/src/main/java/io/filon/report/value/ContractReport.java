package io.filon.report.value;

import io.filon.value.contract.Contract;
import io.filon.value.contract.Term;
import io.filon.value.model.Fit.Fitted;
import io.filon.value.model.Fit.TooFew;
import io.filon.value.model.ShiftedBetaGeo.Retention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Contracts that are renewed after equally many days, as data.
///
/// @param contracts       begun by the last day
/// @param ended           of them
/// @param running         of them, those included whose end is known
/// @param parameters      `alpha` and `beta` of the shifted beta-geometric; empty without one
/// @param problem         why nothing is foretold: `too_few`, `not_identified`; null when it is
/// @param retention       share still running, by renewal
/// @param periods         whole periods within the horizon
/// @param expectedPeriods of all that run; null when nothing is foretold
/// @param value           what they are to be charged; null when nothing is foretold
/// @param low             in eight cases of ten it is between this
/// @param high            and this
/// @param unstated        contracts that run and state no amount; they are not in `value`
public record ContractReport(
        int periodDays,
        long contracts,
        long ended,
        long running,
        Map<String, Double> parameters,
        @Nullable String problem,
        List<Kept> retention,
        int periods,
        @Nullable Double expectedPeriods,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        int unstated) {

    /// @param cameTo  contracts that came to this renewal; 0 beyond what has been seen
    /// @param seen    share that got past it; null beyond what has been seen
    /// @param learnt  the same by what was learnt; null when nothing is foretold
    public record Kept(
            int renewal,
            double cameTo,
            @Nullable Double seen,
            @Nullable Double learnt) {}

    static ContractReport of(Term term) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        if (term.fit() instanceof Fitted<Retention>(Retention model)) {
            model.estimates().parameters().forEach(one -> parameters.put(one.name(), one.value()));
        }
        long ended = term.contracts().stream().filter(Contract::ended).count();
        return new ContractReport(
                term.periodDays(),
                term.contracts().size(),
                ended,
                term.contracts().size() - ended,
                parameters,
                problem(term),
                term.retention().stream()
                        .map(kept ->
                                new Kept(kept.renewal(), kept.atRisk(), number(kept.seen()), number(kept.learnt())))
                        .toList(),
                term.periods(),
                number(term.total().expectedPeriods()),
                number(term.total().value()),
                number(term.total().low()),
                number(term.total().high()),
                term.total().unstated());
    }

    private static @Nullable String problem(Term term) {
        return term.fit() instanceof Fitted ? null : term.fit() instanceof TooFew ? "too_few" : "not_identified";
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
