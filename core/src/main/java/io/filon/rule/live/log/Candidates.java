package io.filon.rule.live.log;

import io.filon.rule.live.ask.Word;
import io.filon.rule.reference.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Matchers by the word they ask for, so that only those are asked which an event could pass.
public final class Candidates {

    private record Place(String property, boolean gross) {}

    private record Choice(Place place, Map<Object, Matcher[]> byWord) {}

    private static final Matcher[] NONE = {};

    /// That ask for no word.
    private final Matcher[] always;

    private final List<Choice> choices = new ArrayList<>();

    Candidates(List<Matcher> matchers) {
        Map<Place, Map<Object, List<Matcher>>> byPlace = new LinkedHashMap<>();
        for (Matcher matcher : matchers) {
            Place place = new Place(matcher.word().property(), matcher.key().gross());
            matcher.word()
                    .words()
                    .forEach(word -> byPlace.computeIfAbsent(place, _ -> new HashMap<>())
                            .computeIfAbsent(word, _ -> new ArrayList<>())
                            .add(matcher));
        }
        always = matchers.stream()
                .filter(matcher -> matcher.word().equals(Word.NONE))
                .toArray(Matcher[]::new);
        byPlace.forEach((place, byWord) -> {
            Map<Object, Matcher[]> ready = new HashMap<>();
            byWord.forEach((word, asking) -> ready.put(word, asking.toArray(Matcher[]::new)));
            choices.add(new Choice(place, ready));
        });
    }

    /// How many lists of candidates there are.
    public int lists() {
        return choices.size() + 1;
    }

    /// One of the lists; a matcher stands in one of them at most.
    ///
    /// @param net the event less what has been taken back of it; null when it does not count any more
    public Matcher[] list(int number, History.Event event, History.@Nullable Event net) {
        if (number == 0) {
            return always;
        }
        Choice choice = choices.get(number - 1);
        History.Event seen = choice.place.gross ? event : net;
        Object word = seen == null ? null : seen.properties().get(choice.place.property);
        return word == null ? NONE : choice.byWord.getOrDefault(word, NONE);
    }
}
