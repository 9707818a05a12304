package io.filon.stats;

import java.util.Arrays;

/// How well one list of numbers puts things in the order of another.
public final class Ranking {

    private Ranking() {}

    /// Places from 1 for the smallest; equal values share the mean of their places.
    public static double[] places(double[] values) {
        double[] sorted = Arrays.stream(values).map(x -> x + 0.0).sorted().toArray(); // -0.0 is 0.0
        double[] placeAt = new double[sorted.length];
        int different = 0; // kept together at the beginning: often few, and soon found
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end + 1 < sorted.length && sorted[end + 1] == sorted[i]) {
                end++;
            }
            sorted[different] = sorted[i];
            placeAt[different++] = (i + end) / 2.0 + 1;
            i = end + 1;
        }
        int to = different;
        return Arrays.stream(values)
                .map(x -> placeAt[Arrays.binarySearch(sorted, 0, to, x + 0.0)])
                .toArray();
    }

    /// Chance that one that is true has a larger score than one that is not; ties count half. 0.5 when all are alike.
    public static double auc(double[] scores, boolean[] truth) {
        return aucOf(places(scores), truth);
    }

    /// The same of scores whose [#places] are known.
    public static double aucOf(double[] places, boolean[] truth) {
        double sum = 0;
        double yes = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i]) {
                sum += places[i];
                yes++;
            }
        }
        double no = truth.length - yes;
        return yes == 0 || no == 0 ? 0.5 : (sum - yes * (yes + 1) / 2) / (yes * no);
    }

    /// Standard error of [#auc], by Hanley and McNeil (1982).
    ///
    /// @param yes,no things that are true, and are not; neither 0
    public static double aucError(double auc, double yes, double no) {
        double first = auc / (2 - auc) - auc * auc;
        double second = 2 * auc * auc / (1 + auc) - auc * auc;
        return Math.sqrt((auc * (1 - auc) + (yes - 1) * first + (no - 1) * second) / (yes * no));
    }

    /// Share of the total of `amounts` held by the `share` of things with the largest scores; ties at the cut share.
    public static double captured(double[] scores, double[] amounts, double share) {
        double total = Arrays.stream(amounts).sum();
        int taken = (int) Math.round(scores.length * share);
        if (total == 0 || taken == 0) {
            return 0;
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double cut = sorted[sorted.length - taken];
        double above = 0;
        double countAbove = 0;
        double at = 0;
        double countAt = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > cut) {
                above += amounts[i];
                countAbove++;
            } else if (scores[i] == cut) {
                at += amounts[i];
                countAt++;
            }
        }
        return (above + at * (taken - countAbove) / countAt) / total;
    }

    /// Gini of the amounts in the order of the scores over that in their own order: 1 is perfect order, 0 none.
    ///
    /// @param places of the scores
    public static double normalisedGini(double[] places, double[] amounts) {
        double best = gini(places(amounts), amounts);
        return best == 0 ? 0 : gini(places, amounts) / best;
    }

    private static double gini(double[] places, double[] amounts) {
        double total = Arrays.stream(amounts).sum();
        if (total == 0) {
            return 0;
        }
        double weighted = 0;
        for (int i = 0; i < amounts.length; i++) {
            weighted += places[i] * amounts[i];
        }
        int n = amounts.length;
        return (2 * weighted / total - n - 1) / n;
    }

    /// Pearson's correlation; 0 when one of them does not vary.
    public static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
