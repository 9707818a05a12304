package io.filon.niche;

import io.filon.niche.Niche.Attribute;
import io.filon.niche.Niche.Kind;
import io.filon.niche.Niches.LeftOut;
import io.filon.niche.People.Column;
import io.filon.rule.Condition;
import io.filon.rule.NamedRule;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.read.RuleYaml;
import io.filon.segment.Base;
import io.filon.segment.Label;
import io.filon.segment.Library;
import io.filon.segment.Origin;
import io.filon.segment.Segment;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.Facts;
import io.filon.workspace.Persona;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/// Looks for groups that may be niches: the company's own segments and personas, what discovery confirmed, and what
/// places, sectors, fixed traits and first purchases say, one by one and two by two.
final class Candidates {

    /// Values of one column, the most frequent among buyers; pairs of them are limited by the smallest niche.
    private static final int MOST_VALUES = 60;

    /// Of who bought, how many must be told by a column for it to part them.
    private static final double COVERED = 0.5;

    private static final List<String> PLACES = List.of("region", "city", "country");

    /// What can be asked of somebody who has not bought yet.
    private static final Set<String> BEFORE =
            Set.of("created_on", "tenure_days", "acquisition_channel", "country", "region", "city", "gender", "age");

    private static final Pattern OUTCOME = Pattern.compile("\\b("
            + Facts.CUSTOMER.factNames().stream()
                    .filter(name -> !BEFORE.contains(name))
                    .collect(Collectors.joining("|"))
            + "|Order Completed|Order Refunded)\\b");

    private final People people;
    private final RoaringBitmap buyers;
    private final RoaringBitmap unwon;
    private final int least;
    private final List<Candidate> found = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    Candidates(People people, int least) {
        this.people = people;
        this.buyers = people.buyers();
        this.unwon = people.unwon();
        this.least = least;
    }

    List<Candidate> found() {
        return found;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    int customers(Candidate candidate) {
        return RoaringBitmap.andCardinality(candidate.members(), buyers);
    }

    private void add(Candidate candidate, boolean byOutcome) {
        int customers = customers(candidate);
        String why = byOutcome
                ? "outcome"
                : customers < least ? "small" : 2 * customers >= buyers.getCardinality() ? "mass" : "";
        if (why.isEmpty()) {
            found.add(candidate);
        } else if (candidate.kind() != Kind.FACTS
                || (why.equals("mass") && candidate.attributes().size() == 1)) {
            leftOut.add(new LeftOut(candidate.key(), candidate.name(), customers, why, ""));
        }
    }

    /// The company's own and those built in.
    void segments(Base base, Library library) {
        for (Segment segment : library.watched()) {
            boolean byOutcome = segment.origin() == Origin.BUILT_IN
                    || OUTCOME.matcher(segment.definition()).find();
            RoaringBitmap members = people.numbers(base.select(segment.rule()));
            add(
                    new Candidate(
                            "segment:" + segment.key(),
                            Kind.SEGMENT,
                            segment.name(),
                            List.of(),
                            segment.definition(),
                            members,
                            members,
                            people.everybody(),
                            meetsUnwon(members)),
                    byOutcome);
        }
    }

    void personas(List<Persona> personas) {
        for (Persona persona : personas) {
            RoaringBitmap members =
                    people.numbers(Sql.of("select customer_id from persona_members where persona = ?", persona.name()));
            String rule = RuleYaml.print(persona.who());
            add(
                    new Candidate(
                            "persona:" + persona.name(),
                            Kind.PERSONA,
                            Label.of(persona.name()),
                            List.of(),
                            rule,
                            members,
                            members,
                            people.everybody(),
                            meetsUnwon(members)),
                    OUTCOME.matcher(rule).find());
        }
    }

    private record Hidden(String lens, String side, int place, String rule) {}

    /// Confirmed groups that are told by what is known at the first contact or order, and leave more.
    void hidden(Store store) {
        if (!store.tables().contains("hidden_segments")) {
            return;
        }
        for (Hidden group : store.query(
                Sql.of(
                        "select lens, side, place, rule from hidden_segments where grade = 'confirmed' and side = 'high' "
                                + "and lens in ('attract_contact', 'attract_order') order by lens, side, place"),
                Hidden.class)) {
            RoaringBitmap members = people.numbers(Sql.of(
                    "select customer_id from hidden_members where lens = ? and side = ? and place = ?",
                    group.lens,
                    group.side,
                    group.place));
            add(
                    new Candidate(
                            "hidden:%s:%s:%d".formatted(group.lens, group.side, group.place),
                            Kind.HIDDEN,
                            HiddenNames.of(store, group.lens, group.side, group.place),
                            List.of(),
                            group.rule,
                            members,
                            members,
                            people.numbers(Sql.of("select customer_id from lens_people where lens = ?", group.lens)),
                            meetsUnwon(members)),
                    false);
        }
    }

    /// @return the columns used: what groups of this base can be told by
    List<Column> facts(List<String> fixedTraits) {
        List<Column> columns = columns(fixedTraits);
        for (int i = 0; i < columns.size(); i++) {
            Column one = columns.get(i);
            one.values()
                    .forEach((value, set) ->
                            add(of(List.of(new Attribute(one.fact(), value)), set, set, toldBefore(one)), false));
            for (Column other : columns.subList(i + 1, columns.size())) {
                pairs(one, other);
            }
        }
        return columns;
    }

    private void pairs(Column one, Column other) {
        one.values()
                .forEach((value, set) -> other.values().forEach((otherValue, otherSet) -> {
                    RoaringBitmap both = RoaringBitmap.and(set, otherSet);
                    if (RoaringBitmap.andCardinality(both, buyers) >= least) {
                        boolean bought = other.fact().equals(Candidate.PRODUCT);
                        List<Attribute> attributes =
                                List.of(new Attribute(one.fact(), value), new Attribute(other.fact(), otherValue));
                        add(of(attributes, both, bought ? set : both, toldBefore(one) && toldBefore(other)), false);
                    }
                }));
    }

    private Candidate of(List<Attribute> attributes, RoaringBitmap members, RoaringBitmap around, boolean toldBefore) {
        boolean bought = attributes.getLast().fact().equals(Candidate.PRODUCT);
        String name = attributes.stream().map(Attribute::value).collect(Collectors.joining(" · "));
        String key = attributes.stream()
                .map(attribute -> attribute.fact() + "=" + attribute.value())
                .collect(Collectors.joining(";", "facts:", ""));
        return new Candidate(
                key,
                Kind.FACTS,
                Label.of(name),
                attributes,
                bought || attributes.stream().anyMatch(one -> one.fact().equals("sector"))
                        ? ""
                        : rule(name, attributes),
                members,
                bought && attributes.size() == 1 ? people.everybody() : around,
                people.everybody(),
                toldBefore);
    }

    private boolean meetsUnwon(RoaringBitmap members) {
        return RoaringBitmap.intersects(members, unwon);
    }

    /// Whether those who did not buy are told by it half as often as those who did: else it is written down of
    /// buyers.
    private boolean toldBefore(Column column) {
        if (column.fact().equals(Candidate.PRODUCT)) {
            long offered = people.deals().stream()
                    .filter(deal -> deal.end() != 1 && deal.want() != null)
                    .count();
            long all = people.deals().stream().filter(deal -> deal.end() != 1).count();
            return people.byDeals() && 2 * offered >= all;
        }
        RoaringBitmap told = new RoaringBitmap();
        column.values().values().forEach(told::or);
        double ofUnwon = part(told, unwon);
        return ofUnwon > 0 && ofUnwon >= part(told, buyers) / 2;
    }

    private static double part(RoaringBitmap told, RoaringBitmap of) {
        return of.isEmpty() ? 0 : (double) RoaringBitmap.andCardinality(told, of) / of.getCardinality();
    }

    private static String rule(String name, List<Attribute> attributes) {
        List<Rule> rules = attributes.stream()
                .map(attribute -> (Rule) Condition.compare(attribute.fact(), Operator.IS, attribute.value()))
                .toList();
        return RuleYaml.print(new NamedRule(name, rules.size() == 1 ? rules.getFirst() : new Rule.All(rules)));
    }

    /// The first place that parts the buyers, the sector, fixed traits, and what was bought first; in this order.
    private List<Column> columns(List<String> fixedTraits) {
        List<Column> columns = new ArrayList<>();
        PLACES.stream()
                .flatMap(place -> people.column(place).map(this::frequent).stream())
                .filter(this::parts)
                .findFirst()
                .ifPresent(columns::add);
        columns.add(frequent(people.column("sector", People.Row::sector)));
        people.factsNamed(fixedTraits).stream()
                .filter(name ->
                        !name.equals("sector") || columns.getLast().values().isEmpty())
                .flatMap(name -> people.column(name).map(this::frequent).stream())
                .forEach(columns::add);
        columns.add(frequent(people.column(Candidate.PRODUCT, People.Row::want)));
        columns.removeIf(column -> !parts(column));
        return columns;
    }

    private Column frequent(Column column) {
        Map<String, RoaringBitmap> values = new TreeMap<>();
        column.values().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, RoaringBitmap> entry) ->
                                -RoaringBitmap.andCardinality(entry.getValue(), buyers))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_VALUES)
                .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return new Column(column.fact(), values);
    }

    private boolean parts(Column column) {
        if (column.values().size() < 2) {
            return false;
        }
        int told = column.values().values().stream()
                .mapToInt(set -> RoaringBitmap.andCardinality(set, buyers))
                .sum();
        long large = column.values().values().stream()
                .filter(set -> RoaringBitmap.andCardinality(set, buyers) >= least)
                .count();
        return large >= 1 && told >= COVERED * buyers.getCardinality();
    }
}
