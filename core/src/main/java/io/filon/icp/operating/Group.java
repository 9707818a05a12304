package io.filon.icp.operating;

import io.filon.discovery.search.Condition;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Customers that share a few things known of them: one alternative of the operating ICP.
///
/// @param tests what holds, or does not
record Group(List<Test> tests) {

    /// @param attribute place of the attribute
    /// @param from,to its codes for which the test holds, both included; whose number is not known
    ///     passes neither way
    record Test(int attribute, int from, int to, boolean not) {
        boolean holds(Known known, int customer) {
            Known.Attribute of = known.attributes().get(attribute);
            int code = of.codes()[customer];
            if (of.ordered() && code == of.values().size()) {
                return false;
            }
            return (code >= from && code <= to) != not;
        }

        Test opposite() {
            return new Test(attribute, from, to, !not);
        }
    }

    Group {
        tests = List.copyOf(tests);
    }

    Group and(Test test) {
        List<Test> more = new ArrayList<>(tests);
        more.add(test);
        return new Group(more);
    }

    /// What is left to say of this one after others have been named: who is in a group of one word need not be said
    /// not to be in it. A number that is not known passes neither way, so numbers are said in full.
    Group after(Set<Test> named, Known known) {
        return new Group(tests.stream()
                .filter(test -> known.attributes().get(test.attribute).ordered() || !named.contains(test.opposite()))
                .toList());
    }

    /// What is left of two groups that differ in one test only, true of the one and not of the other.
    Optional<Group> common(Group other) {
        List<Test> own = new ArrayList<>(tests);
        own.removeAll(other.tests);
        List<Test> theirs = new ArrayList<>(other.tests);
        theirs.removeAll(tests);
        if (own.size() != 1 || theirs.size() != 1 || !own.getFirst().opposite().equals(theirs.getFirst())) {
            return Optional.empty();
        }
        List<Test> shared = new ArrayList<>(tests);
        shared.removeAll(own);
        return Optional.of(new Group(shared));
    }

    boolean holds(Known known, int customer) {
        return tests.stream().allMatch(test -> test.holds(known, customer));
    }

    /// In the segment language.
    Rule rule(Known known) {
        List<Rule> rules = new ArrayList<>();
        for (Test test : tests) {
            Known.Attribute attribute = known.attributes().get(test.attribute);
            Rule is = attribute.ordered()
                    ? bound(attribute, test)
                    : is(attribute.values().get(test.from));
            rules.add(test.not && !attribute.ordered() ? new Rule.Not(is) : is);
        }
        return joined(rules);
    }

    private static Rule joined(List<Rule> rules) {
        return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
    }

    private static Rule is(Condition condition) {
        if (condition instanceof Condition.Is(String fact, String value)) {
            return io.filon.rule.Condition.compare(fact, Operator.IS, value.strip());
        }
        throw new IllegalStateException("no word: " + condition);
    }

    /// A number is tested from its lowest range up to one: at most its end, or above it.
    private static Rule bound(Known.Attribute attribute, Test test) {
        double bound = high(attribute.values().get(test.to)).orElseThrow();
        return compare(attribute, test.not ? Operator.ABOVE : Operator.AT_MOST, bound);
    }

    private static Rule compare(Known.Attribute attribute, Operator operator, double bound) {
        return io.filon.rule.Condition.compare(attribute.of().fact(), operator, Condition.number(bound));
    }

    private static OptionalDouble high(Condition range) {
        return switch (range) {
            case Condition.AtMost(String _, double bound) -> OptionalDouble.of(bound);
            case Condition.Within(String _, double _, double high) -> OptionalDouble.of(high);
            case Condition _ -> OptionalDouble.empty();
        };
    }
}
