package io.filon.icp.propose;

import io.filon.icp.claim.Lift;
import io.filon.icp.claim.Measured;
import io.filon.icp.claim.People;
import io.filon.icp.operating.Operating;
import io.filon.problem.FilonException;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.NamedRule;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.read.RuleYaml;
import io.filon.stats.MeanRange;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.PersonaRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Proposes personas for the star customers that none covers: from hidden segments, from the groups of the operating
/// ICP, and from what those customers share.
public final class Drafts {

    private static final int MOST = 5;
    private static final int FEWEST_STARS = 10;

    /// A draft that the declared personas already cover in half is none.
    private static final double NEW = 0.5;

    /// Two drafts with this part of the same star customers are one.
    private static final double SAME = 0.7;

    private final Store store;
    private final People people;
    private final BitSet covered;
    private final PersonaRules rules;

    private record Found(Rule rule, String origin, BitSet members) {}

    private record Segment(String lens, int place, String rule) {}

    public Drafts(Store store, People people, BitSet covered, PersonaRules rules) {
        this.store = store;
        this.people = people;
        this.covered = covered;
        this.rules = rules;
    }

    public List<Draft> of(Operating attract) {
        List<Found> found = new ArrayList<>();
        for (Operating.Alternative group : attract.groups()) {
            members(group.rule()).ifPresent(members -> found.add(new Found(group.rule(), "operating", members)));
        }
        found.addAll(hidden());
        for (Rule shared : new Shared(store, people, covered).rules()) {
            members(shared).ifPresent(members -> found.add(new Found(shared, "shared", members)));
        }
        List<Found> kept = new ArrayList<>();
        found.stream()
                .filter(this::isNew)
                .sorted(Comparator.comparingDouble((Found each) -> -distinct(each.members)))
                .filter(each -> kept.stream().noneMatch(other -> same(each, other)))
                .limit(MOST)
                .forEach(kept::add);
        Set<String> names = new HashSet<>();
        return kept.stream().map(each -> draft(each, names)).toList();
    }

    private List<Found> hidden() {
        List<Found> found = new ArrayList<>();
        for (Segment segment : store.query(
                Sql.of("select lens, place, rule from hidden_segments where side = 'high' and grade = 'confirmed' "
                        + "order by lens, place"),
                Segment.class)) {
            BitSet members = people.chosen(
                    store,
                    Sql.of(
                            "select customer_id from hidden_members where lens = ? and side = 'high' and place = ?",
                            segment.lens,
                            segment.place));
            found.add(new Found(RuleYaml.parse(segment.rule).rule(), "discovery", members));
        }
        return found;
    }

    private Optional<BitSet> members(Rule rule) {
        try {
            return Optional.of(people.chosen(store, rules.members(rule)));
        } catch (FilonException asksWhatOnlyTheLensKnows) {
            return Optional.empty();
        }
    }

    private boolean isNew(Found found) {
        BitSet stars = (BitSet) found.members.clone();
        stars.and(people.stars());
        int fresh = uncovered(found.members).cardinality();
        Lift lift = lift(found.members);
        return fresh >= FEWEST_STARS
                && fresh >= NEW * stars.cardinality()
                && lift != null
                && lift.times().low() > 1;
    }

    /// Many star customers, and much more often than among all.
    private double distinct(BitSet members) {
        Lift lift = lift(members);
        return lift == null
                ? 0
                : uncovered(members).cardinality() * Math.log(lift.times().value());
    }

    private BitSet uncovered(BitSet members) {
        BitSet fresh = (BitSet) members.clone();
        fresh.and(people.stars());
        fresh.andNot(covered);
        return fresh;
    }

    private boolean same(Found one, Found other) {
        BitSet both = uncovered(one.members);
        int count = both.cardinality();
        both.and(other.members);
        return both.cardinality() >= SAME * count;
    }

    private @Nullable Lift lift(BitSet members) {
        int stars = people.stars().cardinality();
        return stars == 0 || stars == people.whole().cardinality()
                ? null
                : Lift.of(people.whole(), people.stars(), members);
    }

    private Draft draft(Found found, Set<String> names) {
        boolean usable = members(found.rule).isPresent();
        String name = name(found.rule, names);
        double[] net = found.members.stream()
                .filter(people.whole()::get)
                .mapToDouble(i -> people.net()[i])
                .toArray();
        Measured each = net.length < MeanRange.FEWEST ? null : Measured.of(MeanRange.of(net), net.length);
        int stars = uncovered(found.members).cardinality();
        Lift lift = lift(found.members);
        return new Draft(
                name,
                found.rule,
                found.origin,
                usable,
                found.members.cardinality(),
                stars,
                lift,
                each,
                yaml(name, found.rule, lift, each));
    }

    /// The values it asks for, for a person to change.
    private static String name(Rule rule, Set<String> names) {
        List<String> words = new ArrayList<>();
        asked(rule, words);
        String name = words.isEmpty() ? "?" : String.join(" · ", words);
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + " " + i;
        }
        return free;
    }

    private static void asked(Rule rule, List<String> words) {
        switch (rule) {
            case Rule.All all -> all.rules().forEach(part -> asked(part, words));
            case Rule.Any any -> any.rules().forEach(part -> asked(part, words));
            case Condition.Has(
                    Measure.Fact fact,
                    Claim.Compare(Operator operator, Operand.Constant(String constant))) ->
                words.add(operator == Operator.IS ? constant : fact.name() + " " + operator.written() + " " + constant);
            case Condition.Has(Measure.Fact _, Claim.In in) -> words.add(String.join("/", in.values()));
            case Rule.Not not -> {
                List<String> denied = new ArrayList<>();
                asked(not.rule(), denied);
                words.addAll(denied.stream().map(word -> "no " + word).toList());
            }
            case Rule _ -> {}
        }
    }

    private static String yaml(String name, Rule rule, @Nullable Lift lift, @Nullable Measured net) {
        StringBuilder text = new StringBuilder(RuleYaml.print(new NamedRule(name, rule)));
        if (lift != null || net != null) {
            text.append("beliefs:\n");
        }
        if (lift != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "  - {claim: share_of_star_customers, value: %.2f}%n",
                    lift.stars().value()));
        }
        if (net != null && net.value() >= 0) {
            text.append(String.format(Locale.ROOT, "  - {claim: net_per_customer, value: %.0f}%n", net.value()));
        }
        return text.toString();
    }
}
