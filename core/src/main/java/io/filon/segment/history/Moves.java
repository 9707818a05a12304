package io.filon.segment.history;

import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.segment.Numbers;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Who entered and who left each segment between two decisions, and why: `segment_moves`.
///
/// A move is dated twice: it happened after `after_on` and by `as_of`, and it was known at `decided_at`.
public final class Moves {

    public enum Reason {
        /// Was no customer at the decision before.
        NEW_CUSTOMER,
        /// Is now known under another id.
        MERGED,
        /// Is no longer in the files, or was erased.
        GONE,
        /// The segment's rule changed, and by the old one nothing would have happened.
        DEFINITION,
        /// Bought, gave back, wrote, signed or ended a contract in between.
        BEHAVIOUR,
        /// Did nothing of that: days went by, or others moved the cut.
        TIME,
        /// The same day decided again: data came late or were corrected.
        DATA;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param afterOn the day of the decision before; the move is later
    /// @param entered else left
    public record Move(
            String segmentKey, LocalDate afterOn, LocalDate asOf, Instant decidedAt, boolean entered, String reason) {}

    private record Row(
            String segmentKey,
            LocalDate afterOn,
            LocalDate asOf,
            Instant decidedAt,
            boolean entered,
            String reason,
            String numbers) {}

    /// What a customer does, and its day.
    private static final Map<String, String> DOINGS = Map.of(
            "orders", "ordered_on",
            "returns", "returned_on",
            "tickets", "opened_on",
            "deals", "closed_on",
            "subscriptions", "coalesce(ended_on, started_on)");

    private final Base base;
    private final Store store;

    public Moves(Base base) {
        this.base = base;
        this.store = base.store();
        store.run(
                Sql.of(
                        "create table if not exists segment_moves (segment_key varchar, after_on date, as_of date, "
                                + "decided_at timestamp with time zone, entered boolean, reason varchar, customers bigint, numbers varchar)"));
    }

    /// Keeps what happened between a decision and the next. A segment that was not there before has no moves.
    public void keep(Decision before, Decision now, Library library) {
        RoaringBitmap active = active(before.asOf(), now.asOf());
        for (Map.Entry<String, Decision.Kept> entry : now.segments().entrySet()) {
            before.segment(entry.getKey()).ifPresent(was -> {
                Decision.Kept is = entry.getValue();
                RoaringBitmap byOldRule = was.definition().equals(is.definition())
                        ? is.numbers()
                        : library.earlier(was.definition()).map(base::members).orElseGet(is::numbers);
                RoaringBitmap unchanged = RoaringBitmap.xor(is.numbers(), byOldRule);
                RoaringBitmap in = RoaringBitmap.andNot(is.numbers(), was.numbers());
                RoaringBitmap out = RoaringBitmap.andNot(was.numbers(), is.numbers());
                write(entry.getKey(), before, now, true, reasons(in, before, now, unchanged, active));
                write(entry.getKey(), before, now, false, reasons(out, before, now, unchanged, active));
            });
        }
    }

    /// Every mover under one reason: the first that holds, in the order of [Reason].
    ///
    /// @param byRule whom the change of the rule alone moved
    private Map<Reason, RoaringBitmap> reasons(
            RoaringBitmap movers, Decision before, Decision now, RoaringBitmap byRule, RoaringBitmap active) {
        RoaringBitmap left = movers.clone();
        Map<Reason, RoaringBitmap> reasons = new EnumMap<>(Reason.class);
        take(reasons, Reason.NEW_CUSTOMER, left, RoaringBitmap.andNot(left, before.base()));
        take(reasons, Reason.MERGED, left, base.index().in("merged"));
        take(reasons, Reason.GONE, left, RoaringBitmap.andNot(left, now.base()));
        take(reasons, Reason.DEFINITION, left, byRule);
        if (before.asOf().equals(now.asOf())) {
            take(reasons, Reason.DATA, left, left.clone());
        }
        take(reasons, Reason.BEHAVIOUR, left, active);
        take(reasons, Reason.TIME, left, left.clone());
        return reasons;
    }

    private static void take(
            Map<Reason, RoaringBitmap> reasons, Reason reason, RoaringBitmap left, RoaringBitmap which) {
        RoaringBitmap taken = RoaringBitmap.and(left, which);
        if (!taken.isEmpty()) {
            reasons.put(reason, taken);
            left.andNot(taken);
        }
    }

    /// Who did something between two days.
    private RoaringBitmap active(LocalDate after, LocalDate until) {
        List<Sql> parts = DOINGS.entrySet().stream()
                .map(table -> Sql.of(
                        "select customer_id from %s where %s > ? and %s <= ?"
                                .formatted(table.getKey(), table.getValue(), table.getValue()),
                        after,
                        until))
                .toList();
        return base.index()
                .numbers(Sql.of("select distinct coalesce(units.unit_id, doings.customer_id) as customer_id from (")
                        .then(Sql.join(parts, " union "))
                        .then(Sql.of(") as doings left join units on units.customer_id = doings.customer_id")));
    }

    private void write(String key, Decision before, Decision now, boolean entered, Map<Reason, RoaringBitmap> reasons) {
        reasons.forEach((reason, numbers) -> store.run(Sql.of(
                "insert into segment_moves values (?, ?, ?, ?, ?, ?, ?, ?)",
                key,
                before.asOf(),
                now.asOf(),
                now.decidedAt(),
                entered,
                reason.word(),
                numbers.getLongCardinality(),
                Numbers.text(numbers))));
    }

    /// Every entry and exit of one customer that is remembered, in the order they were decided.
    public List<Move> of(int number) {
        return store
                .query(
                        Sql.of("select segment_key, after_on, as_of, decided_at, entered, reason, numbers "
                                + "from segment_moves order by decided_at nulls last, as_of nulls last, segment_key"),
                        Row.class)
                .stream()
                .filter(row -> Numbers.parse(row.numbers).contains(number))
                .map(row -> new Move(row.segmentKey, row.afterOn, row.asOf, row.decidedAt, row.entered, row.reason))
                .toList();
    }
}
