package io.filon.discovery.lens;

import java.util.Arrays;

/// Sets each customer beside those who came in the same quarter: who came early, or in a good season, is not better for
/// that.
final class Cohorts {

    /// Fewer cannot say what is usual; such a quarter goes with the next.
    private static final int LEAST = 30;

    private Cohorts() {}

    /// @param net     one a customer
    /// @param cohorts of each, 0, 1, 2… in order of time
    /// @return what each leaves over the usual of the quarter, at the level of the whole base
    static double[] compared(double[] net, int[] cohorts) {
        int most = Arrays.stream(cohorts).max().orElse(-1) + 1;
        double[] sums = new double[most];
        int[] counts = new int[most];
        double all = 0;
        for (int i = 0; i < net.length; i++) {
            sums[cohorts[i]] += net[i];
            counts[cohorts[i]]++;
            all += net[i];
        }
        int[] merged = merged(counts);
        double[] mergedSums = new double[most];
        int[] mergedCounts = new int[most];
        for (int k = 0; k < most; k++) {
            mergedSums[merged[k]] += sums[k];
            mergedCounts[merged[k]] += counts[k];
        }
        double[] compared = new double[net.length];
        for (int i = 0; i < net.length; i++) {
            int cohort = merged[cohorts[i]];
            compared[i] = net[i] - mergedSums[cohort] / mergedCounts[cohort] + all / net.length;
        }
        return compared;
    }

    /// The group each quarter goes with: consecutive ones until there are enough; a short last one with the group
    /// before.
    private static int[] merged(int[] counts) {
        int[] group = new int[counts.length];
        int next = 0;
        int inside = 0;
        for (int k = 0; k < counts.length; k++) {
            group[k] = next;
            inside += counts[k];
            if (inside >= LEAST) {
                next++;
                inside = 0;
            }
        }
        if (inside > 0 && next > 0) {
            for (int k = 0; k < counts.length; k++) {
                group[k] = Math.min(group[k], next - 1);
            }
        }
        return group;
    }
}
