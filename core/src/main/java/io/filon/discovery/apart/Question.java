package io.filon.discovery.apart;

import io.filon.discovery.apart.Trait.Grade;
import io.filon.stats.permutation.CodeTable;
import io.filon.stats.permutation.Condition;
import io.filon.stats.permutation.MaxTest;
import io.filon.stats.permutation.MaxTest.Verdict;
import io.filon.stats.permutation.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Asks what sets one group apart from the rest: everything known before, one condition at a time, all customers,
/// within the quarter they came in, all conditions answered for together.
final class Question {

    private static final long SEED = 20_251_122;
    private static final int FEWEST_CUSTOMERS = 50;
    private static final int FEWEST_MEMBERS = 10;
    private static final double LEAD_LEVEL = 0.20;

    /// Of what did not hold, and of what carries no date, so many are kept.
    private static final int KEPT_OF_THE_REST = 10;

    /// The score that chance alone reaches somewhere among some sixty conditions in one of twenty bases.
    private static final double USUAL_CRITICAL = 3.3;

    private static final double ONE_INTERVAL = 1.96;

    private static final Comparator<Asked> STRONGEST = Comparator.comparingDouble(
                    (Asked asked) -> -Math.round(1e6 * Math.abs(asked.score)))
            .thenComparing(asked -> asked.score < 0)
            .thenComparingInt(asked -> asked.value.attributeNo())
            .thenComparingInt(asked -> asked.value.code());

    /// One condition and what the test said of it; p is 1 when it was not tested.
    private record Asked(Value value, Grade grade, double score, double p) {}

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

    /// @param level share of bases in which anything may be named that does not matter
    static Question of(Group group, People people, double level) {
        return switch (group) {
            case STARS -> new Question(people, People.Row::star, People.Row::star, level);
            case LOSERS ->
                new Question(people.only(People.Row::bought), People.Row::loser, People.Row::loserLowCosts, level);
        };
    }

    Answer answer() {
        long members = count(outcome);
        long others = people.rows().size() - members;
        String refusal = refusal(members, others);
        if (!refusal.isEmpty()) {
            long needed = new Power(USUAL_CRITICAL, members, others).membersNeeded();
            return new Answer(refusal, people.rows().size(), members, 0, 0, 0, needed, List.of());
        }
        List<Value> tested = people.values().stream().filter(Value::tested).toList();
        MaxTest test =
                new MaxTest(table, tested.stream().map(Question::condition).toList(), SEED);
        MaxTest.Result result = test.of(outcome, level);
        Power power = new Power(result.critical(), members, others);
        List<Asked> asked = new ArrayList<>(graded(tested, result.verdicts()));
        boolean found = asked.stream().anyMatch(one -> one.grade == Grade.HOLDS);
        asked.addAll(undated());
        return new Answer(
                found ? "found" : "nothing",
                people.rows().size(),
                members,
                tested.size(),
                result.draws(),
                power.visibleTimes(),
                power.membersNeeded(),
                traits(asked, power, test));
    }

    private String refusal(long members, long others) {
        if (people.rows().size() < FEWEST_CUSTOMERS) {
            return "few_customers";
        }
        if (members < FEWEST_MEMBERS || others < FEWEST_MEMBERS) {
            return "few_members";
        }
        return people.values().stream().noneMatch(Value::tested) ? "nothing_known" : "";
    }

    private List<Asked> graded(List<Value> tested, List<Verdict> verdicts) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            double p = verdicts.get(i).p();
            Grade grade = p <= level ? Grade.HOLDS : p <= LEAD_LEVEL ? Grade.LEAD : Grade.NOTHING;
            asked.add(new Asked(tested.get(i), grade, verdicts.get(i).score(), p));
        }
        return asked;
    }

    // what carries no date is shown beside, never tested: it may have been written because somebody was a star
    private List<Asked> undated() {
        List<Value> values = people.values().stream()
                .filter(value -> value.candidate() && !value.tested())
                .toList();
        double[] scores = MaxTest.scores(
                table, outcome, values.stream().map(Question::condition).toList());
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            asked.add(new Asked(values.get(i), Grade.UNDATED, scores[i], 1));
        }
        return asked;
    }

    /// The strongest first: all that held or are leads, a few of the rest.
    private List<Trait> traits(List<Asked> asked, Power power, MaxTest test) {
        List<Asked> kept = Stream.of(Grade.values())
                .flatMap(grade -> asked.stream()
                        .filter(one -> one.grade == grade)
                        .sorted(STRONGEST)
                        .limit(grade == Grade.HOLDS || grade == Grade.LEAD ? Long.MAX_VALUE : KEPT_OF_THE_REST))
                .sorted(STRONGEST)
                .toList();
        Map<Condition, Double> low = atLowCosts(test);
        return new Alikes(table)
                .marked(kept.stream().map(one -> trait(one, power, low)).toList());
    }

    private Trait trait(Asked one, Power power, Map<Condition, Double> low) {
        Condition asked = condition(one.value);
        double errors = one.grade == Grade.UNDATED ? ONE_INTERVAL : power.critical();
        Shares shares = Shares.of(table, outcome, asked, errors);
        return new Trait(
                one.value,
                one.grade,
                one.score,
                one.p,
                one.grade == Grade.HOLDS ? shares.decided(one.score > 0) : shares,
                Money.of(table, people.rows(), asked),
                one.grade == Grade.LEAD ? power.customersToSettle(one.score) : 0,
                low.getOrDefault(asked, one.score) * one.score > 0,
                "");
    }

    /// The score of every condition with each assumed cost at its low end, 0 for one that does not hold there; empty
    /// when the costs change nobody's side.
    private Map<Condition, Double> atLowCosts(MaxTest test) {
        Map<Condition, Double> scores = new HashMap<>();
        if (!Arrays.equals(outcome, atLowCosts)) {
            for (Verdict verdict : test.of(atLowCosts, level).verdicts()) {
                scores.put(verdict.condition(), verdict.p() <= level ? verdict.score() : 0);
            }
        }
        return scores;
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
