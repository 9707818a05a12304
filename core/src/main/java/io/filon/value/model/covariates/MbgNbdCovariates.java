package io.filon.value.model.covariates;

import io.filon.stats.Objective;
import io.filon.value.model.Estimates;
import io.filon.value.model.Fit;
import io.filon.value.model.Fit.Fitted;
import io.filon.value.model.Fit.TooFew;
import io.filon.value.model.FittedModel;
import io.filon.value.model.Fitting;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.PurchaseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

// Effects are factors, 1 being none, so their logarithms are searched as those of the other parameters are. Needs
// PurchaseHistories.with(Patterns).

/// As [MbgNbd], but what was known at the first purchase makes customers buy more or less often, and more or less ready
/// to leave: whoever bought once is no longer an average of all who did. Effects are drawn back to none by a penalty
/// that customers left out have chosen; where they choose none at all, it is MBG/NBD.
public record MbgNbdCovariates() implements PurchaseModel {

    private static final String PENALTY = "penalty";
    private static final List<String> BASIC = List.of("r", "alpha", "a", "b");

    @Override
    public String name() {
        return "mbg_nbd_covariates";
    }

    @Override
    public Fit<FittedModel> fit(PurchaseHistories histories) {
        if (histories.patterns().isEmpty()) {
            return new TooFew<>(2, 1); // values of a trait
        }
        Fit<FittedModel> plain = new MbgNbd().fit(histories);
        if (!(plain instanceof Fitted<FittedModel>(FittedModel model))) {
            return plain;
        }
        Effects effects = Effects.of(histories.patterns());
        double[] start = Arrays.copyOf(
                fitting(new Effects(List.of()), 1).logs(model.estimates(), histories),
                BASIC.size() + effects.names().size());
        double penalty = Penalty.choose(histories, effects, histories.longestDays(), start);
        return penalty == Penalty.NO_EFFECT ? plain : fitting(effects, penalty).fit(histories, List.of(start));
    }

    @Override
    public double[] step(PurchaseHistories histories, Estimates from) {
        return plain(from) ? new MbgNbd().step(histories, from) : fitting(from).step(histories, from);
    }

    @Override
    public List<Estimates.Range> ranges(PurchaseHistories histories, Estimates fitted) {
        return plain(fitted)
                ? new MbgNbd().ranges(histories, fitted)
                : fitting(fitted).ranges(histories, fitted);
    }

    /// Whether no trait helped.
    private static boolean plain(Estimates estimates) {
        return estimates.parameters().size() == BASIC.size();
    }

    private static Fitting fitting(Estimates estimates) {
        int last = estimates.parameters().size() - 1;
        Effects effects = new Effects(estimates.parameters().subList(BASIC.size(), last).stream()
                .map(Estimates.Parameter::name)
                .toList());
        return fitting(effects, estimates.value(last));
    }

    private static Fitting fitting(Effects effects, double penalty) {
        List<String> names = new ArrayList<>(BASIC);
        names.addAll(effects.names());
        Fitting.Likelihood likelihood = new Fitting.Likelihood() {
            @Override
            public Objective of(PurchaseHistories histories, double clockDays) {
                return new CovariateLikelihood(histories, effects, clockDays, penalty);
            }

            @Override
            public PurchaseHistories read(PurchaseHistories histories) {
                return histories;
            }
        };
        return new Fitting(names, Set.of(1), likelihood, estimates -> fitted(estimates, effects, penalty));
    }

    /// The log-likelihood that is told is without the penalty.
    private static FittedModel fitted(Estimates estimates, Effects effects, double penalty) {
        double squares = IntStream.range(BASIC.size(), estimates.parameters().size())
                .mapToDouble(i -> Math.pow(Math.log(estimates.value(i)), 2))
                .sum();
        Estimates plain = new Estimates(
                estimates.parameters(), estimates.logLikelihood() + penalty / 2 * squares, estimates.curvature());
        return new FittedCovariates(plain.with(PENALTY, penalty), effects);
    }
}
