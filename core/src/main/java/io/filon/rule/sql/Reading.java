package io.filon.rule.sql;

import io.filon.rule.check.CheckedRule;
import io.filon.store.Sql;
import java.util.List;
import java.util.stream.Stream;

/// One rule being turned into one statement.
record Reading(CheckedRule checked, Asked asked, Query query, Clock brand, Clock person) {

    static Reading of(CheckedRule checked, Asked asked) {
        return new Reading(checked, asked, new Query(), new Clock(asked, false), new Clock(asked, true));
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
