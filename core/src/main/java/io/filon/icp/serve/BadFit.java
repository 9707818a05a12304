package io.filon.icp.serve;

import io.filon.icp.claim.Measured;
import io.filon.stats.FalseShare;
import io.filon.stats.MeanRange;
import io.filon.stats.ShareRange;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

// A group is judged in a window after what it is known by, so that nobody is in it for what happened inside. It loses
// when so low a mean would be a surprise if the true one were not negative: the studentised bootstrap, which follows
// the skewness of money (Student's t calls one small break-even group in five loss-making), one side at half the level
// of the family, Benjamini and Hochberg over all groups; and only if it still loses without its worst customer.

/// What each group takes to be served and what it leaves; and the groups that cost more than they leave.
public final class BadFit {

    private static final List<String> SCRIPTS = List.of("serving_customers", "serving_groups");

    private static final List<String> COSTS = List.of(
            "shipping",
            "payment",
            "return_cost",
            "service_cost",
            "contact_cost",
            "review_cost",
            "custom_cost",
            "staff_cost",
            "bad_debt",
            "terms_cost",
            "capacity_cost");

    private static final List<String> TAKEN = List.of("discounts", "returned");

    private static final Set<String> DECLARED =
            Set.of("review_cost", "custom_cost", "staff_cost", "bad_debt", "terms_cost", "capacity_cost");

    private static final Set<String> ALWAYS = Set.of("habit", "persona", "hidden");

    private static final int MOST_GROUPS = 200;

    private final Store store;
    private final Settings settings;
    private final Map<String, double[]> columns = new HashMap<>();
    private double churnOfAll;

    public BadFit(Store store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    static List<Script> scripts() {
        return SCRIPTS.stream().map(name -> Script.beside(BadFit.class, name)).toList();
    }

    /// Groups that lose, the one that loses most first; then habits, personas and hidden segments, whatever they leave.
    public List<Served> groups() {
        rates();
        scripts().forEach(store::build);
        int everybody = read();
        if (everybody == 0) {
            return List.of();
        }
        churnOfAll =
                Arrays.stream(column("orders")).filter(orders -> orders == 0).count() / (double) everybody;
        Map<List<String>, BitSet> groups = members();
        Set<BitSet> saidOnce = new HashSet<>(); // the same customers by another name
        List<Map.Entry<List<String>, BitSet>> judged = groups.entrySet().stream()
                .filter(group -> group.getValue().cardinality() >= MeanRange.FEWEST)
                .filter(group -> group.getValue().cardinality() < everybody)
                .filter(group -> saidOnce.add(group.getValue()))
                .sorted(Comparator.comparingInt((Map.Entry<List<String>, BitSet> group) ->
                        -group.getValue().cardinality()))
                .limit(MOST_GROUPS)
                .toList();
        double[] levels = levels(judged, "net");
        double[] lowLevels = levels(judged, "net_low_costs");
        List<Served> served = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            Map.Entry<List<String>, BitSet> group = judged.get(i);
            boolean loses = levels[i] <= settings.errorRate() / 2 && losesWithoutWorst(group.getValue());
            if (loses || ALWAYS.contains(group.getKey().getFirst())) {
                served.add(served(
                        group.getKey(), group.getValue(), loses, loses && lowLevels[i] <= settings.errorRate() / 2));
            }
        }
        return served.stream()
                .sorted(Comparator.comparing((Served group) -> !group.loses())
                        .thenComparingDouble(group -> group.total().value()))
                .toList();
    }

    private void rates() {
        Settings.Serving serving = settings.serving();
        store.run(Sql.of(
                "create or replace table serving_rates as select cast(? as double) as negative_review_cost, "
                        + "cast(? as double) as custom_request_cost, cast(? as varchar) as custom_request_event, "
                        + "cast(? as double) as staff_cost_per_order, cast(? as double) as bad_debt_share, "
                        + "cast(? as double) as payment_days, cast(? as double) as capital_cost_yearly, "
                        + "cast(? as double) as capacity_cost_per_order",
                serving.negativeReviewCost(),
                serving.customRequestCost(),
                serving.customRequestEvent(),
                serving.staffMinutesPerOrder()
                        / 60
                        * settings.costs().serviceCostPerHour().value(),
                serving.badDebtShare(),
                serving.paymentDays(),
                serving.capitalCostYearly(),
                serving.capacityCostPerOrder()));
    }

    /// @return how many customers there are
    private int read() {
        List<String> names = new ArrayList<>(
                List.of("net", "net_low_costs", "orders", "revenue", "acquisition_cost", "tickets", "satisfaction"));
        names.addAll(COSTS);
        names.addAll(TAKEN);
        int count = (int) store.number(Sql.of("select count(*) from serving_customers"));
        names.forEach(name -> columns.put(name, new double[count]));
        int[] place = {0};
        store.scan(
                Sql.of("select " + String.join(", ", names) + " from serving_customers order by customer_id"), row -> {
                    for (int i = 0; i < names.size(); i++) {
                        column(names.get(i))[place[0]] = row.number(i);
                    }
                    place[0]++;
                });
        return count;
    }

    private record Called(String dimension, String name) {}

    private Map<List<String>, BitSet> members() {
        List<BitSet> each = new ArrayList<>();
        Map<List<String>, BitSet> groups = new LinkedHashMap<>();
        for (Called called : store.query(
                Sql.of("select distinct dimension, name from serving_groups order by dimension, name"), Called.class)) {
            each.add(new BitSet());
            groups.put(List.of(called.dimension, called.name), each.getLast());
        }
        // numbers only: texts of millions of rows would take longer than all else
        store.scan(
                Sql.of("select called.number, places.place from serving_groups "
                        + "inner join (select dimension, name, row_number() over (order by dimension, name) - 1 as number "
                        + "from (select distinct dimension, name from serving_groups) as said) as called "
                        + "on called.dimension = serving_groups.dimension and called.name = serving_groups.name "
                        + "inner join (select customer_id, row_number() over (order by customer_id) - 1 as place "
                        + "from serving_customers) as places on places.customer_id = serving_groups.customer_id"),
                row -> each.get((int) row.number(0)).set((int) row.number(1)));
        return groups;
    }

    private double[] levels(List<Map.Entry<List<String>, BitSet>> groups, String column) {
        return FalseShare.adjusted(groups.stream()
                .mapToDouble(group -> chance(of(column, group.getValue())))
                .toArray());
    }

    private static double chance(double[] net) {
        return Arrays.stream(net).sum() >= 0 ? 1 : MeanRange.chanceNotNegative(net);
    }

    private boolean losesWithoutWorst(BitSet group) {
        double[] net = of("net", group);
        return Arrays.stream(net).sum() - Arrays.stream(net).min().orElse(0) < 0;
    }

    private Served served(List<String> called, BitSet group, boolean loses, boolean survives) {
        int n = group.cardinality();
        Measured net = mean("net", group);
        double[] keeping = new double[n];
        List<Served.Part> parts = new ArrayList<>();
        for (String cost : COSTS) {
            double[] amounts = of(cost, group);
            for (int i = 0; i < n; i++) {
                keeping[i] += amounts[i];
            }
            parts.add(part(cost, amounts));
        }
        TAKEN.forEach(taken -> parts.add(part(taken, of(taken, group))));
        double[] told = Arrays.stream(of("satisfaction", group))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        long gone =
                Arrays.stream(of("orders", group)).filter(orders -> orders == 0).count();
        return new Served(
                called.get(0),
                called.get(1),
                n,
                net,
                mean("net_low_costs", group),
                loses,
                survives,
                Measured.of(MeanRange.of(keeping), n),
                mean("acquisition_cost", group),
                new Measured(net.value() * n, net.low() * n, net.high() * n, n),
                parts.stream()
                        .filter(part -> part.amount() != 0)
                        .sorted(Comparator.comparingDouble(Served.Part::amount).reversed())
                        .toList(),
                told.length == 0 ? null : Arrays.stream(told).sum() / told.length,
                Arrays.stream(of("tickets", group)).sum() / n,
                Measured.of(ShareRange.of(gone, n), n),
                churnOfAll);
    }

    private static Served.Part part(String cost, double[] amounts) {
        return new Served.Part(cost, Arrays.stream(amounts).sum() / amounts.length, DECLARED.contains(cost));
    }

    private Measured mean(String column, BitSet group) {
        return Measured.of(MeanRange.of(of(column, group)), group.cardinality());
    }

    private double[] of(String column, BitSet group) {
        double[] values = column(column);
        return group.stream().mapToDouble(i -> values[i]).toArray();
    }

    private double[] column(String name) {
        double[] column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException("no column " + name);
        }
        return column;
    }
}
