package io.filon.rule.read;

import io.filon.rule.Claim;
import io.filon.rule.Measure;
import io.filon.rule.Operator;
import io.filon.rule.Span;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The words of the file, where reader and writer must agree.
final class Words {

    /// A claim in an object of its own: `{contains: ad}`.
    static final Set<String> CLAIMS = Set.of(
            "is",
            "is_not",
            "below",
            "at_most",
            "above",
            "at_least",
            "contains",
            "starts",
            "ends",
            "matches",
            "has_any",
            "has_all",
            "has_none",
            "size",
            "in",
            "anniversary",
            "weekday",
            "month",
            "day",
            "hours",
            "before",
            "near");

    /// What narrows events, beside the name of the event.
    static final Set<String> EVENTS = Set.of("where", "items", "window", "gross");

    static final Map<String, Operator> OPERATORS = Map.of(
            "is", Operator.IS,
            "is_not", Operator.IS_NOT,
            "below", Operator.BELOW,
            "at_most", Operator.AT_MOST,
            "above", Operator.ABOVE,
            "at_least", Operator.AT_LEAST);

    static final Map<String, Claim.Match> MATCHES = Map.of(
            "contains", Claim.Match.CONTAINS,
            "starts", Claim.Match.STARTS,
            "ends", Claim.Match.ENDS,
            "matches", Claim.Match.MATCHES);

    static final Map<String, Measure.Function> FUNCTIONS = Map.of(
            "sum", Measure.Function.SUM,
            "average", Measure.Function.AVERAGE,
            "min", Measure.Function.MIN,
            "max", Measure.Function.MAX);

    /// Measures over the events named under `of`, with the words of their own that they take.
    static final Map<String, Set<String>> OF_EVENTS = ofEvents();

    private Words() {}

    private static Map<String, Set<String>> ofEvents() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        words.put("count", Set.of());
        words.put("sum", Set.of());
        words.put("average", Set.of());
        words.put("min", Set.of());
        words.put("max", Set.of());
        words.put("median", Set.of());
        words.put("percentile", Set.of("at"));
        words.put("distinct", Set.of());
        words.put("most_frequent", Set.of("base"));
        words.put("share", Set.of("base"));
        words.put("periods", Set.of("each"));
        words.put("streak", Set.of());
        words.put("first", Set.of());
        words.put("last", Set.of());
        words.put("nth", Set.of("position"));
        words.put("since_first", Set.of());
        words.put("since_last", Set.of());
        words.put("usual_gap", Set.of("base"));
        words.put("overdue", Set.of("base"));
        return words;
    }

    /// `day`, `days`
    static Optional<Span.Unit> unit(String word) {
        return Arrays.stream(Span.Unit.values())
                .filter(unit -> word.equals(unit.key()) || word.equals(unit.key() + "s"))
                .findFirst();
    }

    /// What a word of the map stands for.
    static <E> E meaning(Map<String, E> words, String word) {
        return Objects.requireNonNull(words.get(word), word);
    }

    static <E> String word(Map<String, E> words, E value) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
