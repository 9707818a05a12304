package io.filon.segment.movement;

import io.filon.segment.Base;
import io.filon.segment.Segment;
import io.filon.segment.history.Decision;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Who would be in which segment on another day, by the data known today: *value* is worked out again for that day, and
/// everything is put back afterwards.
public final class Replay {

    /// What happens to a customer, and its day; what is later than a day can be left out.
    private static final Map<String, String> HAPPENINGS = Map.of(
            "orders", "ordered_on",
            "order_lines", "ordered_on",
            "returns", "returned_on",
            "tickets", "opened_on",
            "touches", "cast(sent_at as date)",
            "spend", "spent_on",
            "leads", "created_on",
            "deals", "opened_on",
            "subscriptions", "started_on",
            "traits", "cast(observed_at as date)");

    private final Base base;
    private final Settings settings;

    public Replay(Base base, Settings settings) {
        this.base = base;
        this.settings = settings;
    }

    /// As it stood on a day.
    public Decision on(LocalDate day, List<Segment> segments) {
        return on(day, at -> decision(at, segments));
    }

    /// As it would stand on a day if nothing had happened after an earlier one: only days went by.
    Decision untouched(LocalDate since, LocalDate day, List<Segment> segments) {
        return aside(() -> {
            HAPPENINGS.forEach((table, happened) ->
                    base.store().run(Sql.of("delete from %s where %s > ?".formatted(table, happened), since)));
            base.store().run(Sql.of("update deals set state = 'open', closed_on = null where closed_on > ?", since));
            base.store().run(Sql.of("update subscriptions set ended_on = null where ended_on > ?", since));
            return valued(day, at -> decision(at, segments));
        });
    }

    private <T> T on(LocalDate day, Function<Base, T> work) {
        return aside(() -> valued(day, work));
    }

    private <T> T valued(LocalDate day, Function<Base, T> work) {
        base.store()
                .run(Sql.of("update run set as_of = ?, as_of_end = start_of_day(days_after(?, 1), zone)", day, day));
        new Valuation(settings).facts(base.store());
        return work.apply(base.on(day));
    }

    private interface Work<T> {
        T done();
    }

    private <T> T aside(Work<T> work) {
        Store store = base.store();
        store.run(Sql.of("begin transaction"));
        try {
            return work.done();
        } finally {
            store.run(Sql.of("rollback"));
        }
    }

    private static Decision decision(Base at, List<Segment> segments) {
        var everybody = at.presentBy();
        Map<String, Decision.Kept> kept = new HashMap<>();
        for (Segment segment : segments) {
            var numbers = at.members(segment).numbers();
            numbers.and(everybody);
            kept.put(segment.key(), new Decision.Kept(segment.definition(), numbers));
        }
        return new Decision(at.asOf(), Instant.EPOCH, everybody, kept);
    }
}
