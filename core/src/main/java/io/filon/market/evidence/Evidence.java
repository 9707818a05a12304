package io.filon.market.evidence;

import io.filon.market.size.Input;
import io.filon.market.size.Input.Origin;
import io.filon.rule.Catalogue;
import io.filon.rule.Fact;
import io.filon.stats.MeanRange;
import io.filon.stats.incidence.CumulativeIncidence;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.TraitFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the company's own files say of its market, by group and in all. Needs the tables of *intake* and *value*; makes
/// `market_customers`.
public final class Evidence {

    /// A company's sector is a fact of accounts, not of customers.
    private static final String SECTOR = "sector";

    private static final String FACTS = "market_facts";
    private static final double MOST_CLOSED = 0.95;
    private static final int YEAR_AND_A_QUARTER = 456;
    private static final int TWO_YEARS_AND_A_QUARTER = 821;
    private static final double DAYS_A_MONTH = 365.0 / 12;

    /// What one group of customers shows. Groups are named by what the matched facts say, joined.
    ///
    /// @param customers who bought in the last year
    /// @param value     what one is worth a year over the average, drawn towards 1
    /// @param deals     followed from their beginning
    /// @param won       of them, won so far
    /// @param winRate   drawn towards the whole's; null when there are no deals
    public record Shown(
            long customers,
            double value,
            long deals,
            long won,
            @Nullable Double winRate) {}

    private final Store store;
    private final List<Sql> columns = new ArrayList<>();
    private final Map<List<String>, List<Growth.Years>> sales = new HashMap<>();
    private final Map<List<String>, List<CumulativeIncidence.Case>> deals = new HashMap<>();

    /// @param facts that tell groups apart, by name
    public Evidence(Store store, List<String> facts) {
        this.store = store;
        Catalogue catalogue = new TraitFacts(store).write(FACTS);
        store.build(Script.beside(Evidence.class, "market_customers"));
        for (String name : facts) {
            columns.add(column(catalogue, name).orElseThrow(() -> new IllegalArgumentException("no fact " + name)));
        }
        read();
    }

    /// The names a universe's column may be matched with.
    public static List<String> factNames(Store store) {
        List<String> names = new ArrayList<>(new TraitFacts(store).write(FACTS).factNames());
        names.add(SECTOR);
        return names;
    }

    private static Optional<Sql> column(Catalogue catalogue, String name) {
        Optional<Sql> fact = catalogue.fact(name).map(Fact::column).map(known -> Sql.of("known." + known));
        return fact.isPresent() || !name.equals(SECTOR) ? fact : Optional.of(Sql.of("market_customers.sector"));
    }

    private void read() {
        Sql from = Sql.of(" from market_customers join %s as known on known.customer_id = market_customers.customer_id"
                .formatted(FACTS));
        store.scan(
                select(List.of(
                                Sql.of("sales_12m"),
                                Sql.of("cast(bought_12m as integer)"),
                                Sql.of("sales_before"),
                                Sql.of("cast(bought_before as integer)")))
                        .then(from),
                row -> sales.computeIfAbsent(group(row::text, 4), _ -> new ArrayList<>())
                        .add(new Growth.Years(row.number(0), row.number(1) == 1, row.number(2), row.number(3) == 1)));
        store.scan(
                select(List.of(
                                Sql.of("followed_days"),
                                Sql.of("case ended when 'won' then 1 when 'lost' then 2 else 0 end")))
                        .then(from)
                        .then(Sql.of(" join opportunities on opportunities.account_id = market_customers.customer_id")),
                row -> deals.computeIfAbsent(group(row::text, 2), _ -> new ArrayList<>())
                        .add(new CumulativeIncidence.Case((int) row.number(0), (int) row.number(1))));
    }

    private Sql select(List<Sql> figures) {
        List<Sql> all = new ArrayList<>(figures);
        columns.forEach(column -> all.add(Sql.of("cast(").then(column).then(Sql.of(" as varchar)"))));
        return Sql.of("select ").then(Sql.join(all, ", "));
    }

    private List<String> group(IntFunction<@Nullable String> text, int from) {
        List<String> group = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String said = text.apply(from + i);
            group.add(said == null ? "" : Names.plain(said));
        }
        return group;
    }

    /// By group, named by plain words ([Names#plain]).
    public Map<List<String>, Shown> groups() {
        TreeMap<String, List<String>> keys = new TreeMap<>();
        sales.keySet().forEach(key -> keys.put(String.join("\u0000", key), key));
        deals.keySet().forEach(key -> keys.put(String.join("\u0000", key), key));
        List<List<String>> order = List.copyOf(keys.values());
        double[] lately = new double[order.size()];
        double[] means = new double[order.size()];
        double[] won = new double[order.size()];
        double[] begun = new double[order.size()];
        double[] all = amounts();
        double whole = mean(all);
        for (int i = 0; i < order.size(); i++) {
            double[] amounts = amounts(order.get(i));
            lately[i] = amounts.length;
            means[i] = amounts.length == 0 ? whole : mean(amounts);
            List<CumulativeIncidence.Case> cases = deals.getOrDefault(order.get(i), List.of());
            begun[i] = cases.size();
            won[i] = cases.isEmpty()
                    ? 0
                    : new CumulativeIncidence(cases).by(horizonDay()).share() * cases.size();
        }
        if (all.length < MeanRange.FEWEST) {
            Arrays.fill(means, whole); // too few to tell groups apart by what they are worth
        }
        double[] values = Shrunk.means(whole, means, variance(all, whole), lately);
        double[] rates = Shrunk.shares(won, begun);
        Map<List<String>, Shown> groups = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            List<CumulativeIncidence.Case> cases = deals.getOrDefault(order.get(i), List.of());
            groups.put(
                    order.get(i),
                    new Shown(
                            (long) lately[i],
                            whole > 0 ? Math.max(0, values[i]) / whole : 1,
                            cases.size(),
                            cases.stream().filter(one -> one.end() == 1).count(),
                            deals.isEmpty() ? null : rates[i]));
        }
        return groups;
    }

    /// Net sales of a customer a year, with the range of the mean; empty when fewer than [MeanRange#FEWEST] bought.
    public Optional<Input> value() {
        double[] all = amounts();
        if (all.length < MeanRange.FEWEST) {
            return Optional.empty();
        }
        MeanRange range = MeanRange.of(all);
        return range.mean() > 0
                ? Optional.of(measured(range.mean(), Math.max(0, range.low()), range.high()))
                : Optional.empty();
    }

    /// Of the deals begun, how many are won by the day by which nineteen in twenty had closed; open ones are not lost.
    public Optional<Input> winRate() {
        List<CumulativeIncidence.Case> all =
                deals.values().stream().flatMap(List::stream).toList();
        if (all.size() < MeanRange.FEWEST || all.stream().noneMatch(one -> one.end() == 1)) {
            return Optional.empty();
        }
        CumulativeIncidence.Share share = new CumulativeIncidence(all).by(horizonDay());
        return Optional.of(measured(share.share(), share.low(), share.high()));
    }

    /// Months from the beginning of a deal to its being won.
    public Optional<Input> cycleMonths() {
        return store
                .query(
                        Sql.of("select median_days as middle, low, high from sales_cycles where ended = 'won'"),
                        Cycle.class)
                .stream()
                .findFirst()
                .map(days -> measured(days.middle / DAYS_A_MONTH, days.low / DAYS_A_MONTH, days.high / DAYS_A_MONTH));
    }

    private record Cycle(double middle, double low, double high) {}

    /// Of who bought in the year before the last, how many did not in the last one (Wilson's interval).
    public Optional<Input> churn() {
        List<Growth.Years> before = everybody().filter(Growth.Years::before).toList();
        if (before.size() < MeanRange.FEWEST) {
            return Optional.empty();
        }
        double n = before.size();
        double gone = before.stream().filter(sale -> !sale.lately()).count() / n;
        double z = 1.959964;
        double middle = (gone + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(gone * (1 - gone) / n + z * z / (4 * n * n));
        return Optional.of(measured(gone, Math.min(gone, middle - half), Math.max(gone, middle + half)));
    }

    /// Of what a buyer is worth a year, from the year before the last to the last one. Empty when files begin so late
    /// that the year before was the first one, in which everybody is new.
    public Optional<Input> growth() {
        return history() < TWO_YEARS_AND_A_QUARTER
                ? Optional.empty()
                : Growth.of(everybody().toList());
    }

    /// People who can be spoken to in a month, by the leads of the last year: its average, its poorest and best
    /// quarter.
    public Optional<Input> contacts() {
        return monthly("select created_on as day from leads").map(Months::usual);
    }

    /// New customers that could be taken on in a month: the best quarter so far, the year's average, the best month.
    /// Empty when files begin so late that customers of before would count as new.
    public Optional<Input> capacity() {
        return history() < YEAR_AND_A_QUARTER
                ? Optional.empty()
                : monthly("select first_order_on as day from buyers").map(Months::most);
    }

    /// Days since the first order on file.
    private long history() {
        return store.number(Sql.of(
                "select coalesce(max(days_between(buyers.first_order_on, run.as_of)), 0) from buyers cross join run"));
    }

    private Optional<Months> monthly(String days) {
        long[] counts = new long[12];
        store.scan(
                Sql.of(
                        "select cast(floor(days_between(told.day, run.as_of) * 12 / 365.0) as integer) as back, count(*) from ("
                                + days + ") as told cross join run where told.day is not null "
                                + "and days_between(told.day, run.as_of) between 0 and 364 group by back"),
                row -> counts[(int) row.number(0)] = (long) row.number(1));
        Months months = new Months(counts);
        return months.total() < MeanRange.FEWEST ? Optional.empty() : Optional.of(months);
    }

    /// How many in each of the last twelve months, the last one first.
    private static final class Months {
        private final long[] counts;

        Months(long[] counts) {
            this.counts = counts;
        }

        long total() {
            return Arrays.stream(counts).sum();
        }

        Input usual() {
            double[] quarters = quarters();
            return measured(total() / 12.0, quarters[0], quarters[3]);
        }

        Input most() {
            double best = quarters()[3];
            double month = (double) Arrays.stream(counts).max().orElse(0);
            return measured(best, total() / 12.0, Math.max(best, month));
        }

        /// A month in each quarter, poorest first.
        private double[] quarters() {
            double[] quarters = new double[4];
            for (int i = 0; i < 12; i++) {
                quarters[i / 3] += counts[i] / 3.0;
            }
            Arrays.sort(quarters);
            return quarters;
        }
    }

    private int horizonDay() {
        int[] closed = deals.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.end() != 0)
                .mapToInt(CumulativeIncidence.Case::day)
                .sorted()
                .toArray();
        return closed.length == 0 ? 0 : closed[(int) Math.ceil(MOST_CLOSED * closed.length) - 1];
    }

    private Stream<Growth.Years> everybody() {
        return sales.values().stream().flatMap(List::stream);
    }

    /// Of everybody, in an order that does not change from run to run.
    private double[] amounts() {
        return everybody()
                .filter(Growth.Years::lately)
                .mapToDouble(Growth.Years::salesLately)
                .sorted()
                .toArray();
    }

    private double[] amounts(List<String> group) {
        return sales.getOrDefault(group, List.of()).stream()
                .filter(Growth.Years::lately)
                .mapToDouble(Growth.Years::salesLately)
                .toArray();
    }

    private static Input measured(double value, double low, double high) {
        return new Input(value, Math.min(low, value), Math.max(high, value), Origin.MEASURED, "");
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return numbers.length == 0 ? 0 : sum / numbers.length;
    }

    private static double variance(double[] numbers, double mean) {
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return numbers.length < 2 ? 0 : squares / (numbers.length - 1);
    }
}
