package io.filon.rule.live;

import io.filon.problem.Problem;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Rule;
import io.filon.rule.Sequence;
import io.filon.rule.live.turn.Moving;
import java.util.ArrayList;
import java.util.List;

/// What of a rule cannot be kept up to date customer by customer, said before anything runs.
final class Refusals {

    private final String rule;
    private final List<Problem> problems = new ArrayList<>();

    private Refusals(String rule) {
        this.rule = rule;
    }

    static List<Problem> of(String name, Rule rule) {
        Refusals refusals = new Refusals(name);
        refusals.rule(rule);
        return refusals.problems.stream().distinct().toList();
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Everyone() -> {}
            case Rule.All(List<Rule> rules) -> rules.forEach(this::rule);
            case Rule.Any(List<Rule> rules) -> rules.forEach(this::rule);
            case Rule.ExactlyOne(List<Rule> rules) -> rules.forEach(this::rule);
            case Rule.AtLeast(int _, List<Rule> rules) -> rules.forEach(this::rule);
            case Rule.Not(Rule inner) -> rule(inner);
            case Rule.Named(String _, Rule inner) -> rule(inner);
            case Rule.PersonTime(Rule inner) -> rule(inner);
            case Condition.Has(Measure measure, Claim claim) -> {
                if (!Moving.isSolvable(measure, claim)) {
                    add("rule.live_moving");
                }
                measure(measure);
                claim(claim);
            }
            case Condition.HasBeen been -> claim(been.claim());
            case Condition.Top _ -> add("rule.live_population");
            case Condition.InSegment _, Condition.EnteredSegment _, Condition.LeftSegment _ -> {}
            case Condition.Bucket _ -> {}
        }
    }

    private void measure(Measure measure) {
        switch (measure) {
            case Measure.Standing _ -> add("rule.live_population");
            case Measure.People _ -> add("rule.live_account");
            case Measure.Ratio ratio -> {
                measure(ratio.top());
                measure(ratio.bottom());
            }
            case Measure.Matches(Sequence sequence) -> sequence.steps().forEach(step -> filter(step.where()));
            case Measure.OfEvents of -> {
                filter(of.events().where());
                filter(of.events().items());
                if (of instanceof Measure.Share share) {
                    filter(share.of());
                }
            }
            case Measure.Fact _, Measure.FactAge _, Measure.FactChanges _, Measure.SegmentCount _ -> {}
        }
    }

    private void claim(Claim claim) {
        if (claim instanceof Claim.Compare(var _, Operand.Of(Measure other, var _))) {
            measure(other);
        }
    }

    /// Of each event: a bound that moves by itself would have to be watched for every one of them.
    private void inner(Claim claim) {
        claim(claim);
        if (claim instanceof Claim.Compare(var _, Operand.Of(Measure other, var _)) && Moving.moves(other)) {
            add("rule.live_moving");
        }
    }

    private void filter(Filter filter) {
        switch (filter) {
            case Filter.Every() -> {}
            case Filter.All(List<Filter> filters) -> filters.forEach(this::filter);
            case Filter.Any(List<Filter> filters) -> filters.forEach(this::filter);
            case Filter.Not(Filter inner) -> filter(inner);
            case Filter.Property(String _, Claim claim) -> inner(claim);
            case Filter.Customer(var _, Claim claim) -> inner(claim);
            case Filter.Items(Filter.Quantifier _, Filter item) -> filter(item);
        }
    }

    private void add(String code) {
        problems.add(Problem.of(code, rule));
    }
}
