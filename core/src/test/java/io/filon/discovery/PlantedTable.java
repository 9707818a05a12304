package io.filon.discovery;

import io.filon.discovery.search.Column;
import io.filon.discovery.search.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Customers of a made-up company: 30 attributes that hang together (who they are, firms with many gaps, behaviour,
/// what they declare), profit with a lognormal body, one spike in a hundred and losses in six, and ten planted groups
/// of two or three conditions, drawn anew for each seed, that are worth two to five times the rest.
///
/// The profit expected of each customer is known, so what is true of any rule can be told. Spikes are Pareto 2.5: their
/// variance exists, so intervals can be judged.
public final class PlantedTable {

    /// @param conditions two or three
    /// @param members    places
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    public record Plant(List<Condition> conditions, int[] members) {}

    private final SplittableRandom random;
    private final int rows;
    private final List<Column> columns = new ArrayList<>();
    private final List<Plant> plants = new ArrayList<>();
    private final double[] expected;
    private final double[] profit;

    public PlantedTable(long seed, int rows, int plants) {
        this.random = new SplittableRandom(seed);
        this.rows = rows;
        this.expected = new double[rows];
        this.profit = new double[rows];
        attributes();
        Arrays.fill(expected, 1);
        for (int i = 0; i < plants; i++) {
            plant();
        }
        // noise is drawn last, so that the same customers can be given another
        for (int i = 0; i < rows; i++) {
            expected[i] *= 100;
            profit[i] = Math.rint(expected[i] * noise() * 100) / 100;
        }
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Plant> plants() {
        return plants;
    }

    public double[] profit() {
        return profit;
    }

    /// Of each customer, before chance.
    public double[] expected() {
        return expected;
    }

    // mean 1: body exp(N(-0.32, 0.8²)), mean 1; one spike in a hundred of mean 5 more; six in a hundred lose
    private double noise() {
        double body = Math.exp(-0.32 + 0.8 * random.nextGaussian());
        double u = random.nextDouble();
        double spike = u < 0.01 ? 3 * Math.pow(1 - random.nextDouble(), -1 / 2.5) : 0;
        double raw = u > 0.94 ? -body : body + spike;
        return raw / (1 - 0.12 + 0.01 * 3 * 2.5 / 1.5);
    }

    private void attributes() {
        double[] wealth = gaussian();
        double[] digital = gaussian();
        for (int i = 0; i < 8; i++) {
            words("who_" + i, i % 2 == 0 ? wealth : digital, 3 + random.nextInt(8), 0);
        }
        for (int i = 0; i < 6; i++) {
            words("firm_" + i, wealth, 3 + random.nextInt(5), 0.5);
        }
        for (int i = 0; i < 10; i++) {
            numbers("does_" + i, i % 2 == 0 ? digital : wealth, i);
        }
        for (int i = 0; i < 6; i++) {
            words("says_" + i, digital, 2 + random.nextInt(4), 0.15);
        }
    }

    private double[] gaussian() {
        return IntStream.range(0, rows).mapToDouble(_ -> random.nextGaussian()).toArray();
    }

    private void words(String name, double[] hidden, int kinds, double gaps) {
        String[] words = IntStream.range(0, kinds).mapToObj(i -> "v" + i).toArray(String[]::new);
        int[] places = new int[rows];
        for (int i = 0; i < rows; i++) {
            double score = 0.5 * hidden[i] + 0.87 * random.nextGaussian();
            int place = (int) Math.clamp(Math.floor((score + 2) / 4 * kinds), 0, kinds - 1);
            places[i] = random.nextDouble() < gaps ? -1 : place;
        }
        columns.add(new Column.Words(name, words, places));
    }

    private void numbers(String name, double[] hidden, int kind) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            double score = 0.5 * hidden[i] + 0.87 * random.nextGaussian();
            values[i] = switch (kind % 3) {
                case 0 -> Math.floor(Math.exp(1 + 0.7 * score));
                case 1 -> Math.rint((0.5 + 0.2 * score) * 1000) / 1000;
                default -> Math.rint(40 + 12 * score);
            };
        }
        columns.add(new Column.Numbers(name, values));
    }

    /// Draws conditions until they cover 0.3 to 2.4 % of the customers.
    private void plant() {
        while (true) {
            int size = 2 + random.nextInt(2);
            List<Condition> conditions = new ArrayList<>();
            int[] which = random.ints(0, columns.size())
                    .distinct()
                    .limit(size)
                    .sorted()
                    .toArray();
            for (int attribute : which) {
                conditions.add(condition(columns.get(attribute)));
            }
            int[] members = members(columns, conditions);
            double share = (double) members.length / rows;
            if (share >= 0.003 && share <= 0.024) {
                double times = 2 + 3 * random.nextDouble();
                for (int member : members) {
                    expected[member] = Math.max(expected[member], times);
                }
                plants.add(new Plant(conditions, members));
                return;
            }
        }
    }

    private Condition condition(Column column) {
        return switch (column) {
            case Column.Words(String name, String[] words, int[] _) ->
                new Condition.Is(name, words[random.nextInt(words.length)]);
            case Column.Numbers(String name, double[] values) -> {
                double[] sorted = Arrays.copyOf(values, Math.min(rows, 20_000));
                Arrays.sort(sorted);
                double bound = sorted[(int) (sorted.length * (0.1 + 0.2 * random.nextDouble()))];
                double high = sorted[(int) (sorted.length * (0.7 + 0.2 * random.nextDouble()))];
                yield random.nextBoolean() ? new Condition.AtMost(name, bound) : new Condition.Above(name, high);
            }
        };
    }

    /// Whom some conditions cover.
    public static int[] members(List<Column> columns, List<Condition> conditions) {
        int[] members = IntStream.range(0, columns.getFirst().rows()).toArray();
        for (Condition condition : conditions) {
            Column column = columns.stream()
                    .filter(each -> each.name().equals(condition.attribute()))
                    .findFirst()
                    .orElseThrow();
            members = Arrays.stream(members).filter(test(column, condition)).toArray();
        }
        return members;
    }

    private static IntPredicate test(Column column, Condition condition) {
        return switch (column) {
            case Column.Words(String _, String[] words, int[] places) ->
                condition instanceof Condition.Is(String _, String word)
                        ? row -> places[row] >= 0 && words[places[row]].equals(word)
                        : row -> places[row] < 0;
            case Column.Numbers(String _, double[] values) ->
                switch (condition) {
                    case Condition.AtMost(String _, double bound) -> row -> values[row] <= bound;
                    case Condition.Above(String _, double bound) -> row -> values[row] > bound;
                    case Condition.Within(String _, double low, double high) ->
                        row -> values[row] > low && values[row] <= high;
                    case Condition.NotStated _, Condition.Is _ -> row -> Double.isNaN(values[row]);
                };
        };
    }
}
