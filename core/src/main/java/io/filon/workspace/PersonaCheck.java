package io.filon.workspace;

import io.filon.problem.Problem;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what nobody can be: a persona of empty ranges, of traits that exclude each other, of beliefs that cannot all
/// be true, or of so many traits that it describes one person.
final class PersonaCheck {

    static final int MOST_TRAITS = 40;

    private final List<Problem> problems;

    /// What is left of a fact after the traits read so far; the narrowest bounds and the texts still possible.
    private static final class Left {
        private @Nullable BigDecimal low;
        private @Nullable BigDecimal high;
        private boolean open;
        private @Nullable Set<String> texts;

        void above(BigDecimal bound, boolean without) {
            if (low == null || bound.compareTo(low) > 0) {
                low = bound;
                open |= without;
            }
        }

        void below(BigDecimal bound, boolean without) {
            if (high == null || bound.compareTo(high) < 0) {
                high = bound;
                open |= without;
            }
        }

        void among(Set<String> values) {
            if (texts == null) {
                texts = new LinkedHashSet<>(values);
            } else {
                texts.retainAll(values);
            }
        }

        boolean none() {
            return (texts != null && texts.isEmpty())
                    || (low != null && high != null && (low.compareTo(high) > 0 || (open && low.compareTo(high) == 0)));
        }
    }

    PersonaCheck(List<Problem> problems) {
        this.problems = problems;
    }

    void check(Rule rule, List<Belief> beliefs) {
        int traits = leaves(rule);
        if (traits > MOST_TRAITS) {
            problems.add(Problem.of("persona.too_many", traits, MOST_TRAITS));
        }
        together(rule);
        Map<Object, Double> said = new LinkedHashMap<>();
        double channels = 0;
        for (Belief belief : beliefs) {
            if (belief instanceof Belief.Measured measured) {
                Double other = said.putIfAbsent(about(measured), measured.value());
                if (other != null) {
                    problems.add(Problem.of("persona.belief_twice", name(measured)));
                }
                channels += other == null && belief instanceof Belief.AcquiredBy by ? by.value() : 0;
            }
        }
        if (channels > 1 + 1e-9) {
            problems.add(Problem.of("persona.belief_channels", "share_acquired_by"));
        }
    }

    private static Object about(Belief.Measured belief) {
        return switch (belief) {
            case Belief.Part part -> part.of();
            case Belief.AcquiredBy by -> by.channel();
            case Belief.Who who -> who.who();
            case Belief.Average average -> average.what();
        };
    }

    private static String name(Belief.Measured belief) {
        return switch (belief) {
            case Belief.Part part -> "share_of_" + part.of().name().toLowerCase(java.util.Locale.ROOT);
            case Belief.AcquiredBy by -> by.channel();
            case Belief.Who who -> who.who().name();
            case Belief.Average average -> average.what().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static int leaves(Rule rule) {
        return switch (rule) {
            case Rule.All all ->
                all.rules().stream().mapToInt(PersonaCheck::leaves).sum();
            case Rule.Any any ->
                any.rules().stream().mapToInt(PersonaCheck::leaves).sum();
            case Rule.ExactlyOne one ->
                one.rules().stream().mapToInt(PersonaCheck::leaves).sum();
            case Rule.AtLeast some ->
                some.rules().stream().mapToInt(PersonaCheck::leaves).sum();
            case Rule.Not not -> leaves(not.rule());
            case Rule.Named named -> leaves(named.rule());
            case Rule.PersonTime time -> leaves(time.rule());
            case Rule.Everyone _ -> 0;
            case Condition.Has has
            when has.claim() instanceof Claim.In in -> in.values().size();
            case Condition _ -> 1;
        };
    }

    /// Traits that all have to hold, fact by fact; each alternative of an `any` by itself.
    private void together(Rule rule) {
        Map<String, Left> left = new LinkedHashMap<>();
        for (Rule part : conjuncts(rule)) {
            if (part instanceof Rule.Any any) {
                any.rules().forEach(this::together);
            }
            if (part instanceof Condition.Has has && has.measure() instanceof Measure.Fact fact && fact.isPlain()) {
                Left before = left.computeIfAbsent(fact.name(), _ -> new Left());
                boolean was = before.none();
                Left alone = new Left();
                narrow(alone, has.claim());
                narrow(before, has.claim());
                if (alone.none()) {
                    problems.add(Problem.of("persona.empty_range", fact.name()));
                } else if (!was && before.none()) {
                    problems.add(Problem.of("persona.contradiction", fact.name()));
                }
            }
        }
    }

    private static List<Rule> conjuncts(Rule rule) {
        return switch (rule) {
            case Rule.All all ->
                all.rules().stream().flatMap(part -> conjuncts(part).stream()).toList();
            case Rule.Named named -> conjuncts(named.rule());
            case Rule other -> List.of(other);
        };
    }

    private static void narrow(Left left, Claim claim) {
        switch (claim) {
            case Claim.Between between -> {
                decimal(between.low()).forEach(bound -> left.above(bound, false));
                decimal(between.high()).forEach(bound -> left.below(bound, false));
            }
            case Claim.In in -> left.among(Set.copyOf(in.values()));
            case Claim.Compare(var operator, Operand.Constant(String text)) -> {
                switch (operator) {
                    case IS -> left.among(Set.of(text));
                    case ABOVE -> decimal(text).forEach(bound -> left.above(bound, true));
                    case AT_LEAST -> decimal(text).forEach(bound -> left.above(bound, false));
                    case BELOW -> decimal(text).forEach(bound -> left.below(bound, true));
                    case AT_MOST -> decimal(text).forEach(bound -> left.below(bound, false));
                    case IS_NOT -> {}
                }
            }
            case Claim _ -> {}
        }
    }

    private static List<BigDecimal> decimal(String text) {
        try {
            return Stream.of(new BigDecimal(text.replaceAll("[\\s%]", ""))).toList();
        } catch (NumberFormatException notANumber) {
            return new ArrayList<>();
        }
    }
}
