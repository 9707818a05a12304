package io.filon.rule.live.log;

import io.filon.rule.Filter;
import io.filon.rule.live.ask.FilterTests;
import io.filon.rule.live.ask.Word;
import io.filon.rule.reference.History;
import java.time.ZoneId;
import java.util.List;

/// Which events are meant, apart from when: asked once of each event, whoever shares it.
///
/// @param number  its place among all
/// @param horizon how long back its events are asked for, in microseconds; [Micros#NEVER] for ever
/// @param chained whether it is a step of a sequence whose matches have a longest time
/// @param word    what the filter asks of a text; nothing else can pass
public record Matcher(int number, Key key, FilterTests.Test test, long horizon, boolean chained, Word word) {

    /// @param personal whether days and hours in the filter are by the person's own clock
    public record Key(List<String> names, Filter where, boolean gross, boolean personal) {}

    public boolean matches(History.Event event, ZoneId zone) {
        return test.passes(event, event.properties(), zone);
    }
}
