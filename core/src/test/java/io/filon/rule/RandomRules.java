package io.filon.rule;

import io.filon.rule.reference.History;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Generated rules and customers over one small catalogue of facts. Values come from few choices, so that they meet at
/// the bounds, tie and repeat; a quarter of all facts is not known.
public record RandomRules(RandomGenerator random) {

    public static final Catalogue CATALOGUE = new Catalogue(
            "customer_facts",
            List.of(
                    Fact.of("present_whole_window", FactType.FLAG),
                    Fact.of("net_12m", FactType.MONEY),
                    Fact.of("orders_12m", FactType.COUNT),
                    Fact.of("discount_share", FactType.SHARE),
                    new Fact("gap", FactType.DAYS, "gap_days"),
                    Fact.of("score", FactType.NUMBER),
                    Fact.of("city", FactType.TEXT),
                    Fact.of("first_ordered_on", FactType.DATE)));

    private static final List<String> CITIES =
            List.of("Madrid", "madrid", "León", "08001", "O'Hara", "known", "> 3", "a .. b");

    public Rule rule(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf();
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Rule.All(some(() -> rule(depth - 1)));
            case 1 -> new Rule.Any(some(() -> rule(depth - 1)));
            case 2 -> new Rule.Not(rule(depth - 1));
            default -> new Condition.Top(numeric().name(), share(), rule(depth - 1));
        };
    }

    public List<History> customers() {
        return IntStream.range(0, random.nextInt(40))
                .mapToObj(i -> History.ofFacts("c%03d".formatted(i), facts()))
                .toList();
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>();
        for (Fact fact : CATALOGUE.facts()) {
            if (random.nextInt(4) > 0) {
                facts.put(fact.name(), fact.type().constant(constant(fact)).orElseThrow());
            }
        }
        return facts;
    }

    private Rule leaf() {
        Fact fact = pick(CATALOGUE.facts());
        boolean ordered = fact.type().isOrdered();
        return switch (random.nextInt(8)) {
            case 0 -> Condition.known(fact.name());
            case 1 -> new Condition.Has(Measure.Fact.of(fact.name()), new Claim.In(some(() -> constant(fact))));
            case 2, 3 -> ordered ? between(fact) : new Rule.Everyone();
            case 4 -> Condition.compare(fact.name(), Operator.IS_NOT, constant(fact));
            default ->
                Condition.compare(
                        fact.name(), ordered ? pick(List.of(Operator.values())) : Operator.IS, constant(fact));
        };
    }

    private Rule between(Fact fact) {
        List<String> bounds = Stream.of(constant(fact), constant(fact))
                .sorted((a, b) -> FactType.order(
                        fact.type().constant(a).orElseThrow(),
                        fact.type().constant(b).orElseThrow()))
                .toList();
        return new Condition.Has(Measure.Fact.of(fact.name()), new Claim.Between(bounds.getFirst(), bounds.getLast()));
    }

    private String constant(Fact fact) {
        return switch (fact.type()) {
            case FLAG -> pick(List.of("true", "false", "yes", "no"));
            case MONEY -> pick(List.of("0", "-12.5", "0.0001", "0.1", "0.10", "99.99", "100", "12345678901234.5678"));
            case COUNT -> Integer.toString(random.nextInt(5));
            case SHARE -> pick(List.of("0", "10 %", "0.1", "0.3", "33.3333 %", "100%", "1.0"));
            case DAYS, NUMBER -> pick(List.of("0", "1", "0.1", "0.3", "7.5", "30", "123456789.123456789", "-4"));
            case TEXT -> pick(CITIES);
            case INSTANT, LIST, PLACE -> throw new IllegalStateException("not here: " + fact);
            case DATE -> LocalDate.of(2024, 2, 27).plusDays(random.nextInt(5)).toString();
        };
    }

    private Fact numeric() {
        return pick(CATALOGUE.facts().stream()
                .filter(fact -> fact.type().isNumeric())
                .toList());
    }

    private BigDecimal share() {
        return new BigDecimal(pick(List.of("0.1", "0.25", "0.5", "1", "0.000001", "0.333333", "0.07")));
    }

    private <T> List<T> some(Supplier<T> supplier) {
        List<T> some = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            some.add(supplier.get());
        }
        return some;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
