package io.filon.rule.live.ask;

import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.reference.History;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes filters of events ready to be asked of many. Nothing for those that depend on facts or on the time of asking.
public final class FilterTests {

    @FunctionalInterface
    public interface Test {
        boolean passes(History.Event event, Map<String, Object> around, ZoneId zone);
    }

    private FilterTests() {}

    public static Optional<Test> of(Filter filter, List<String> names, CheckedRule checked) {
        return of(filter, names, checked, "");
    }

    /// @param prefix `items.` where the properties at hand are those of an item
    private static Optional<Test> of(Filter filter, List<String> names, CheckedRule checked, String prefix) {
        return switch (filter) {
            case Filter.Every() -> Optional.of((_, _, _) -> true);
            case Filter.All(List<Filter> filters) ->
                each(filters, names, checked, prefix)
                        .map(tests -> (event, around, zone) ->
                                tests.stream().allMatch(test -> test.passes(event, around, zone)));
            case Filter.Any(List<Filter> filters) ->
                each(filters, names, checked, prefix)
                        .map(tests -> (event, around, zone) ->
                                tests.stream().anyMatch(test -> test.passes(event, around, zone)));
            case Filter.Not(Filter inner) ->
                of(inner, names, checked, prefix)
                        .map(test -> (event, around, zone) -> !test.passes(event, around, zone));
            case Filter.Property(String name, Claim claim) -> property(name, claim, names, checked, prefix);
            case Filter.Customer _ -> Optional.empty();
            case Filter.Items(Filter.Quantifier quantifier, Filter item) ->
                of(item, names, checked, "items.").map(test -> items(quantifier, test));
        };
    }

    private static Optional<List<Test>> each(
            List<Filter> filters, List<String> names, CheckedRule checked, String prefix) {
        List<Test> tests = new ArrayList<>();
        filters.forEach(filter -> of(filter, names, checked, prefix).ifPresent(tests::add));
        return tests.size() == filters.size() ? Optional.of(tests) : Optional.empty();
    }

    private static Optional<Test> property(
            String name, Claim claim, List<String> names, CheckedRule checked, String prefix) {
        FactType type = checked.types().property(names, prefix + name).orElseThrow();
        boolean time = prefix.isEmpty() && name.equals(Filter.TIME);
        return ClaimTests.of(claim, type).map(test -> (event, around, zone) -> {
            Object value = time ? event.occurred() : around.get(name);
            return value != null && test.holds(value, around, zone);
        });
    }

    private static Test items(Filter.Quantifier quantifier, Test test) {
        return (event, _, zone) -> switch (quantifier) {
            case ANY -> event.items().stream().anyMatch(item -> test.passes(event, item, zone));
            case NONE -> event.items().stream().noneMatch(item -> test.passes(event, item, zone));
            case ALL ->
                !event.items().isEmpty() && event.items().stream().allMatch(item -> test.passes(event, item, zone));
        };
    }
}
