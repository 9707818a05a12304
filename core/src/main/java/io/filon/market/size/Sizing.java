package io.filon.market.size;

import static io.filon.problem.Require.require;

import io.filon.market.size.Size.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.numbers.gamma.Erfc;

/// Draws a market's inputs many times and says between what its size lies.
///
/// Idea: what is obtained is the *least* of who would buy, whom one can speak to, and whom one can serve, in each draw;
/// the least of three averages would be too much. Value, win rate and growth rise and fall together (one common normal
/// factor, `tie` the correlation of any two): as independent inputs their product would have tails far too short.
/// Cost: one pass over the groups, then a few dozen operations a draw.
public final class Sizing {

    private static final List<String> TIED = List.of("value", "win_rate", "growth");

    /// Bounds that hold in eight cases of ten, the middle, the mean and its standard error over the draws.
    public record Range(double low, double middle, double high, double mean, double error) {}

    /// @param demand,reach,capacity in what part of the draws each was the least
    public record Limits(double demand, double reach, double capacity) {}

    /// How much one input moves what is obtained, everything else at its most likely.
    public record Influence(String input, double atLow, double atHigh) {
        public double swing() {
            return Math.abs(atHigh - atLow);
        }
    }

    /// @param likely what is obtained when every input is what is most likely
    public record Result(
            Range total,
            Range available,
            Range obtainable,
            Range share,
            Range newCustomers,
            Range customers,
            Limits limits,
            List<Influence> influences,
            double likely) {}

    private final Inputs inputs;
    private final double months;
    private final double total;
    private final double served;
    private final double prospects;
    private final double current;
    private final double winning;

    /// @param months of the horizon, over 0
    public Sizing(List<Cell> cells, Inputs inputs, double months) {
        require(months > 0, "the horizon (%s months) must be over 0", months);
        this.inputs = inputs;
        this.months = months;
        double all = 0;
        double worth = 0;
        double there = 0;
        double won = 0;
        double customers = 0;
        for (Cell cell : cells) {
            all += cell.count() * cell.value();
            worth += cell.served() * cell.value();
            there += cell.served();
            won += cell.served() * cell.winning();
            customers += cell.served() > 0 ? cell.customers() : 0;
        }
        this.total = all;
        this.served = worth;
        this.prospects = there;
        this.current = customers;
        this.winning = there == 0 ? 1 : won / there;
    }

    /// The size when every input is what is most likely.
    public Size likely() {
        return of(inputs);
    }

    /// @param tie correlation of any two of value, win rate and growth, 0..1
    public Result draw(int draws, double tie, long seed) {
        require(draws >= 100, "a range takes 100 draws or more, not %d", draws);
        require(tie >= 0 && tie <= 1, "the tie (%s) must be between 0 and 1", tie);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<String, Input> named = inputs.byName();
        Size[] sizes = new Size[draws];
        Map<String, Double> drawn = new HashMap<>();
        for (int i = 0; i < draws; i++) {
            double common = random.nextGaussian();
            for (Map.Entry<String, Input> input : named.entrySet()) {
                double own = random.nextGaussian();
                double normal =
                        TIED.contains(input.getKey()) ? Math.sqrt(tie) * common + Math.sqrt(1 - tie) * own : own;
                drawn.put(input.getKey(), input.getValue().at(0.5 * Erfc.value(-normal / Math.sqrt(2))));
            }
            sizes[i] = of(inputs.at(drawn));
        }
        return new Result(
                range(sizes, Size::total),
                range(sizes, Size::available),
                range(sizes, Size::obtainable),
                range(sizes, size -> size.available() == 0 ? 0 : size.obtainable() / size.available()),
                range(sizes, Size::newCustomers),
                range(sizes, Size::customers),
                new Limits(part(sizes, Limit.DEMAND), part(sizes, Limit.REACH), part(sizes, Limit.CAPACITY)),
                influences(),
                likely().obtainable());
    }

    private List<Influence> influences() {
        List<Influence> influences = new ArrayList<>();
        inputs.byName().forEach((name, input) -> {
            if (!input.isCertain()) {
                influences.add(new Influence(
                        name,
                        of(inputs.at(Map.of(name, input.low()))).obtainable(),
                        of(inputs.at(Map.of(name, input.high()))).obtainable()));
            }
        });
        influences.sort(Comparator.comparingDouble(Influence::swing).reversed());
        return influences;
    }

    private Size of(Inputs at) {
        double universe = at.universe().value();
        double value = at.value().value();
        double share = at.servedShare().value();
        double grown = Math.pow(1 + at.growth().value(), months / 12);
        double available = universe * share * served * value;
        double winRate = Math.min(1, at.winRate().value() * winning);
        double reachable = universe * share * prospects;

        double open = at.deciding().value() * (1 - at.competition().value());
        double demand = Math.max(0, reachable - current) * open * winRate;
        double reach =
                at.contacts() == null ? Double.POSITIVE_INFINITY : at.contacts().value() * months * winRate;
        double capacity = at.capacity() == null
                ? Double.POSITIVE_INFINITY
                : at.capacity().value() * Math.max(0, months - at.cycleMonths().value());
        double won = Math.min(demand, Math.min(reach, capacity));
        Limit limit = won == demand ? Limit.DEMAND : won == reach ? Limit.REACH : Limit.CAPACITY;

        // those won come evenly over the horizon, so on average they have half of it to leave in
        double staying = Math.pow(1 - at.churn().value(), months / 12);
        double stayingNew = Math.pow(1 - at.churn().value(), months / 24);
        double customers = Math.min(current, reachable) * staying + won * stayingNew;
        double perCustomer = prospects == 0 ? 0 : value * served / prospects;
        return new Size(
                universe * total * value,
                available,
                Math.min(customers * perCustomer * grown, available * grown),
                won,
                customers,
                limit);
    }

    private static double part(Size[] sizes, Limit limit) {
        return (double) Arrays.stream(sizes)
                        .filter(size -> size.limit() == limit)
                        .count()
                / sizes.length;
    }

    private static Range range(Size[] sizes, ToDoubleFunction<Size> figure) {
        double[] sorted = Arrays.stream(sizes).mapToDouble(figure).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElse(0);
        double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        int last = sorted.length - 1;
        return new Range(
                sorted[(int) Math.round(0.1 * last)],
                sorted[(int) Math.round(0.5 * last)],
                sorted[(int) Math.round(0.9 * last)],
                mean,
                Math.sqrt(squares / last / sorted.length));
    }
}
