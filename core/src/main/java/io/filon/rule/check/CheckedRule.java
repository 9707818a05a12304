package io.filon.rule.check;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.Catalogue;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.NamedRule;
import io.filon.rule.Rule;
import java.util.List;

/// A rule that can run: every name in it is in the catalogue, every constant is of its value's type, every comparison
/// means something.
///
/// Only [#check] makes one. Its readers walk [#rule] and ask here for types and typed constants.
public final class CheckedRule {

    private final NamedRule named;
    private final Types types;

    private CheckedRule(NamedRule named, Catalogue catalogue) {
        this.named = named;
        this.types = new Types(catalogue);
    }

    /// A rule of no segment of its own: a band of `top` has nobody to keep.
    public static CheckedRule check(Rule rule, Catalogue catalogue) {
        return check(new NamedRule("?", rule), catalogue);
    }

    /// @throws FilonException with all problems: unknown names with the nearest known one, wrong types, comparisons
    ///     that mean nothing, segments that lead back to this one, expressions nobody can search for or too many
    ///     conditions; each with its path, `rule.all[2].orders_12m`
    public static CheckedRule check(NamedRule rule, Catalogue catalogue) {
        List<Problem> problems = problems(rule, catalogue);
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new CheckedRule(rule, catalogue);
    }

    /// What [#check] would say.
    public static List<Problem> problems(NamedRule rule, Catalogue catalogue) {
        Findings findings = new Findings(catalogue);
        new RuleCheck(findings, rule.name()).document(rule.rule());
        return findings.problems();
    }

    /// As it was written.
    public Rule rule() {
        return named.rule();
    }

    /// The segment's name; `?` when it has none.
    public String name() {
        return named.name();
    }

    public Catalogue catalogue() {
        return types.catalogue();
    }

    public Types types() {
        return types;
    }

    public FactType type(Measure measure) {
        return types.of(measure).orElseThrow(() -> new IllegalStateException("not checked: " + measure));
    }

    /// A constant of the rule, in the form that values of the type have.
    public static Object constant(FactType type, String text) {
        return type.constant(text)
                .orElseThrow(() -> new IllegalStateException("not checked: '%s' is no %s".formatted(text, type)));
    }
}
