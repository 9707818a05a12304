package io.filon.rule;

import static io.filon.problem.Require.require;

import java.time.LocalDate;

/// When something is read.
public sealed interface Moment {

    /// The instant the rule is asked about.
    record Now() implements Moment {}

    /// When the event happened; only inside an event's filter.
    record Then() implements Moment {}

    record Ago(Span span) implements Moment {
        public Ago {
            require(!span.isNone(), "'ago' needs a time over 0");
        }
    }

    /// As that day ended; as now while it has not.
    record On(LocalDate day) implements Moment {}
}
