package io.filon.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The members of a rule in plain Java: what the rule means, written to be read. The other evaluators are tested
/// against it.
///
/// A rule is the set of customers for whom it holds, so `all` is an intersection, `any` a union and `not` everybody
/// else. Cost: one pass over the customers per condition, and a sort per `top`.
public final class ReferenceEvaluator {

    private final List<CustomerFacts> customers;

    /// @param customers the whole base, each once: a `top` needs everybody to know where the cut lies
    public ReferenceEvaluator(List<CustomerFacts> customers) {
        this.customers = List.copyOf(customers);
    }

    /// @return ids in the order of the customers given
    public List<String> members(CheckedRule rule) {
        Set<CustomerFacts> members = members(rule.resolved());
        return customers.stream()
                .filter(members::contains)
                .map(CustomerFacts::customerId)
                .toList();
    }

    private Set<CustomerFacts> members(Resolved rule) {
        return switch (rule) {
            case Resolved.Everyone() -> Set.copyOf(customers);
            case Resolved.Known(Fact fact) -> where(fact, _ -> true);
            case Resolved.Compare(Fact fact, Operator operator, Object value) ->
                where(fact, known -> operator.holds(Resolved.order(known, value)));
            case Resolved.Between(Fact fact, Object low, Object high) ->
                where(fact, known -> Resolved.order(low, known) <= 0 && Resolved.order(known, high) <= 0);
            case Resolved.In(Fact fact, List<Object> values) ->
                where(fact, known -> values.stream().anyMatch(value -> Resolved.order(known, value) == 0));
            case Resolved.All(List<Resolved> rules) -> {
                Set<CustomerFacts> common = new HashSet<>(customers);
                rules.forEach(each -> common.retainAll(members(each)));
                yield common;
            }
            case Resolved.Any(List<Resolved> rules) ->
                rules.stream().flatMap(each -> members(each).stream()).collect(Collectors.toSet());
            case Resolved.Not(Resolved inner) -> {
                Set<CustomerFacts> others = new HashSet<>(customers);
                others.removeAll(members(inner));
                yield others;
            }
            case Resolved.Top(Fact fact, BigDecimal share, Resolved among) -> top(fact, share, members(among));
        };
    }

    /// Whoever's fact is known and passes.
    private Set<CustomerFacts> where(Fact fact, Predicate<Object> test) {
        return customers.stream()
                .filter(customer -> customer.value(fact).filter(test).isPresent())
                .collect(Collectors.toSet());
    }

    private static Set<CustomerFacts> top(Fact fact, BigDecimal share, Set<CustomerFacts> among) {
        List<Object> highestFirst = among.stream()
                .flatMap(customer -> customer.value(fact).stream())
                .sorted(Comparator.comparing((Object value) -> value, Resolved::order)
                        .reversed())
                .toList();
        if (highestFirst.isEmpty()) {
            return Set.of();
        }
        int places = share.multiply(BigDecimal.valueOf(highestFirst.size()))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        Object last = highestFirst.get(places - 1);
        return among.stream()
                .filter(customer -> customer.value(fact)
                        .filter(value -> Resolved.order(value, last) >= 0)
                        .isPresent())
                .collect(Collectors.toSet());
    }
}
