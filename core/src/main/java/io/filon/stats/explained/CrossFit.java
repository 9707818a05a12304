package io.filon.stats.explained;

import io.filon.stats.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

// Ridge regression on codes (Hoerl and Kennard 1970), cross-fitted: cases fall into five folds by their keys, each is
// foretold from the other four. The penalty is chosen inside those four (one of them held out), so no case takes part
// in what foretells it. A row has one entry a column, so sums of products cost cases x columns², whatever the levels;
// every set of parts is then solved from the same sums. Additive: what two columns only tell together is not seen.

/// The same learner for any parts of the columns: what each case is off when it is foretold from them.
public final class CrossFit {

    static final int FOLDS = 5;

    /// A level of so many cases is believed half.
    private static final double[] PENALTIES = {5, 25, 125, 625, 3125};

    private final List<CodedColumn> columns;
    private final double[] wanted;
    private final int[] folds;
    private final int[] offsets;
    private final Sums[] sums = new Sums[FOLDS];
    private final Sums[] three = new Sums[FOLDS];
    private final Sums[] four = new Sums[FOLDS];
    private final Map<Set<Integer>, double[]> known = new HashMap<>();

    /// Sums of products of one fold.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sums(double[][] products, double[] moments, double squares) {

        static Sums empty(int width) {
            return new Sums(new double[width][width], new double[width], 0);
        }

        Sums plus(Sums other) {
            int width = moments.length;
            Sums all = new Sums(new double[width][], moments.clone(), squares + other.squares);
            for (int i = 0; i < width; i++) {
                all.products[i] = products[i].clone();
                all.moments[i] += other.moments[i];
                for (int j = 0; j <= i; j++) {
                    all.products[i][j] += other.products[i][j];
                }
            }
            return all;
        }
    }

    /// @param wanted what is to be foretold
    /// @param keys   cases of one key are never foretold from one another
    public CrossFit(List<CodedColumn> columns, double[] wanted, long[] keys) {
        this.columns = List.copyOf(columns);
        this.wanted = wanted.clone();
        this.folds = Arrays.stream(keys).mapToInt(CrossFit::fold).toArray();
        this.offsets = new int[columns.size()];
        int width = 1; // the constant
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = width;
            width += columns.get(i).levels();
        }
        double[] squares = new double[FOLDS];
        double[][][] products = new double[FOLDS][width][width];
        double[][] moments = new double[FOLDS][width];
        int[] entries = new int[offsets.length + 1];
        for (int row = 0; row < wanted.length; row++) {
            for (int i = 0; i < offsets.length; i++) {
                entries[i + 1] = offsets[i] + columns.get(i).codes()[row];
            }
            int fold = folds[row];
            squares[fold] += wanted[row] * wanted[row];
            for (int i = 0; i < entries.length; i++) {
                moments[fold][entries[i]] += wanted[row];
                double[] line = products[fold][entries[i]];
                for (int j = 0; j <= i; j++) {
                    line[entries[j]]++;
                }
            }
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            sums[fold] = new Sums(products[fold], moments[fold], squares[fold]);
        }
        for (int left = 0; left < FOLDS; left++) {
            three[left] = Sums.empty(width);
            for (int fold = 0; fold < FOLDS; fold++) {
                if (fold != left && fold != tried(left)) {
                    three[left] = three[left].plus(sums[fold]);
                }
            }
            four[left] = three[left].plus(sums[tried(left)]);
        }
    }

    /// The fold on which penalties are tried when one is left out.
    private static int tried(int left) {
        return (left + 1) % FOLDS;
    }

    private static int fold(long key) {
        long mixed = (key ^ (key >>> 31)) * 0x9E3779B97F4A7C15L; // Steele, Lea and Flood's constant: keys spread
        return (int) Math.floorMod(mixed >>> 17, (long) FOLDS);
    }

    /// The squared error of each case, foretold from the base and these parts of the columns.
    public double[] squaredErrors(Set<Integer> parts) {
        return known.computeIfAbsent(Set.copyOf(parts), this::fitted).clone();
    }

    private double[] fitted(Set<Integer> parts) {
        int[] entries = entries(parts);
        double[] errors = new double[wanted.length];
        double[][] weights = new double[FOLDS][];
        for (int fold = 0; fold < FOLDS; fold++) {
            weights[fold] = learnt(fold, entries);
        }
        for (int row = 0; row < errors.length; row++) {
            double[] learnt = weights[folds[row]];
            double told = learnt[0];
            for (int i = 0; i < offsets.length; i++) {
                told += learnt[offsets[i] + columns.get(i).codes()[row]];
            }
            errors[row] = (wanted[row] - told) * (wanted[row] - told);
        }
        return errors;
    }

    private int[] entries(Set<Integer> parts) {
        List<Integer> entries = new ArrayList<>(List.of(0));
        for (int i = 0; i < offsets.length; i++) {
            int part = columns.get(i).part();
            if (part == CodedColumn.BASE || parts.contains(part)) {
                for (int level = 0; level < columns.get(i).levels(); level++) {
                    entries.add(offsets[i] + level);
                }
            }
        }
        return entries.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Weights of every entry, 0 for those not asked, from all folds but one.
    private double[] learnt(int left, int[] entries) {
        double best = PENALTIES[0];
        double least = Double.POSITIVE_INFINITY;
        for (double penalty : PENALTIES) {
            double off = off(sums[tried(left)], solved(three[left], entries, penalty), entries);
            if (off < least) {
                least = off;
                best = penalty;
            }
        }
        double[] weights = solved(four[left], entries, best);
        double[] all = new double[sums[0].moments.length];
        for (int i = 0; i < entries.length; i++) {
            all[entries[i]] = weights[i];
        }
        return all;
    }

    private static double[] solved(Sums from, int[] entries, double penalty) {
        int width = entries.length;
        double[][] matrix = new double[width][width];
        double[] moments = new double[width];
        for (int i = 0; i < width; i++) {
            moments[i] = from.moments[entries[i]];
            double[] products = from.products[entries[i]];
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = products[entries[j]];
            }
            matrix[i][i] += i == 0 ? 1e-9 : penalty;
        }
        return Cholesky.of(matrix)
                .orElseThrow(() -> new IllegalStateException("no fold may be empty"))
                .solve(moments);
    }

    private static double off(Sums on, double[] weights, int[] entries) {
        double off = on.squares;
        for (int i = 0; i < entries.length; i++) {
            double[] products = on.products[entries[i]];
            off -= 2 * weights[i] * on.moments[entries[i]];
            for (int j = 0; j <= i; j++) {
                off += (i == j ? 1 : 2) * weights[i] * weights[j] * products[entries[j]];
            }
        }
        return off;
    }
}
