package io.filon.rule;

import static io.filon.problem.Require.require;

import java.util.List;
import java.util.Set;

/// Who belongs to a segment, as somebody wrote it: names and constants are text until a check has looked them up.
///
/// A rule is logic over [Condition]s. Logic has two values: a claim about something that is not known is false, `!=`
/// included; `not` of it is therefore true, so `not` always means "everybody else".
public sealed interface Rule
        permits Rule.Everyone,
                Rule.All,
                Rule.Any,
                Rule.Not,
                Rule.ExactlyOne,
                Rule.AtLeast,
                Rule.Named,
                Rule.PersonTime,
                Condition {

    /// Words of the language where a fact's short name cannot stand; other words give way to a fact of their name
    /// when it is written `fact: name`.
    Set<String> WORDS = Set.of("all", "any", "none", "not", "top");

    /// Every customer of the base.
    record Everyone() implements Rule {}

    record All(List<Rule> rules) implements Rule {
        public All {
            rules = List.copyOf(rules);
            require(!rules.isEmpty(), "'all' needs at least one rule");
        }
    }

    /// At least one holds. `none: […]` is [Not] of this.
    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = List.copyOf(rules);
            require(!rules.isEmpty(), "'any' needs at least one rule");
        }
    }

    record Not(Rule rule) implements Rule {}

    /// `xor: […]`: one of them holds, and no other.
    record ExactlyOne(List<Rule> rules) implements Rule {
        public ExactlyOne {
            rules = List.copyOf(rules);
            require(!rules.isEmpty(), "'xor' needs at least one rule");
        }
    }

    /// `at_least: 2` of the rules hold.
    record AtLeast(int count, List<Rule> rules) implements Rule {
        public AtLeast {
            rules = List.copyOf(rules);
            require(
                    count >= 1 && count <= rules.size(),
                    "'at_least' (%d) must be from 1 to %d rules",
                    count,
                    rules.size());
        }
    }

    /// A rule with a name of its own: people read the name, and the file may use it again. It changes no member.
    record Named(String name, Rule rule) implements Rule {
        public Named {
            require(!name.isBlank(), "a named condition needs a name");
        }
    }

    /// `person_time: …`: what days, weeks, months and hours mean inside is said by the person's own clock; by the
    /// brand's where the person's is not known. Outside of it, always the brand's.
    record PersonTime(Rule rule) implements Rule {}

    /// The rules it is made of, in order; none of a condition.
    default List<Rule> parts() {
        return switch (this) {
            case Everyone() -> List.of();
            case All(List<Rule> rules) -> rules;
            case Any(List<Rule> rules) -> rules;
            case ExactlyOne(List<Rule> rules) -> rules;
            case AtLeast(int _, List<Rule> rules) -> rules;
            case Not(Rule inner) -> List.of(inner);
            case Named(String _, Rule inner) -> List.of(inner);
            case PersonTime(Rule inner) -> List.of(inner);
            case Condition _ -> List.of();
        };
    }

    /// Its conditions, each once, in the order they are met.
    default List<Condition> conditions() {
        return this instanceof Condition condition
                ? List.of(condition)
                : parts().stream()
                        .flatMap(part -> part.conditions().stream())
                        .distinct()
                        .toList();
    }
}
