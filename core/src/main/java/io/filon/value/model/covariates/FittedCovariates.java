package io.filon.value.model.covariates;

import io.filon.value.model.Estimates;
import io.filon.value.model.Estimates.Parameter;
import io.filon.value.model.FittedBetaGeo;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseHistories;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// MBG/NBD with parameters of its own for every combination of traits.
///
/// @param estimates r, alpha, a, b of who has the most frequent value of everything, then the effects as factors
record FittedCovariates(Estimates estimates, Effects effects) implements FittedModel {

    @Override
    public FittedModel at(double[] parameters) {
        return new FittedCovariates(estimates.at(parameters), effects);
    }

    @Override
    public double[] expectedOrders(PurchaseHistories histories, double days) {
        return each(histories, (model, part) -> model.expectedOrders(part, days));
    }

    @Override
    public double[] alive(PurchaseHistories histories) {
        return each(histories, FittedModel::alive);
    }

    @Override
    public double[] noPurchase(PurchaseHistories histories, double days) {
        return each(histories, (model, part) -> model.noPurchase(part, days));
    }

    @Override
    public double[] chances(PurchaseHistories histories, int group, double days, int most) {
        return of(effects.places(histories.patterns())[histories.pattern(group)])
                .chances(histories, group, days, most);
    }

    /// Of whoever has the most frequent value of every trait.
    @Override
    public double expectedOfNewcomer(double days) {
        return of(new int[0]).expectedOfNewcomer(days);
    }

    @Override
    public List<Effect> effects(PurchaseHistories histories, int group) {
        List<Effect> result = new ArrayList<>();
        for (int place : effects.places(histories.patterns())[histories.pattern(group)]) {
            String[] told = effects.told(place);
            result.add(new Effect(told[0], told[1], estimates.value(place), estimates.value(place + 1)));
        }
        return result;
    }

    private double[] each(PurchaseHistories histories, BiFunction<FittedModel, PurchaseHistories, double[]> answer) {
        double[] result = new double[histories.groups()];
        int[][] groups = Effects.groupsByPattern(histories);
        int[][] places = effects.places(histories.patterns());
        for (int p = 0; p < groups.length; p++) {
            double[] ofPattern = answer.apply(of(places[p]), histories.only(groups[p]));
            for (int i = 0; i < ofPattern.length; i++) {
                result[groups[p][i]] = ofPattern[i];
            }
        }
        return result;
    }

    private FittedBetaGeo of(int[] places) {
        double alpha = estimates.value(1);
        double a = estimates.value(2);
        for (int place : places) {
            alpha /= estimates.value(place);
            a *= estimates.value(place + 1);
        }
        return new FittedBetaGeo(
                new Estimates(
                        List.of(
                                new Parameter("r", estimates.value(0), 0),
                                new Parameter("alpha", alpha, 0),
                                new Parameter("a", a, 0),
                                new Parameter("b", estimates.value(3), 0)),
                        Double.NaN),
                1,
                1);
    }
}
