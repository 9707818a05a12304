package io.filon.rule.live.log;

import java.util.List;
import java.util.Map;

/// What a log keeps of each kind of event: its instant, a bit for each matcher, and the columns somebody asks for.
///
/// @param matchers by their number
/// @param columns  by their number
/// @param kinds    by name of event
public record Layout(List<Matcher> matchers, List<Column> columns, Map<String, Kind> kinds, Dictionary words) {

    /// One name of event.
    ///
    /// @param matchers that name it
    /// @param columns  numbers of the columns kept of it
    /// @param slots    by number of column: its word after the bits; -1 when not kept
    @SuppressWarnings("ArrayRecordComponent") // places in a row, never compared
    public record Kind(int number, List<Matcher> matchers, int[] columns, int[] slots) {}

    /// Words of bits.
    public int planes() {
        return (matchers.size() + 63) / 64;
    }
}
