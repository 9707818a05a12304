package io.filon.icp.propose;

import io.filon.icp.claim.Lift;
import io.filon.icp.claim.People;
import io.filon.rule.Condition;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Groups the star customers no persona covers by what they share more than others do: the clearest thing first, then
/// whatever narrows it, then the next group among those left.
///
/// Chosen on every other customer and kept only when it holds on the rest.
final class Shared {

    private static final int GROUPS = 3;
    private static final int MOST_VALUES = 2_000;
    private static final int FEWEST = 10;

    /// Of more buyers every n-th: a trait that so many cannot tell is not worth a draft.
    private static final int MOST_BUYERS = 60_000;

    /// A second trait must leave most of the group.
    private static final double KEEPS = 0.6;

    private final Store store;
    private final People people;
    private final BitSet covered;
    private final int everyNth;
    private final BitSet whole;
    private final BitSet stars;

    private record Trait(String fact, String value) {}

    private static final String KNOWN = "(select customer_id, attribute, value from known_before "
            + "where evidence <> 'undated' and not spoken and attribute <> 'first_product') as told";

    /// What at least twice as many as are needed say, numbered.
    private static final String VALUES = "(select attribute, value, "
            + "row_number() over (order by count(*) desc nulls last, attribute, value) - 1 as number from " + KNOWN
            + " group by attribute, value having count(*) >= " + 2 * FEWEST + " order by number limit " + MOST_VALUES
            + ")";

    private record Value(String attribute, String value) {}

    Shared(Store store, People people, BitSet covered) {
        this.store = store;
        this.people = people;
        this.covered = covered;
        this.everyNth = 1 + people.size() / MOST_BUYERS;
        this.whole = sampled(people.whole());
        this.stars = sampled(people.stars());
    }

    private BitSet sampled(BitSet of) {
        BitSet sampled = new BitSet();
        for (int i = 0; i < people.size(); i += everyNth) {
            sampled.set(i, of.get(i));
        }
        return sampled;
    }

    List<Rule> rules() {
        Map<Trait, BitSet> traits = traits();
        BitSet left = (BitSet) stars.clone();
        left.andNot(covered);
        List<Rule> rules = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            Map.Entry<Trait, BitSet> first = best(traits, left, whole, 0);
            if (first == null) {
                break;
            }
            BitSet members = (BitSet) first.getValue().clone();
            BitSet base = (BitSet) whole.clone();
            base.and(members);
            BitSet inside = (BitSet) left.clone();
            inside.and(members);
            Map.Entry<Trait, BitSet> second = best(traits, inside, base, KEEPS);
            Rule rule = rule(first.getKey());
            if (second != null && !second.getKey().equals(first.getKey())) {
                rule = new Rule.All(List.of(rule, rule(second.getKey())));
                members.and(second.getValue());
            }
            if (holds(members)) {
                rules.add(rule);
            }
            left.andNot(members);
        }
        return rules;
    }

    /// The value that most of the stars have and few others: by cases beyond those expected.
    private Map.@Nullable Entry<Trait, BitSet> best(
            Map<Trait, BitSet> traits, BitSet stars, BitSet base, double keeps) {
        Map.Entry<Trait, BitSet> best = null;
        double most = 0;
        double ofStars = half(stars, 0).cardinality();
        double ofBase = half(base, 0).cardinality();
        for (Map.Entry<Trait, BitSet> trait : traits.entrySet()) {
            double hits = half(both(stars, trait.getValue()), 0).cardinality();
            double all = half(both(base, trait.getValue()), 0).cardinality();
            double times = hits / Math.max(1, ofStars) / Math.max(1e-9, all / Math.max(1, ofBase));
            double score = hits * Math.log(Math.max(1e-9, times));
            if (hits >= FEWEST && hits >= keeps * ofStars && times > 1.2 && score > most) {
                most = score;
                best = trait;
            }
        }
        return best;
    }

    private boolean holds(BitSet members) {
        BitSet base = half(whole, 1);
        BitSet best = half(stars, 1);
        return best.cardinality() > 0
                && best.cardinality() < base.cardinality()
                && Lift.of(base, best, members).times().low() > 1;
    }

    /// Everything said of the whole base that is known at a fixed or dated moment, value by value.
    private Map<Trait, BitSet> traits() {
        Map<Trait, BitSet> traits =
                new TreeMap<>(Comparator.comparing(Trait::fact).thenComparing(Trait::value));
        List<BitSet> members = new ArrayList<>();
        store.query(Sql.of("select attribute, value from " + VALUES + " as frequent order by number"), Value.class)
                .forEach(value -> members.add(
                        traits.computeIfAbsent(new Trait(fact(value.attribute), value.value), _ -> new BitSet())));
        store.scan(
                Sql.of(
                        "select cast(frequent.number as double), cast(buyer_places.place as double) from " + KNOWN
                                + " inner join " + VALUES + " as frequent on frequent.attribute = told.attribute "
                                + "and frequent.value = told.value "
                                + "inner join buyer_places on buyer_places.customer_id = told.customer_id "
                                + "where buyer_places.place % ? = 0",
                        everyNth),
                row -> people.set(members.get((int) row.number(0)), (int) row.number(1)));
        return traits;
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /// @param side 0 for the customers chosen on, 1 for those checked on
    private BitSet half(BitSet of, int side) {
        BitSet half = new BitSet();
        for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) {
            half.set(i, i / everyNth % 2 == side);
        }
        return half;
    }

    private static Rule rule(Trait trait) {
        return Condition.compare(trait.fact, Operator.IS, trait.value.strip());
    }

    private static String fact(String attribute) {
        return Normalizer.normalize(attribute, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
    }
}
