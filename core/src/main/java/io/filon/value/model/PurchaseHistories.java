package io.filon.value.model;

import static io.filon.problem.Require.require;

import io.filon.stats.Groups;
import io.filon.value.trait.Patterns;
import java.util.Arrays;
import java.util.stream.IntStream;

// A million customers have about a hundred thousand different histories, so equal ones are counted once. Each history
// is packed into one long (repeats, last, observed). Where traits are known, a group is a history and a combination of
// traits; models that do not read traits are fitted to the merged groups.

/// Customers' purchases reduced to what the models read, equal histories counted together. Time is in whole days.
///
/// Purchases of one day are one purchase; the first starts the clock and is not a repeat: whoever bought once has 0
/// repeats and 0 last days. `double[]` results of the models have one entry a group; [#groupOf] leads from a customer
/// to its group.
public final class PurchaseHistories {

    private static final int MOST_REPEATS = (1 << 20) - 1;
    private static final int MOST_DAYS = (1 << 21) - 1;

    private final long[] keys; // ascending, then by pattern
    private final int[] pattern;
    private final Patterns patterns;
    private final double[] customers;
    private final int[] groupOf;
    private final double sumOfLogGaps;
    private final int longestDays;

    private PurchaseHistories(
            long[] keys, int[] pattern, Patterns patterns, double[] customers, int[] groupOf, double sumOfLogGaps) {
        this.keys = keys;
        this.pattern = pattern;
        this.patterns = patterns;
        this.customers = customers;
        this.groupOf = groupOf;
        this.sumOfLogGaps = sumOfLogGaps;
        this.longestDays =
                (int) Arrays.stream(keys).map(key -> key & MOST_DAYS).max().orElse(0);
    }

    /// One entry a customer in each array.
    ///
    /// @param repeats      purchase days after the first
    /// @param lastDays     days from the first to the last purchase; 0 without repeats
    /// @param observedDays days from the first purchase to the end of what is known
    /// @throws IllegalArgumentException naming the position, when a history is impossible
    public static PurchaseHistories of(int[] repeats, int[] lastDays, int[] observedDays) {
        require(
                repeats.length == lastDays.length && repeats.length == observedDays.length,
                "arrays of %d, %d and %d customers",
                repeats.length,
                lastDays.length,
                observedDays.length);
        long[] packed = new long[repeats.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = packed(i, repeats[i], lastDays[i], observedDays[i]);
        }
        Groups groups = Groups.of(packed);
        return new PurchaseHistories(
                groups.keys(), new int[groups.keys().length], Patterns.NONE, groups.count(), groups.of(), 0);
    }

    /// As [#of], from weeks that are whole days divided by 7.
    public static PurchaseHistories ofWeeks(int[] repeats, double[] lastWeeks, double[] observedWeeks) {
        return of(repeats, days(lastWeeks), days(observedWeeks));
    }

    private static int[] days(double[] weeks) {
        return Arrays.stream(weeks).mapToInt(week -> (int) Math.round(week * 7)).toArray();
    }

    private static long packed(int i, int repeats, int last, int observed) {
        boolean possible = repeats >= 0
                && repeats <= MOST_REPEATS
                && last >= 0
                && last <= observed
                && observed <= MOST_DAYS
                && (repeats == 0) == (last == 0);
        if (!possible) {
            throw new IllegalArgumentException(
                    "customer %d: %d repeats, last on day %d of %d observed".formatted(i, repeats, last, observed));
        }
        return ((long) repeats << 42) | ((long) last << 21) | observed;
    }

    /// The same, customers with unlike traits apart.
    ///
    /// @param known one entry a customer, in the order given
    public PurchaseHistories with(Patterns known) {
        require(known.isEmpty() || known.of().length == size(), "%d patterns", known.of().length);
        if (known.isEmpty()) {
            return this;
        }
        long[] entries = new long[size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (long) groupOf[i] * known.size() + known.of()[i];
        }
        Groups groups = Groups.of(entries);
        long[] histories = new long[groups.keys().length];
        int[] pattern = new int[histories.length];
        for (int i = 0; i < histories.length; i++) {
            histories[i] = keys[(int) (groups.keys()[i] / known.size())];
            pattern[i] = (int) (groups.keys()[i] % known.size());
        }
        return new PurchaseHistories(histories, pattern, known, groups.count(), groups.of(), sumOfLogGaps);
    }

    /// Without traits: equal histories together, whoever has them.
    public PurchaseHistories merged() {
        if (patterns.isEmpty()) {
            return this;
        }
        int[] place = new int[groups()];
        int last = -1;
        for (int i = 0; i < place.length; i++) {
            last += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
            place[i] = last;
        }
        long[] histories = new long[last + 1];
        double[] count = new double[last + 1];
        for (int i = 0; i < place.length; i++) {
            histories[place[i]] = keys[i];
            count[place[i]] += customers[i];
        }
        int[] of = Arrays.stream(groupOf).map(group -> place[group]).toArray();
        return new PurchaseHistories(histories, new int[last + 1], Patterns.NONE, count, of, sumOfLogGaps);
    }

    /// The same with the one further figure that models of regular buyers need.
    ///
    /// @param sum over all pairs of consecutive purchase days of one customer, of ln(days between them)
    public PurchaseHistories withLogGaps(double sum) {
        return new PurchaseHistories(keys, pattern, patterns, customers, groupOf, sum);
    }

    /// The same groups counted otherwise, as a bootstrap does.
    public PurchaseHistories weighted(double[] customersByGroup) {
        return new PurchaseHistories(keys, pattern, patterns, customersByGroup.clone(), groupOf, sumOfLogGaps);
    }

    /// About `most` groups spread over all of them, which stand for the others.
    public PurchaseHistories thinned(int most) {
        return every(Math.max(1, groups() / most));
    }

    /// Of every `step` groups the first; without customers.
    public PurchaseHistories every(int step) {
        if (step == 1) {
            return this;
        }
        return only(IntStream.range(0, groups()).filter(i -> i % step == 0).toArray());
    }

    /// Some groups; without customers in an order.
    public PurchaseHistories only(int[] kept) {
        return new PurchaseHistories(
                Arrays.stream(kept).mapToLong(i -> keys[i]).toArray(),
                Arrays.stream(kept).map(i -> pattern[i]).toArray(),
                patterns,
                Arrays.stream(kept).mapToDouble(i -> customers[i]).toArray(),
                new int[0],
                0);
    }

    /// Which combination of traits the group's customers have; 0 where nothing is known.
    public int pattern(int group) {
        return pattern[group];
    }

    public Patterns patterns() {
        return patterns;
    }

    /// Different histories.
    public int groups() {
        return keys.length;
    }

    public int repeats(int group) {
        return (int) (keys[group] >>> 42);
    }

    /// Days from the first to the last purchase.
    public int lastDays(int group) {
        return (int) (keys[group] >>> 21) & MOST_DAYS;
    }

    /// Days from the first purchase to the end of what is known.
    public int observedDays(int group) {
        return (int) keys[group] & MOST_DAYS;
    }

    /// How many customers have this history; not whole after [#weighted].
    public double customers(int group) {
        return customers[group];
    }

    /// Customers given, in the order given.
    public int size() {
        return groupOf.length;
    }

    public int groupOf(int customer) {
        return groupOf[customer];
    }

    /// One value a customer from one a group.
    public double[] spread(double[] byGroup) {
        double[] result = new double[groupOf.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = byGroup[groupOf[i]];
        }
        return result;
    }

    double sumOfLogGaps() {
        return sumOfLogGaps;
    }

    /// Customers counted with their weights.
    public double total() {
        return Arrays.stream(customers).sum();
    }

    /// Customers who came back, counted with their weights.
    public double returned() {
        return IntStream.range(0, groups())
                .filter(i -> repeats(i) > 0)
                .mapToDouble(i -> customers[i])
                .sum();
    }

    /// Repeat purchases of all customers.
    public double totalRepeats() {
        return IntStream.range(0, groups())
                .mapToDouble(i -> customers[i] * repeats(i))
                .sum();
    }

    int mostRepeats() {
        return groups() == 0 ? 0 : repeats(groups() - 1);
    }

    /// The longest time observed.
    public int longestDays() {
        return longestDays;
    }
}
