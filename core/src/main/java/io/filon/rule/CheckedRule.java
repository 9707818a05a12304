package io.filon.rule;

import io.filon.problem.FilonException;

/// A rule that can run: every fact it names is in the catalogue and every constant is of its fact's type.
///
/// Only [#check] makes one.
public final class CheckedRule {

    private final Rule rule;
    private final Catalogue catalogue;
    private final Resolved resolved;

    private CheckedRule(Rule rule, Catalogue catalogue, Resolved resolved) {
        this.rule = rule;
        this.catalogue = catalogue;
        this.resolved = resolved;
    }

    /// @throws FilonException with all problems: unknown facts with the nearest known name, constants of a wrong type,
    ///     comparisons that mean nothing; each with its path, `rule.all[2].orders_12m`
    public static CheckedRule check(Rule rule, Catalogue catalogue) {
        Checker checker = new Checker(catalogue);
        Resolved resolved = checker.resolve(rule);
        if (!checker.problems().isEmpty()) {
            throw new FilonException(checker.problems());
        }
        return new CheckedRule(rule, catalogue, resolved);
    }

    /// As it was written.
    public Rule rule() {
        return rule;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    Resolved resolved() {
        return resolved;
    }
}
