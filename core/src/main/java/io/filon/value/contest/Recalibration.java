package io.filon.value.contest;

import io.filon.stats.Isotonic;
import io.filon.stats.Logistic;
import io.filon.stats.Ranking;
import io.filon.value.model.FittedModel;
import java.util.ArrayList;
import java.util.List;

// The model's chance is bent so that of those said to leave with 70 % it is 70 % who do. Learnt on earlier origins
// pooled, whose outcomes are known by the later one on which reliability is shown. Ways of bending: a logistic of the
// chance's logit; the same with the hiatus over the time observed and the number of repeats; a rising step function,
// from 1,000 cases of either kind. Which of them is settled on the last of the learning origins by the others.

/// The chance that a customer will not buy in the days ahead, set right by what came of earlier chances.
public final class Recalibration {

    private static final int FOR_ANY = 50;
    private static final int FOR_STEPS = 1_000;

    /// One way of bending.
    public sealed interface Bend {
        record None() implements Bend {}

        record Curve(Logistic logistic) implements Bend {}

        record Blend(Logistic logistic) implements Bend {}

        record Steps(Isotonic isotonic) implements Bend {}

        default double[] of(double[][] features) {
            double[] result = new double[features.length];
            for (int i = 0; i < result.length; i++) {
                double[] row = features[i];
                result[i] = switch (this) {
                    case None() -> 1 / (1 + Math.exp(-row[0]));
                    case Curve(Logistic logistic) -> logistic.chance(row[0]);
                    case Blend(Logistic logistic) -> logistic.chance(row);
                    case Steps(Isotonic isotonic) -> isotonic.chance(row[0]);
                };
            }
            return result;
        }

        default String name() {
            return switch (this) {
                case None() -> "none";
                case Curve curve -> "curve";
                case Blend blend -> "blend";
                case Steps steps -> "steps";
            };
        }
    }

    /// Chances and what came of them at one origin.
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record Cases(double[][] features, boolean[] gone) {}

    private final List<Cases> origins = new ArrayList<>();

    static Cases cases(FittedModel model, Snapshot known, double days, double[] orders) {
        boolean[] gone = new boolean[orders.length];
        for (int i = 0; i < gone.length; i++) {
            gone[i] = orders[i] == 0;
        }
        return new Cases(features(model, known, days), gone);
    }

    static double[][] features(FittedModel model, Snapshot known, double days) {
        double[] chance = known.histories().spread(model.noPurchase(known.histories(), days));
        double[][] rows = new double[known.size()][];
        for (int i = 0; i < rows.length; i++) {
            double p = Math.clamp(chance[i], 1e-9, 1 - 1e-9);
            rows[i] = new double[] {
                Math.log(p / (1 - p)),
                known.hiatusDays(i) / (double) Math.max(1, known.observedDays(i)),
                Math.log1p(known.repeats(i))
            };
        }
        return rows;
    }

    void learn(Cases cases) {
        origins.add(cases);
    }

    /// The bend to use, learnt from all origins given.
    Bend settle() {
        if (scarcer(origins) < FOR_ANY) {
            return new Bend.None();
        }
        List<Bend> all = bends(origins);
        if (origins.size() < 2 || scarcer(origins.subList(1, origins.size())) < FOR_ANY) {
            return all.getFirst();
        }
        List<Bend> earlier = bends(origins.subList(1, origins.size()));
        int best = 0;
        for (int i = 1; i < Math.min(earlier.size(), all.size()); i++) {
            best = logLoss(earlier.get(i), origins.getFirst()) < logLoss(earlier.get(best), origins.getFirst())
                    ? i
                    : best;
        }
        return all.get(best);
    }

    private static List<Bend> bends(List<Cases> origins) {
        List<double[]> rows = new ArrayList<>();
        List<Boolean> truth = new ArrayList<>();
        for (Cases cases : origins) {
            for (int i = 0; i < cases.gone.length; i++) {
                rows.add(cases.features[i]);
                truth.add(cases.gone[i]);
            }
        }
        double[][] features = rows.toArray(double[][]::new);
        boolean[] gone = new boolean[features.length];
        double[][] logits = new double[features.length][1];
        double[] scores = new double[features.length];
        for (int i = 0; i < gone.length; i++) {
            gone[i] = truth.get(i);
            scores[i] = features[i][0];
            logits[i][0] = scores[i];
        }
        List<Bend> bends = new ArrayList<>(List.of(
                new Bend.Curve(Logistic.fit(logits, gone, 1)), new Bend.Blend(Logistic.fit(features, gone, 1))));
        if (scarcer(origins) >= FOR_STEPS) {
            bends.add(new Bend.Steps(Isotonic.fit(scores, gone)));
        }
        return bends;
    }

    /// Cases of the kind of which there are fewer.
    private static long scarcer(List<Cases> origins) {
        long gone = 0;
        long all = 0;
        for (Cases cases : origins) {
            for (boolean one : cases.gone) {
                gone += one ? 1 : 0;
            }
            all += cases.gone.length;
        }
        return Math.min(gone, all - gone);
    }

    private static double logLoss(Bend bend, Cases cases) {
        double[] chance = bend.of(cases.features);
        double sum = 0;
        for (int i = 0; i < chance.length; i++) {
            sum -= Math.log(Math.max(1e-9, cases.gone[i] ? chance[i] : 1 - chance[i]));
        }
        return sum / chance.length;
    }

    /// How chances compare with what happened.
    ///
    /// @param way    how the chances were set right, `none`, `curve`, `blend` or `steps`
    /// @param brier  mean squared error of the chances
    /// @param base   the same when everybody gets the share that stayed away
    /// @param auc    chance that one who stayed away had a larger chance than one who did not
    /// @param hiatus the same for the plain days since the last purchase
    /// @param deciles mean chance and share that stayed away, by tenth
    public record Reliability(
            String way, double brier, double base, double auc, double hiatus, List<Accuracy.Decile> deciles) {}

    static Reliability reliability(Bend bend, Cases cases, Snapshot known) {
        double[] chance = bend.of(cases.features);
        double[] gone = new double[chance.length];
        double[] hiatus = new double[chance.length];
        double mean = 0;
        double brier = 0;
        for (int i = 0; i < chance.length; i++) {
            gone[i] = cases.gone[i] ? 1 : 0;
            hiatus[i] = known.hiatusDays(i);
            mean += gone[i] / chance.length;
            brier += (chance[i] - gone[i]) * (chance[i] - gone[i]) / chance.length;
        }
        return new Reliability(
                bend.name(),
                brier,
                mean * (1 - mean),
                Ranking.auc(chance, cases.gone),
                Ranking.auc(hiatus, cases.gone),
                Accuracy.of(chance, gone, gone).deciles());
    }
}
