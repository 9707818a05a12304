package io.filon.discovery.table;

import io.filon.discovery.search.Attribute;
import io.filon.discovery.search.Column;
import io.filon.discovery.search.Condition;
import io.filon.discovery.search.Encoder;
import io.filon.discovery.search.Selector;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Attributes that tell the target too well to have been known before it: likely recorded afterwards, or the target
/// itself under another name.
public final class Leaks {

    private static final int LOOKED_AT = 50_000;
    private static final double TOO_WELL = 0.7;

    /// What explains less is no other name of the target, whatever it could explain.
    private static final double LITTLE = 0.15;

    private static final double CERTAIN = 0.95;
    private static final int FEWEST_CERTAIN = 100;

    private final double[] target;
    private final double[] ranks;
    private final double[] ascending;

    /// @param target one a customer
    public Leaks(double[] target) {
        this.target = target;
        double[] looked = Arrays.copyOf(target, Math.min(LOOKED_AT, target.length));
        this.ranks = ranks(looked);
        this.ascending = ranks.clone();
        Arrays.sort(ascending);
    }

    /// Whether an attribute alone explains most of the target.
    public boolean tooWell(Column column) {
        return explained(column) > TOO_WELL;
    }

    /// Share of the target's ranks, by which a few huge customers neither hide nor make a leak, that an attribute alone
    /// explains, of what so many different values could.
    public double explained(Column column) {
        return explained(new Encoder(62).encode(first(column, ranks.length)));
    }

    /// A condition and the share of its customers who do it.
    public record Certain(Condition condition, double rate) {}

    /// The widest condition on an attribute whose customers nearly all do what at most half of all do. The target is 0
    /// and 1.
    public Optional<Certain> certain(Column column) {
        int rows = Math.min(LOOKED_AT, target.length);
        Attribute attribute = new Encoder(16).encode(first(column, rows));
        int[] counts = new int[attribute.width() + 1];
        int[] yes = new int[attribute.width() + 1];
        for (int i = 0; i < rows; i++) {
            counts[attribute.codes()[i] + 1]++;
            yes[attribute.codes()[i] + 1] += target[i] > 0 ? 1 : 0;
        }
        Arrays.parallelPrefix(counts, Integer::sum);
        Arrays.parallelPrefix(yes, Integer::sum);
        if (2 * yes[attribute.width()] > rows) {
            return Optional.empty();
        }
        ToIntFunction<Selector> size = one -> counts[one.to()] - counts[one.from()];
        ToDoubleFunction<Selector> rate =
                one -> (double) (yes[one.to()] - yes[one.from()]) / Math.max(1, size.applyAsInt(one));
        return attribute.selectors().stream()
                .filter(one -> size.applyAsInt(one) >= FEWEST_CERTAIN && rate.applyAsDouble(one) >= CERTAIN)
                .max(Comparator.comparingInt(size))
                .map(one -> new Certain(one.condition(), rate.applyAsDouble(one)));
    }

    /// Share of what is unknown of the outcome that knowing an attribute spares (Theil's uncertainty coefficient), less
    /// what as many random codes would seem to spare. The target is 0 and 1.
    public double told(Column column) {
        int rows = Math.min(LOOKED_AT, target.length);
        Attribute attribute = new Encoder(16).encode(first(column, rows));
        int[][] counts = new int[attribute.width()][2];
        int yes = 0;
        for (int i = 0; i < rows; i++) {
            int does = target[i] > 0 ? 1 : 0;
            counts[attribute.codes()[i]][does]++;
            yes += does;
        }
        double unknown = bits(yes, rows);
        double left = Arrays.stream(counts)
                .mapToDouble(each -> bits(each[1], each[0] + each[1]))
                .sum();
        return unknown > 0 ? (unknown - left - (attribute.width() - 1) / 2.0) / unknown : 0;
    }

    /// What is unknown of the outcomes of so many, in natural units.
    private static double bits(int yes, int all) {
        int no = all - yes;
        return yes == 0 || no == 0 ? 0 : yes * Math.log((double) all / yes) + no * Math.log((double) all / no);
    }

    /// Shares for whom an attribute is stated: of those who do not, and of those who do. The target is 0 and 1.
    public double[] filled(Column column) {
        int[] stated = new int[2];
        int[] all = new int[2];
        for (int i = 0; i < target.length; i++) {
            int does = target[i] > 0 ? 1 : 0;
            boolean known = switch (column) {
                case Column.Numbers(String _, double[] values) -> !Double.isNaN(values[i]);
                case Column.Words(String _, String[] _, int[] places) -> places[i] >= 0;
            };
            stated[does] += known ? 1 : 0;
            all[does]++;
        }
        return new double[] {(double) stated[0] / Math.max(1, all[0]), (double) stated[1] / Math.max(1, all[1])};
    }

    private static Column first(Column column, int rows) {
        return switch (column) {
            case Column.Numbers(String name, double[] values) -> new Column.Numbers(name, Arrays.copyOf(values, rows));
            case Column.Words(String name, String[] words, int[] places) ->
                new Column.Words(name, words, Arrays.copyOf(places, rows));
        };
    }

    /// Share of the variance between codes, of what codes of these sizes could explain at most, less what as many
    /// random codes would seem to explain. A column of two values that sorts all customers explains all it can.
    private double explained(Attribute attribute) {
        double[] sums = new double[attribute.width()];
        int[] counts = new int[attribute.width()];
        for (int i = 0; i < ranks.length; i++) {
            sums[attribute.codes()[i]] += ranks[i];
            counts[attribute.codes()[i]]++;
        }
        double total = between(ranks, ones(ranks.length));
        double share = total > 0 ? between(sums, counts) / total : 0;
        double most = total > 0 ? between(sorted(sums, counts), counts) / total : 0;
        double byChance = (double) attribute.width() / ranks.length;
        return share < LITTLE ? 0 : share / most - byChance;
    }

    /// The sums if the codes, by their mean, held the lowest ranks, the next, and so on.
    private double[] sorted(double[] sums, int[] counts) {
        double[] perfect = new double[sums.length];
        int next = 0;
        for (int code : IntStream.range(0, sums.length)
                .boxed()
                .sorted(Comparator.comparingDouble(code -> sums[code] / Math.max(1, counts[code])))
                .toList()) {
            for (int i = 0; i < counts[code]; i++) {
                perfect[code] += ascending[next++];
            }
        }
        return perfect;
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Squares of what groups are off the mean of all, by their sizes.
    private static double between(double[] sums, int[] counts) {
        double mean = Arrays.stream(sums).sum() / Arrays.stream(counts).sum();
        double between = 0;
        for (int i = 0; i < sums.length; i++) {
            if (counts[i] > 0) {
                double off = sums[i] / counts[i] - mean;
                between += off * off * counts[i];
            }
        }
        return between;
    }

    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Arrays.binarySearch(sorted, values[i]))
                .toArray();
    }
}
