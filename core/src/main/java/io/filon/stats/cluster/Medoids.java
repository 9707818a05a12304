package io.filon.stats.cluster;

import java.util.Arrays;

/// Groups around rows that stand for them: k-medoids, begun greedily (BUILD of Kaufman and Rousseeuw 1990) and improved
/// by turns. Each row belongs to the nearest. Deterministic; `rows²` a turn.
///
/// @param rows   the row that stands for each group
/// @param groups of every row, from 0
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Medoids(int[] rows, int[] groups) {

    private static final int MOST_TURNS = 20;

    /// @param among rows that are grouped
    public static Medoids of(double[][] distances, int[] among, int count) {
        int[] medoids = begun(distances, among, count);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            int[] better = moved(distances, among, medoids);
            if (Arrays.equals(better, medoids)) {
                break;
            }
            medoids = better;
        }
        return new Medoids(medoids, groups(distances, among, medoids));
    }

    private static int[] begun(double[][] distances, int[] among, int count) {
        int[] medoids = new int[count];
        double[] nearest = new double[among.length];
        Arrays.fill(nearest, 1);
        for (int k = 0; k < count; k++) {
            double most = -1;
            for (int candidate : among) {
                double gain = 0;
                for (int i = 0; i < among.length; i++) {
                    gain += Math.max(0, nearest[i] - distances[candidate][among[i]]);
                }
                if (gain > most) {
                    most = gain;
                    medoids[k] = candidate;
                }
            }
            for (int i = 0; i < among.length; i++) {
                nearest[i] = Math.min(nearest[i], distances[medoids[k]][among[i]]);
            }
        }
        return medoids;
    }

    private static int[] moved(double[][] distances, int[] among, int[] medoids) {
        int[] groups = groups(distances, among, medoids);
        int[] better = medoids.clone();
        for (int k = 0; k < medoids.length; k++) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < among.length; i++) {
                double sum = 0;
                for (int j = 0; groups[i] == k && j < among.length; j++) {
                    sum += groups[j] == k ? distances[among[i]][among[j]] : 0;
                }
                if (groups[i] == k && sum < least) {
                    least = sum;
                    better[k] = among[i];
                }
            }
        }
        return better;
    }

    /// The nearest medoid of every row of `among`.
    public static int[] groups(double[][] distances, int[] among, int[] medoids) {
        int[] groups = new int[among.length];
        for (int i = 0; i < among.length; i++) {
            for (int k = 1; k < medoids.length; k++) {
                if (distances[among[i]][medoids[k]] < distances[among[i]][medoids[groups[i]]]) {
                    groups[i] = k;
                }
            }
        }
        return groups;
    }
}
