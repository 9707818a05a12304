package io.filon.rule.live.ask;

import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.check.CheckedRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a text must be for a filter to pass at all: `channel` is `app`. Filters are found by it, so that an event about
/// shoes is not asked whether it is about coats.
///
/// @param property of the event; empty when the filter asks for no word
/// @param words    any of these
/// @param whole    whether the filter asks for nothing else
public record Word(String property, Set<String> words, boolean whole) {

    public static final Word NONE = new Word("", Set.of(), false);

    public static Word of(Filter filter, List<String> names, CheckedRule checked) {
        return switch (filter) {
            case Filter.Property(String name, Claim claim)
            when checked.types()
                    .property(names, name)
                    .filter(FactType.TEXT::equals)
                    .isPresent() ->
                words(claim).map(words -> new Word(name, words, true)).orElse(NONE);
            case Filter.All(List<Filter> filters) ->
                filters.stream()
                        .map(each -> of(each, names, checked))
                        .filter(word -> !word.equals(NONE))
                        .findFirst()
                        .map(word -> new Word(word.property, word.words, false))
                        .orElse(NONE);
            case Filter.Property _, Filter.Every _, Filter.Any _, Filter.Not _ -> NONE;
            case Filter.Customer _, Filter.Items _ -> NONE;
        };
    }

    private static Optional<Set<String>> words(Claim claim) {
        return switch (claim) {
            case Claim.Compare(Operator operator, Operand.Constant(String text))
            when operator == Operator.IS -> Optional.of(Set.of(text));
            case Claim.In(List<String> values) -> Optional.of(Set.copyOf(values));
            case Claim _ -> Optional.empty();
        };
    }
}
