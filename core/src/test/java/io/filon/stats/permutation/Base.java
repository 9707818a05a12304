package io.filon.stats.permutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// A made-up customer base: attributes of six values, and money that a planted condition may multiply.
///
/// @param table   customers sorted by the quarter they came in
/// @param money   `double[customers]`

@SuppressWarnings("ArrayRecordComponent") // never compared as a value
record Base(CodeTable table, double[] money) {

    static final Condition PLANTED = new Condition(0, 1);

    private static final double PLANTED_SHARE = 0.06;
    private static final int VALUES = 6;
    private static final double SIGMA = 1.2;

    /// @param zeros    share of customers who leave nothing
    /// @param lift     by which the planted condition multiplies money; 1 for none
    /// @param quarters unequal in size, later ones leaving less and (column 1) coming more through one channel
    static Base of(long seed, int customers, int columns, double zeros, double lift, int quarters) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] starts = new int[quarters + 1];
        for (int quarter = 1; quarter < quarters; quarter++) {
            // shares 1, 2, 3… so that late quarters are large
            starts[quarter] = customers * quarter * (quarter + 1) / (quarters * (quarters + 1));
        }
        starts[quarters] = customers;
        byte[] codes = new byte[customers * columns];
        double[] money = new double[customers];
        for (int quarter = 0; quarter < quarters; quarter++) {
            for (int row = starts[quarter]; row < starts[quarter + 1]; row++) {
                for (int column = 0; column < columns; column++) {
                    codes[row * columns + column] = (byte) (1 + random.nextInt(VALUES));
                }
                codes[row * columns] =
                        (byte) (random.nextDouble() < PLANTED_SHARE ? 1 : 2 + random.nextInt(VALUES - 1));
                boolean changing = random.nextDouble() < (quarter + 1.0) / (quarters + 1);
                codes[row * columns + 1] = (byte) (changing ? 1 : 2);
                double scale = Math.pow(0.6, quarter) * (codes[row * columns] == 1 ? lift : 1);
                money[row] = random.nextDouble() < zeros ? 0 : scale * Math.exp(SIGMA * random.nextGaussian()) - 0.2;
            }
        }
        return new Base(new CodeTable(columns, codes, starts), money);
    }

    /// The best tenth, if positive.
    boolean[] stars() {
        double cut = Arrays.stream(money).sorted().toArray()[money.length - money.length / 10];
        return outcome(value -> value >= cut && value > 0);
    }

    boolean[] losers() {
        return outcome(value -> value < 0);
    }

    private boolean[] outcome(java.util.function.DoublePredicate chosen) {
        boolean[] outcome = new boolean[money.length];
        for (int i = 0; i < outcome.length; i++) {
            outcome[i] = chosen.test(money[i]);
        }
        return outcome;
    }

    /// Every value of every column that at least 15 customers have.
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (int column = 0; column < table.columns(); column++) {
            for (int code = 1; code <= VALUES; code++) {
                int asked = code;
                int place = column;
                long members = IntStream.range(0, table.rows())
                        .filter(row -> table.codes()[row * table.columns() + place] == asked)
                        .count();
                if (members >= 15) {
                    conditions.add(new Condition(column, code));
                }
            }
        }
        conditions.sort(Comparator.comparingInt(Condition::column).thenComparingInt(Condition::code));
        return conditions;
    }
}
