package io.filon.segment.history;

import io.filon.segment.Base;
import io.filon.segment.Numbers;
import io.filon.segment.Segment;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// What a workspace remembers of its segments: `segment_runs` and `segment_memberships`, one decision a row, never
/// changed later. A day decided twice, because data came late, is there twice: what was true of the day and when it was
/// known stay apart.
public final class Decisions {

    /// Sets of the last days are kept whole; of older ones how large they were.
    private static final int DAYS_WITH_MEMBERS = 36;

    private record Run(LocalDate asOf, Instant decidedAt, String numbers) {}

    private record Membership(String segmentKey, String definition, String numbers) {}

    /// How large a segment was by one decision.
    ///
    /// @param definition the rule at the time
    public record PastSize(LocalDate asOf, Instant decidedAt, String definition, long customers) {}

    private final Store store;

    public Decisions(Store store) {
        this.store = store;
        store.run(Sql.of("create table if not exists segment_runs (as_of date, decided_at timestamp with time zone, "
                + "customers bigint, numbers varchar)"));
        store.run(Sql.of("create table if not exists segment_memberships (as_of date, "
                + "decided_at timestamp with time zone, segment_key varchar, definition varchar, customers bigint, "
                + "numbers varchar)"));
    }

    /// What the base says now, not yet kept. Who signed up after the last day that counts is not in it.
    public static Decision now(Base base, List<Segment> segments, Instant decidedAt) {
        RoaringBitmap everybody = base.presentBy();
        Map<String, Decision.Kept> kept = new HashMap<>();
        for (Segment segment : segments) {
            RoaringBitmap members = RoaringBitmap.and(base.members(segment).numbers(), everybody);
            kept.put(segment.key(), new Decision.Kept(segment.definition(), members));
        }
        return new Decision(base.asOf(), decidedAt, everybody, kept);
    }

    /// Keeps a decision, unless the last one of the same day says the same.
    ///
    /// @return whether it was news
    public boolean keep(Decision decision) {
        if (latest(decision.asOf()).filter(decision::same).isPresent()) {
            return false;
        }
        store.run(Sql.of(
                "insert into segment_runs values (?, ?, ?, ?)",
                decision.asOf(),
                decision.decidedAt(),
                decision.base().getLongCardinality(),
                Numbers.text(decision.base())));
        decision.segments()
                .forEach((key, kept) -> store.run(Sql.of(
                        "insert into segment_memberships values (?, ?, ?, ?, ?, ?)",
                        decision.asOf(),
                        decision.decidedAt(),
                        key,
                        kept.definition(),
                        kept.numbers().getLongCardinality(),
                        Numbers.text(kept.numbers()))));
        forgetOld();
        return true;
    }

    private void forgetOld() {
        for (String table : List.of("segment_runs", "segment_memberships")) {
            store.run(Sql.of("update " + table + " set numbers = '' where numbers <> '' and as_of not in (select as_of "
                    + "from segment_runs group by as_of order by as_of desc nulls last limit " + DAYS_WITH_MEMBERS
                    + ")"));
        }
    }

    /// The last decision on or before a day that still has its members, as known now.
    public Optional<Decision> latest(LocalDate day) {
        return decision("as_of <= ?", day);
    }

    /// The last decision on that very day.
    public Optional<Decision> on(LocalDate day) {
        return decision("as_of = ?", day);
    }

    private Optional<Decision> decision(String which, LocalDate day) {
        return store
                .query(
                        Sql.of(
                                "select as_of, decided_at, numbers from segment_runs where numbers <> '' and " + which
                                        + " order by as_of desc nulls last, decided_at desc nulls last limit 1",
                                day),
                        Run.class)
                .stream()
                .findFirst()
                .map(run -> new Decision(run.asOf, run.decidedAt, Numbers.parse(run.numbers), segments(run)));
    }

    private Map<String, Decision.Kept> segments(Run run) {
        Map<String, Decision.Kept> segments = new HashMap<>();
        store.query(
                        Sql.of(
                                "select segment_key, definition, numbers from segment_memberships "
                                        + "where as_of = ? and decided_at = ?",
                                run.asOf,
                                run.decidedAt),
                        Membership.class)
                .forEach(kept ->
                        segments.put(kept.segmentKey, new Decision.Kept(kept.definition, Numbers.parse(kept.numbers))));
        return segments;
    }

    /// How large a segment was on each day kept, by the last decision of it; oldest first.
    public List<PastSize> sizes(String key) {
        return store.query(
                Sql.of(
                        "select as_of, decided_at, definition, customers from segment_memberships where segment_key = ? "
                                + "qualify row_number() over (partition by as_of order by decided_at desc nulls last) = 1 "
                                + "order by as_of nulls last",
                        key),
                PastSize.class);
    }
}
