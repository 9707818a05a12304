package io.filon.rule.check;

import io.filon.rule.Condition;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Rule;
import java.util.List;
import java.util.Optional;

/// Checks the logic of a rule and its leaves. Paths follow the rule as it is printed, `none` and `unknown`
/// included.
final class RuleCheck {

    private final Findings findings;
    private final MeasureCheck measures;
    private final ClaimCheck claims;
    private final SegmentCheck segments;

    RuleCheck(Findings findings, String name) {
        this.findings = findings;
        this.measures = new MeasureCheck(findings, this);
        this.claims = new ClaimCheck(findings, measures);
        this.segments = new SegmentCheck(findings, name);
    }

    void document(Rule rule) {
        check(rule, "rule");
    }

    void check(Rule rule, String path) {
        findings.within(() -> {
            switch (rule) {
                case Rule.Everyone() -> {}
                case Rule.All(List<Rule> rules) -> each(rules, path + ".all");
                case Rule.Any(List<Rule> rules) -> each(rules, path + ".any");
                case Rule.Not(Rule.Any(List<Rule> rules)) -> each(rules, path + ".none");
                case Rule.Not(Condition.Has has) -> check(has, path);
                case Rule.Not(Rule inner) -> check(inner, path + ".not");
                case Rule.ExactlyOne(List<Rule> rules) -> each(rules, path + ".xor");
                case Rule.AtLeast(int _, List<Rule> rules) -> each(rules, path + ".rules");
                case Rule.Named(String _, Rule inner) -> check(inner, path + ".rule");
                case Rule.PersonTime(Rule inner) -> check(inner, path + ".person_time");
                case Condition condition -> condition(condition, path);
            }
        });
    }

    private void each(List<Rule> rules, String path) {
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), "%s[%d]".formatted(path, i));
        }
    }

    private void condition(Condition condition, String path) {
        switch (condition) {
            case Condition.Has has -> claims.of(has.measure(), has.claim(), path);
            case Condition.HasBeen been -> {
                claims.of(been.fact(), been.claim(), path);
                measures.dated(been.fact().name(), path);
            }
            case Condition.Top top -> top(top, path);
            case Condition.InSegment in -> {
                segments.check(in.segment(), path + ".in_segment");
                measures.moment(in.at(), path, false);
            }
            case Condition.EnteredSegment entered -> segments.check(entered.segment(), path + ".entered_segment");
            case Condition.LeftSegment left -> segments.check(left.segment(), path + ".left_segment");
            case Condition.Bucket _ -> {}
        }
    }

    private void top(Condition.Top top, String outer) {
        String path = outer + (top.side() == Condition.Side.HIGHEST ? ".top" : ".bottom");
        number(top.measure(), path);
        check(top.among(), path + ".among");
    }

    /// A measure people can be put in order by.
    void number(Measure measure, String path) {
        Optional<FactType> type = measures.check(measure, path);
        if (type.isPresent() && !type.get().isNumeric()) {
            findings.add("rule.top_needs_number", path, measures.name(measure));
        }
    }
}
