package io.filon.rule.reference;

import io.filon.rule.Condition;
import io.filon.rule.Events;
import io.filon.rule.Measure;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parts of a rule, asked of one customer alone at one instant: conditions, values, the events that count.
///
/// What is relative to other customers ([Condition.Top], [Measure.Standing], [Measure.People]) cannot be asked here.
public final class CustomerReading {

    private final View view;

    /// @param zone     whose calendar counts
    /// @param personal whether that is the person's own
    public CustomerReading(History history, Instant now, ZoneId zone, boolean personal, CheckedRule checked) {
        this.view = new View(history, now.truncatedTo(ChronoUnit.MICROS).atZone(zone), personal, checked, new Nobody());
    }

    public boolean holds(Condition condition) {
        return view.holds(condition);
    }

    /// Nothing where it is not known.
    public Optional<Object> value(Measure measure) {
        return view.value(measure);
    }

    /// Those that count, in order of time; net, unless gross is asked for.
    public List<History.Event> events(Events events) {
        return new PastEvents(view).select(events);
    }

    private static final class Nobody implements Others {
        @Override
        public Map<String, Object> values(Measure measure, Rule among, boolean personal) {
            throw new IllegalStateException("one customer alone has no standing: " + measure);
        }

        @Override
        public long ofAccount(String account, Rule rule, boolean personal) {
            throw new IllegalStateException("one customer alone has no account: " + account);
        }
    }
}
