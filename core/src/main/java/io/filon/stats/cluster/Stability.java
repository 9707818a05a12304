package io.filon.stats.cluster;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// How many groups there are, if any: as many as come out the same when other rows are looked at. Two random halves are
/// grouped, all rows are given to the groups of each, and the two are compared by the adjusted Rand index (Hubert and
/// Arabie 1985): 1 when they are the same, 0 when they agree by chance. Rows whose columns are shuffled apart, so that
/// there is nothing to find, show how much is to be had for nothing.
///
/// @param groups 2 or more; 1 when there are none
/// @param index  mean adjusted Rand index of that number
/// @param shuffled the same of shuffled rows
public record Stability(int groups, double index, double shuffled) {

    private static final int HALVES = 10;
    private static final int MOST_GROUPS = 6;
    private static final double STABLE = 0.8;
    private static final double ABOVE_SHUFFLED = 0.15;

    public static Stability of(Gower rows, RandomGenerator random) {
        double[][] distances = rows.distances();
        double[][] none = shuffled(rows, random).distances();
        Stability best = new Stability(1, 0, 0);
        for (int groups = 2; groups <= MOST_GROUPS; groups++) {
            double index = index(distances, groups, random);
            double nothing = index(none, groups, random);
            if (index >= STABLE && index >= nothing + ABOVE_SHUFFLED && index > best.index) {
                best = new Stability(groups, index, nothing);
            }
        }
        return best;
    }

    private static double index(double[][] distances, int groups, RandomGenerator random) {
        int[] all = java.util.stream.IntStream.range(0, distances.length).toArray();
        double sum = 0;
        for (int i = 0; i < HALVES; i++) {
            int[] shuffled = all.clone();
            shuffle(shuffled, random);
            int half = all.length / 2;
            int[] one =
                    Medoids.of(distances, Arrays.copyOf(shuffled, half), groups).rows();
            int[] other = Medoids.of(distances, Arrays.copyOfRange(shuffled, half, 2 * half), groups)
                    .rows();
            sum += adjustedRand(Medoids.groups(distances, all, one), Medoids.groups(distances, all, other), groups);
        }
        return sum / HALVES;
    }

    static double adjustedRand(int[] one, int[] other, int groups) {
        long[][] both = new long[groups][groups];
        long[] ones = new long[groups];
        long[] others = new long[groups];
        for (int i = 0; i < one.length; i++) {
            both[one[i]][other[i]]++;
            ones[one[i]]++;
            others[other[i]]++;
        }
        double together = Arrays.stream(both).mapToDouble(Stability::pairs).sum();
        double a = pairs(ones);
        double b = pairs(others);
        double expected = a * b / Math.max(1, one.length * (one.length - 1.0) / 2);
        double most = (a + b) / 2;
        return most == expected ? 0 : (together - expected) / (most - expected);
    }

    private static double pairs(long[] counts) {
        return Arrays.stream(counts).mapToDouble(n -> n * (n - 1.0) / 2).sum();
    }

    private static Gower shuffled(Gower rows, RandomGenerator random) {
        double[][] numbers = new double[rows.numbers().length][];
        int[][] words = new int[numbers.length][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rows.numbers()[i].clone();
            words[i] = rows.words()[i].clone();
        }
        int[] order = java.util.stream.IntStream.range(0, numbers.length).toArray();
        for (int c = 0; numbers.length > 0 && c < numbers[0].length; c++) {
            shuffle(order, random);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i][c] = rows.numbers()[order[i]][c];
            }
        }
        for (int c = 0; words.length > 0 && c < words[0].length; c++) {
            shuffle(order, random);
            for (int i = 0; i < words.length; i++) {
                words[i][c] = rows.words()[order[i]][c];
            }
        }
        return new Gower(numbers, words);
    }

    private static void shuffle(int[] all, RandomGenerator random) {
        for (int i = all.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = all[i];
            all[i] = all[j];
            all[j] = kept;
        }
    }
}
