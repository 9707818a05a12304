package io.filon.rule.check;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The other segments a rule asks about: what must be up to date before it can run.
public final class Segments {

    private final Set<String> names = new LinkedHashSet<>();
    private boolean own;
    private boolean all;

    private Segments() {}

    public static Set<String> of(Rule rule) {
        Segments segments = new Segments();
        segments.add(rule);
        return segments.names;
    }

    /// Whether it asks who is in the segment already, as a band of `top` does.
    public static boolean asksItself(Rule rule) {
        Segments segments = new Segments();
        segments.add(rule);
        return segments.own;
    }

    /// Whether it asks in how many segments somebody is.
    public static boolean asksAll(Rule rule) {
        Segments segments = new Segments();
        segments.add(rule);
        return segments.all;
    }

    private void add(Rule rule) {
        switch (rule) {
            case Rule.Everyone() -> {}
            case Rule.All(List<Rule> rules) -> rules.forEach(this::add);
            case Rule.Any(List<Rule> rules) -> rules.forEach(this::add);
            case Rule.ExactlyOne(List<Rule> rules) -> rules.forEach(this::add);
            case Rule.AtLeast(int _, List<Rule> rules) -> rules.forEach(this::add);
            case Rule.Not(Rule inner) -> add(inner);
            case Rule.Named(String _, Rule inner) -> add(inner);
            case Rule.PersonTime(Rule inner) -> add(inner);
            case Condition.Has(Measure measure, Claim claim) -> {
                add(measure);
                if (claim instanceof Claim.Compare(var _, Operand.Of(Measure other, var _))) {
                    add(other);
                }
            }
            case Condition.Top top -> {
                own |= top.keep().compareTo(top.share()) > 0;
                add(top.measure());
                add(top.among());
            }
            case Condition.InSegment in -> names.add(in.segment());
            case Condition.EnteredSegment entered -> names.add(entered.segment());
            case Condition.LeftSegment left -> names.add(left.segment());
            case Condition.HasBeen _, Condition.Bucket _ -> {}
        }
    }

    private void add(Measure measure) {
        switch (measure) {
            case Measure.People(Rule rule) -> add(rule);
            case Measure.Ratio ratio -> {
                add(ratio.top());
                add(ratio.bottom());
            }
            case Measure.Standing standing -> {
                add(standing.measure());
                add(standing.among());
            }
            case Measure.Fact _, Measure.FactAge _, Measure.FactChanges _ -> {}
            case Measure.SegmentCount _ -> all = true;
            case Measure.Matches _, Measure.OfEvents _ -> {}
        }
    }
}
