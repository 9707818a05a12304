package io.filon.rule.check;

import io.filon.rule.Catalogue;
import io.filon.rule.EventType;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import java.util.List;
import java.util.Optional;

/// What type of value a measure or a property gives, by the catalogue; nothing where a name is not in it.
public record Types(Catalogue catalogue) {

    public Optional<FactType> of(Measure measure) {
        return switch (measure) {
            case Measure.Fact fact -> catalogue.fact(fact.name()).map(Fact::type);
            case Measure.Count _, Measure.Distinct _, Measure.Periods _, Measure.Streak _ ->
                Optional.of(FactType.COUNT);
            case Measure.Matches _, Measure.People _, Measure.SegmentCount _, Measure.FactChanges _ ->
                Optional.of(FactType.COUNT);
            case Measure.FactAge _, Measure.Ratio _, Measure.Since _, Measure.Interval _, Measure.Overdue _ ->
                Optional.of(FactType.NUMBER);
            case Measure.Standing standing ->
                Optional.of(standing.scale() == Measure.Scale.DECILE ? FactType.COUNT : FactType.NUMBER);
            case Measure.Share _ -> Optional.of(FactType.SHARE);
            case Measure.Total total -> property(total).map(type -> total(total.function(), type));
            case Measure.Percentile percentile -> property(percentile.events().names(), percentile.property());
            case Measure.MostFrequent most -> property(most.events().names(), most.property());
            case Measure.Nth nth -> property(nth.events().names(), nth.property());
        };
    }

    /// Of a property that all these events have, of one type; `items.price` is a property of their items.
    public Optional<FactType> property(List<String> events, String property) {
        List<Optional<FactType>> types = events.stream()
                .map(name -> catalogue.event(name).flatMap((EventType type) -> type.property(property)))
                .distinct()
                .toList();
        return types.size() == 1 ? types.getFirst() : Optional.empty();
    }

    private Optional<FactType> property(Measure.Total total) {
        return property(total.events().names(), total.property());
    }

    /// The mean of exact values is not exact.
    private static FactType total(Measure.Function function, FactType type) {
        return function == Measure.Function.AVERAGE && type.isExact() ? FactType.NUMBER : type;
    }
}
