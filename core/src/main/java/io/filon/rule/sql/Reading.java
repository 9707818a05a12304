package io.filon.rule.sql;

import io.filon.rule.check.CheckedRule;
import io.filon.store.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One rule being turned into one statement.
///
/// @param left the table of the moments that can still belong, to whose events measures keep; empty for everybody
record Reading(CheckedRule checked, Asked asked, Query query, Clock brand, Clock person, String left) {

    static Reading of(CheckedRule checked, Asked asked) {
        return new Reading(checked, asked, new Query(), new Clock(asked, false), new Clock(asked, true), "");
    }

    Reading leaving(String table) {
        return new Reading(checked, asked, query, brand, person, table);
    }

    /// As of everybody: what rests on the others of a base must not lose them.
    Reading ofAll() {
        return leaving("");
    }

    /// Whether a moment can still belong, where that is known.
    Optional<Sql> isLeft(String key) {
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(Sql.of("%s in (select moment_id from %s)".formatted(key, left)));
    }

    Sql with(Sql select) {
        List<Sql> clocks = Stream.of(brand, person)
                .filter(clock -> clock.isTable() && isRead(clock, select))
                .map(Clock::rows)
                .toList();
        return query.with(clocks, select);
    }

    private boolean isRead(Clock clock, Sql select) {
        return query.mentions(clock.table()) || select.text().contains(clock.table());
    }
}
