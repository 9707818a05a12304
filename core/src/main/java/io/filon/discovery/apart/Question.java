package io.filon.discovery.apart;

import io.filon.discovery.apart.Trait.Grade;
import io.filon.stats.permutation.CodeTable;
import io.filon.stats.permutation.Condition;
import io.filon.stats.permutation.MaxTest;
import io.filon.stats.permutation.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Asks what sets one group apart from the rest, as METHOD says: everything known before, one condition at a time, all
/// customers, within the quarter they came in, all conditions answered for together.
final class Question {

    private static final long SEED = 20_251_122;
    private static final int FEWEST_CUSTOMERS = 50;
    private static final int FEWEST_MEMBERS = 10;
    private static final double LEAD_LEVEL = 0.20;

    /// Standard errors of a score that chance alone reaches once in twenty tries of some sixty conditions.
    private static final double USUAL_CRITICAL = 3.3;

    private final People people;
    private final double level;
    private final boolean[] outcome;
    private final boolean[] atLowCosts;
    private final CodeTable table;

    private Question(People people, Predicate<People.Row> outcome, Predicate<People.Row> atLowCosts, double level) {
        this.people = people;
        this.level = level;
        this.outcome = people.outcome(outcome);
        this.atLowCosts = people.outcome(atLowCosts);
        this.table = people.table();
    }

    static Question of(Group group, People people, double level) {
        return switch (group) {
            case STARS -> new Question(people, People.Row::star, People.Row::star, level);
            case LOSERS ->
                new Question(
                        people.only(People.Row::bought), People.Row::loser, People.Row::loserLowCosts, level);
        };
    }

    Answer answer() {
        long members = count(outcome);
        long others = people.rows().size() - members;
        List<Value> tested = people.values().stream().filter(Value::tested).toList();
        String refusal = people.rows().size() < FEWEST_CUSTOMERS
                ? "few_customers"
                : members < FEWEST_MEMBERS || others < FEWEST_MEMBERS
                        ? "few_members"
                        : people.values().stream().noneMatch(Value::candidate) ? "nothing_known" : "";
        if (!refusal.isEmpty()) {
            Power usual = new Power(USUAL_CRITICAL, members, others);
            return new Answer(
                    refusal, people.rows().size(), members, 0, 0, 0, usual.membersNeeded(), List.of());
        }
        MaxTest test = new MaxTest(table, tested.stream().map(Question::condition).toList(), SEED);
        MaxTest.Result result = test.of(outcome, level);
        Power power = new Power(tested.isEmpty() ? USUAL_CRITICAL : result.critical(), members, others);
        List<Trait> traits = new ArrayList<>();
        Map<Condition, Double> low = atLowCosts(test);
        for (int i = 0; i < tested.size(); i++) {
            MaxTest.Verdict verdict = result.verdicts().get(i);
            traits.add(trait(tested.get(i), verdict, result.critical(), power, low));
        }
        undated().forEach(traits::add);
        traits.sort(Comparator.comparingDouble((Trait trait) -> -Math.round(1e6 * Math.abs(trait.score())))
                .thenComparing(trait -> trait.score() < 0)
                .thenComparing(trait -> trait.value().attributeNo())
                .thenComparing(trait -> trait.value().code()));
        boolean found = traits.stream().anyMatch(trait -> trait.grade() == Grade.HOLDS);
        return new Answer(
                found ? "found" : tested.isEmpty() ? "nothing_known" : "nothing",
                people.rows().size(),
                members,
                tested.size(),
                result.draws(),
                power.visibleTimes(),
                power.membersNeeded(),
                new Alikes(table).marked(traits));
    }

    private Trait trait(Value value, MaxTest.Verdict verdict, double critical, Power power, Map<Condition, Double> low) {
        Grade grade = verdict.p() <= level ? Grade.HOLDS : verdict.p() <= LEAD_LEVEL ? Grade.LEAD : Grade.NOTHING;
        Condition asked = verdict.condition();
        Shares shares = Shares.of(table, outcome, asked, critical);
        return new Trait(
                value,
                grade,
                verdict.score(),
                verdict.p(),
                grade == Grade.HOLDS ? shares.decided(verdict.score() > 0) : shares,
                Money.of(table, people.rows(), asked),
                grade == Grade.LEAD ? power.customersToSettle(verdict.score()) : 0,
                low.getOrDefault(asked, verdict.score()) * verdict.score() > 0,
                "");
    }

    /// The score of every condition that holds with each assumed cost at its low end, 0 for one that does not.
    private Map<Condition, Double> atLowCosts(MaxTest test) {
        Map<Condition, Double> scores = new HashMap<>();
        if (java.util.Arrays.equals(outcome, atLowCosts)) {
            return scores;
        }
        for (MaxTest.Verdict verdict : test.of(atLowCosts, level).verdicts()) {
            scores.put(verdict.condition(), verdict.p() <= level ? verdict.score() : 0);
        }
        return scores;
    }

    // what carries no date is shown beside, never tested: it may have been written because somebody was a star
    private List<Trait> undated() {
        List<Value> values = people.values().stream()
                .filter(value -> value.candidate() && !value.tested())
                .toList();
        return values.stream()
                .map(value -> {
                    Condition asked = condition(value);
                    Shares shares = Shares.of(table, outcome, asked, 1.96);
                    double score = MaxTest.score(table, outcome, asked);
                    return new Trait(
                            value, Grade.UNDATED, score, 1, shares, Money.of(table, people.rows(), asked), 0, false, "");
                })
                .toList();
    }

    private static Condition condition(Value value) {
        return new Condition(value.attributeNo(), value.code());
    }

    private static long count(boolean[] outcome) {
        long count = 0;
        for (boolean one : outcome) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
