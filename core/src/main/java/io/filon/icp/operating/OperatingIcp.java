package io.filon.icp.operating;

import io.filon.discovery.confirm.Halves;
import io.filon.discovery.lens.Lens;
import io.filon.discovery.lens.LensAttribute;
import io.filon.discovery.lens.LensBase;
import io.filon.discovery.lens.LensReader;
import io.filon.discovery.search.Condition;
import io.filon.icp.claim.Measured;
import io.filon.icp.operating.Operating.Alternative;
import io.filon.icp.operating.Operating.State;
import io.filon.icp.operating.Operating.Weight;
import io.filon.icp.operating.Tree.Leaf;
import io.filon.rule.Fact;
import io.filon.stats.MeanRange;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds who the ideal customer is: the groups, by what may be known from a lens, that leave most; and a score of how
/// well anybody fits.
///
/// Learns on one half of the lens's customers (by a stable hash, accounts together) and measures on the other. Makes
/// `icp_people`: of each customer of a lens, the score, whether it belongs and whether it was only used for checking.
public final class OperatingIcp {

    private static final int MOST_CUSTOMERS = 60_000;
    private static final int TOO_FEW = 2 * MeanRange.FEWEST;
    private static final int LEAST = 30;
    private static final double LEAST_PART = 0.01;

    /// An ideal customer leaves at least half as much again as the usual one.
    private static final double MARK = 1.5;

    private static final double LARGEST_PART = 0.4;
    private static final double CUT = 0.995;
    private static final long SEED = 8;

    private final Store store;

    public OperatingIcp(Store store) {
        this.store = store;
        store.run(Sql.of("create or replace table icp_people (lens varchar, customer_id varchar, checked boolean, "
                + "inside boolean, score double)"));
    }

    /// Whom to look for: from the first contact where there are contacts that never bought, else from the first order.
    public Lens attract() {
        return store.number(Sql.of("select count(*) from lens_people where lens = ?", Lens.ATTRACT_CONTACT.id())) > 0
                ? Lens.ATTRACT_CONTACT
                : Lens.ATTRACT_ORDER;
    }

    public Operating of(Lens lens) {
        int days = (int) store.number(Sql.of("select window_days from outcome_window"));
        LensBase base = new LensReader(store, lens, MOST_CUSTOMERS).read(LEAST);
        Halves halves = Halves.of(base.keys(), SEED);
        int[] learn = halves.one();
        int[] check = halves.other();
        if (learn.length < TOO_FEW || check.length < TOO_FEW) {
            return none(lens, days, base, State.TOO_FEW, learn.length, check.length);
        }
        int least = Math.max(LEAST, (int) (LEAST_PART * learn.length));
        Known known = Known.of(base.attributes(), base.columns(), learn, least);
        if (known.attributes().isEmpty()) {
            return none(lens, days, base, State.NOTHING, learn.length, check.length);
        }
        double[] cut = cut(base.compared(), learn);
        Tree tree = new Tree(known, cut, least);
        List<Leaf> chosen = tree.joined(chosen(tree.grown(learn), learn.length, mean(cut, learn)), learn);
        Scorecard card = Scorecard.of(known, cut, learn);
        double[] scores = IntStream.range(0, cut.length)
                .mapToDouble(customer -> card.score(known, customer))
                .toArray();
        IntPredicate inside =
                customer -> chosen.stream().anyMatch(leaf -> leaf.group().holds(known, customer));
        List<String> ids = ids(lens, base.everyNth());
        keep(lens, ids, check, inside, scores);
        if (chosen.isEmpty()) {
            return none(lens, days, base, State.NOTHING, learn.length, check.length);
        }
        BitSet covered = covered(ids);
        Checked checked = new Checked(base.compared(), check);
        Measured overAll = checked.difference(inside, _ -> true);
        return new Operating(
                lens.id(),
                days,
                base.customers(),
                learn.length,
                check.length,
                overAll != null && overAll.low() > 0 ? State.HOLDS : State.OPEN,
                alternatives(chosen, known, checked),
                (double) checked.count(inside) / check.length,
                checked.mean(inside),
                checked.mean(_ -> true),
                checked.mean(covered::get),
                overAll,
                checked.difference(inside, covered::get),
                card.start(),
                weights(card),
                checked.curve(scores),
                facts(base));
    }

    private static List<Alternative> alternatives(List<Leaf> leaves, Known known, Checked checked) {
        List<Alternative> alternatives = new ArrayList<>();
        Set<Group.Test> named = new HashSet<>();
        for (Leaf leaf : leaves) {
            IntPredicate holds = customer -> leaf.group().holds(known, customer);
            Group said = leaf.group().after(named, known);
            alternatives.add(new Alternative(
                    said.rule(known), !said.equals(leaf.group()), checked.count(holds), checked.mean(holds)));
            if (said.tests().size() == 1) {
                named.add(said.tests().getFirst());
            }
        }
        return alternatives;
    }

    /// The groups that leave clearly more than the usual, best first, until they are too large a part to be an ideal.
    private static List<Leaf> chosen(List<Leaf> leaves, int customers, double mean) {
        List<Leaf> chosen = new ArrayList<>();
        double share = 0;
        for (Leaf leaf : leaves) {
            share += (double) leaf.customers() / customers;
            boolean more = leaf.mean() - leaf.error() > Math.max(0, MARK * mean);
            if (more && !leaf.group().tests().isEmpty() && (chosen.isEmpty() || share <= LARGEST_PART)) {
                chosen.add(leaf);
            }
        }
        return chosen;
    }

    private static List<Weight> weights(Scorecard card) {
        List<Weight> weights = new ArrayList<>();
        for (Scorecard.Weight weight : card.weights()) {
            LensAttribute of = weight.of();
            weights.add(
                    switch (weight.condition()) {
                        case Condition.Is(String _, String value) -> new Weight(of, "is", value, 0, 0, weight.points());
                        case Condition.AtMost(String _, double bound) ->
                            new Weight(of, "at_most", "", 0, bound, weight.points());
                        case Condition.Above(String _, double bound) ->
                            new Weight(of, "above", "", bound, 0, weight.points());
                        case Condition.Within(String _, double low, double high) ->
                            new Weight(of, "within", "", low, high, weight.points());
                        case Condition.NotStated(String _) -> new Weight(of, "not_stated", "", 0, 0, weight.points());
                    });
        }
        return weights;
    }

    /// No single customer may make a group: values over the 99.5 % point, or under the 0.5 %, count as that much.
    private static double[] cut(double[] values, int[] learn) {
        double[] sorted = Arrays.stream(learn)
                .mapToDouble(place -> values[place])
                .sorted()
                .toArray();
        double high = sorted[(int) (CUT * (sorted.length - 1))];
        double low = sorted[(int) ((1 - CUT) * (sorted.length - 1))];
        return Arrays.stream(values).map(value -> Math.clamp(value, low, high)).toArray();
    }

    private static double mean(double[] values, int[] of) {
        return Arrays.stream(of).mapToDouble(place -> values[place]).average().orElse(0);
    }

    private List<String> ids(Lens lens, int everyNth) {
        List<String> ids = new ArrayList<>();
        store.scan(
                Sql.of(
                        "select customer_id from lens_people where lens = ? and place % ? = 0 order by place",
                        lens.id(), everyNth),
                row -> ids.add(String.valueOf(row.text(0))));
        return ids;
    }

    private BitSet covered(List<String> ids) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i), i);
        }
        BitSet covered = new BitSet();
        store.scan(Sql.of("select distinct customer_id from persona_members"), row -> {
            Integer place = places.get(String.valueOf(row.text(0)));
            if (place != null) {
                covered.set(place);
            }
        });
        return covered;
    }

    private void keep(Lens lens, List<String> ids, int[] check, IntPredicate inside, double[] scores) {
        BitSet checked = new BitSet();
        Arrays.stream(check).forEach(checked::set);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(List.of(lens.id(), ids.get(i), checked.get(i), inside.test(i), scores[i]));
        }
        store.append("icp_people", rows);
    }

    private static Operating none(Lens lens, int days, LensBase base, State state, int learned, int checked) {
        return new Operating(
                lens.id(),
                days,
                base.customers(),
                learned,
                checked,
                state,
                List.of(),
                0,
                null,
                null,
                null,
                null,
                null,
                0,
                List.of(),
                List.of(),
                facts(base));
    }

    private static List<Fact> facts(LensBase base) {
        return base.attributes().stream()
                .map(attribute -> Fact.of(attribute.fact(), attribute.type()))
                .toList();
    }
}
