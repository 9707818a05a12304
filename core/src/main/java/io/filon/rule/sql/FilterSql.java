package io.filon.rule.sql;

import io.filon.rule.Claim;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.store.Sql;
import java.util.List;

/// Whether an event, or one of its items, passes a filter, as a condition; null or false when not.
///
/// @param ofItem whether properties are those of an item, `i`
record FilterSql(Selection selection, boolean ofItem) {

    FilterSql(Selection selection) {
        this(selection, false);
    }

    Sql passes(Filter filter) {
        return switch (filter) {
            case Filter.Every() -> Sql.of("1 = 1");
            case Filter.All(List<Filter> filters) -> joined(filters, " and ");
            case Filter.Any(List<Filter> filters) -> joined(filters, " or ");
            case Filter.Not(Filter inner) -> not(passes(inner));
            case Filter.Property(String name, Claim claim) -> claims().holds(claim, property(name));
            case Filter.Customer(Measure.Fact fact, Claim claim) ->
                claims().holds(claim, new Measures(selection.scope()).of(fact));
            case Filter.Items(Filter.Quantifier quantifier, Filter item) -> items(quantifier, item);
        };
    }

    private ClaimSql claims() {
        return new ClaimSql(selection.scope(), this::property, new Measures(selection.scope())::of);
    }

    private Value property(String name) {
        return ofItem ? selection.itemProperty(name) : selection.property(name);
    }

    private Sql items(Filter.Quantifier quantifier, Filter item) {
        Sql passes = new FilterSql(selection, true).passes(item);
        return switch (quantifier) {
            case ANY -> exists(passes);
            case NONE -> Sql.of("not ").then(exists(passes));
            case ALL ->
                Sql.of("(")
                        .then(exists(Sql.of("1 = 1")))
                        .then(Sql.of(" and not "))
                        .then(exists(not(passes)))
                        .then(Sql.of(")"));
        };
    }

    private static Sql exists(Sql condition) {
        return Sql.of("exists (select 1 from rule_items i where i.customer_id = e.customer_id"
                        + " and i.event_id = e.event_id and ")
                .then(condition)
                .then(Sql.of(")"));
    }

    private static Sql not(Sql condition) {
        return Sql.of("not coalesce(").then(condition).then(Sql.of(", false)"));
    }

    private Sql joined(List<Filter> filters, String word) {
        return Sql.of("(")
                .then(Sql.join(filters.stream().map(this::passes).toList(), word))
                .then(Sql.of(")"));
    }
}
