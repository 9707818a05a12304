package io.filon.rule;

import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks up what a rule names and types its constants, collecting every problem. For one use by one thread.
///
/// Where something is wrong it puts [Resolved.Everyone] and goes on; whoever asks looks at [#problems] first.
final class Checker {

    /// More than anybody reads, and few enough for every engine.
    private static final int MOST_CONDITIONS = 1000;

    private static final Resolved REFUSED = new Resolved.Everyone();

    private final Catalogue catalogue;
    private final List<Problem> problems = new ArrayList<>();
    private int conditions;

    Checker(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    Resolved resolve(Rule rule) {
        Resolved resolved = resolve(rule, "rule");
        if (conditions > MOST_CONDITIONS) {
            problems.add(Problem.of("rule.too_long", conditions, MOST_CONDITIONS));
        }
        return resolved;
    }

    /// Paths follow the rule as [RuleYaml] prints it, `none` and `unknown` included.
    private Resolved resolve(Rule rule, String path) {
        conditions++;
        return switch (rule) {
            case Rule.Everyone() -> new Resolved.Everyone();
            case Rule.Compare(String fact, Operator operator, String value) -> compare(fact, operator, value, path);
            case Rule.Between(String fact, String low, String high) -> between(fact, low, high, path);
            case Rule.In(String fact, List<String> values) -> in(fact, values, path);
            case Rule.Known(String fact) ->
                find(fact, path).<Resolved>map(Resolved.Known::new).orElse(REFUSED);
            case Rule.All(List<Rule> rules) -> new Resolved.All(each(rules, path + ".all"));
            case Rule.Any(List<Rule> rules) -> new Resolved.Any(each(rules, path + ".any"));
            case Rule.Not(Rule.Any(List<Rule> rules)) ->
                new Resolved.Not(new Resolved.Any(each(rules, path + ".none")));
            case Rule.Not(Rule.Known known) -> new Resolved.Not(resolve(known, path));
            case Rule.Not(Rule inner) -> new Resolved.Not(resolve(inner, path + ".not"));
            case Rule.Top top -> top(top, path + ".top");
        };
    }

    private List<Resolved> each(List<Rule> rules, String path) {
        List<Resolved> resolved = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            resolved.add(resolve(rules.get(i), "%s[%d]".formatted(path, i)));
        }
        return List.copyOf(resolved);
    }

    private Resolved compare(String name, Operator operator, String value, String path) {
        Optional<Fact> found = find(name, path);
        if (found.isEmpty()) {
            return REFUSED;
        }
        Fact fact = found.get();
        if (operator.ordered() && !ordered(fact, path)) {
            return REFUSED;
        }
        return constant(fact, value, path)
                .<Resolved>map(typed -> new Resolved.Compare(fact, operator, typed))
                .orElse(REFUSED);
    }

    private Resolved between(String name, String low, String high, String path) {
        Optional<Fact> found = find(name, path);
        if (found.isEmpty() || !ordered(found.get(), path)) {
            return REFUSED;
        }
        Fact fact = found.get();
        Optional<Object> from = constant(fact, low, path);
        Optional<Object> to = constant(fact, high, path);
        if (from.isEmpty() || to.isEmpty()) {
            return REFUSED;
        }
        if (Resolved.order(from.get(), to.get()) > 0) {
            problems.add(Problem.of("rule.between_backwards", at(path, fact), low, high));
        }
        return new Resolved.Between(fact, from.get(), to.get());
    }

    private Resolved in(String name, List<String> values, String path) {
        Optional<Fact> found = find(name, path);
        if (found.isEmpty()) {
            return REFUSED;
        }
        Fact fact = found.get();
        return new Resolved.In(
                fact,
                values.stream()
                        .flatMap(value -> constant(fact, value, path).stream())
                        .toList());
    }

    private Resolved top(Rule.Top top, String path) {
        Optional<Fact> found = find(top.fact(), path);
        Resolved among = resolve(top.among(), path + ".among");
        if (found.isEmpty()) {
            return REFUSED;
        }
        if (!found.get().type().isNumeric()) {
            problems.add(Problem.of("rule.top_needs_number", path, top.fact()));
            return REFUSED;
        }
        return new Resolved.Top(found.get(), top.share(), among);
    }

    private Optional<Fact> find(String name, String path) {
        Optional<Fact> fact = catalogue.fact(name);
        if (fact.isEmpty()) {
            problems.add(Nearest.to(name, catalogue.names())
                    .map(nearest -> Problem.of("rule.unknown_fact_near", path, name, nearest))
                    .orElseGet(() -> Problem.of(
                            "rule.unknown_fact",
                            path,
                            name,
                            String.join(
                                    ", ", catalogue.names().stream().sorted().toList()))));
        }
        return fact;
    }

    private boolean ordered(Fact fact, String path) {
        if (!fact.type().isOrdered()) {
            problems.add(Problem.of("rule.no_order_" + fact.type().key(), at(path, fact), fact.name()));
        }
        return fact.type().isOrdered();
    }

    private Optional<Object> constant(Fact fact, String text, String path) {
        Optional<Object> typed = fact.type().constant(text);
        if (typed.isEmpty()) {
            problems.add(Problem.of("rule.not_a_" + fact.type().key(), at(path, fact), fact.name(), text));
        }
        return typed;
    }

    private static String at(String path, Fact fact) {
        return path + "." + fact.name();
    }
}
