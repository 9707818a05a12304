package io.filon.rule.reference;

import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether an event, or one of its items, passes a filter.
///
/// @param names the events the filter is about, as the rule names them: they decide a property's type
record Filters(View view, List<String> names) {

    boolean passes(History.Event event, Filter filter) {
        return passes(filter, event, new Claims(view, event.properties(), event.occurred()), "");
    }

    boolean itemPasses(History.Event event, Map<String, Object> item, Filter filter) {
        return passes(filter, event, new Claims(view, item, event.occurred()), "items.");
    }

    /// @param prefix `items.` where the properties at hand are those of an item
    private boolean passes(Filter filter, History.Event event, Claims at, String prefix) {
        return switch (filter) {
            case Filter.Every() -> true;
            case Filter.All(List<Filter> filters) -> filters.stream().allMatch(each -> passes(each, event, at, prefix));
            case Filter.Any(List<Filter> filters) -> filters.stream().anyMatch(each -> passes(each, event, at, prefix));
            case Filter.Not(Filter inner) -> !passes(inner, event, at, prefix);
            case Filter.Property(String name, var claim) -> {
                FactType type =
                        view.checked().types().property(names, prefix + name).orElseThrow();
                boolean time = prefix.isEmpty() && name.equals(Filter.TIME);
                Optional<Object> value = time
                        ? Optional.of(event.occurred())
                        : Optional.ofNullable(at.around().get(name));
                yield value.filter(known -> at.holds(claim, type, known)).isPresent();
            }
            case Filter.Customer(Measure.Fact fact, var claim) -> {
                Instant then = fact.at() instanceof Moment.Then ? event.occurred() : view.instant(fact.at());
                yield new FactValues(view)
                        .value(fact, then)
                        .filter(value -> at.holds(claim, view.checked().type(fact), value))
                        .isPresent();
            }
            case Filter.Items(Filter.Quantifier quantifier, Filter item) ->
                switch (quantifier) {
                    case ANY -> event.items().stream().anyMatch(each -> itemPasses(event, each, item));
                    case NONE -> event.items().stream().noneMatch(each -> itemPasses(event, each, item));
                    case ALL ->
                        !event.items().isEmpty()
                                && event.items().stream().allMatch(each -> itemPasses(event, each, item));
                };
        };
    }
}
