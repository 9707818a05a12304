package io.filon.segment.movement;

import io.filon.segment.Base;
import io.filon.segment.Segment;
import io.filon.segment.history.Decision;
import io.filon.segment.history.Decisions;
import io.filon.store.Sql;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

// What is expected: who is chosen for a high value measured over some months falls back in the next ones, whatever the
// company does (regression to the mean, Galton 1886), and a rule may cut anywhere, so no one formula fits. The
// company's own past holds the same selection by the same rule with the same fall: rates of staying, entering and
// arriving are taken from a period of equal length a year before, so that the season is the same, else from the one
// just before. Misleads when that period was itself unusual; the drift alert looks at many.

/// What moved between two days in every segment, beside what was to be expected.
///
/// @param recorded     true when the first day is as it was decided then; false when it is worked out today
/// @param referenceFrom the first day of the period that tells what to expect; null when history is too short
public record Movement(
        LocalDate from,
        LocalDate to,
        boolean recorded,
        long customersBefore,
        long customersAfter,
        @Nullable LocalDate referenceFrom,
        @Nullable LocalDate referenceTo,
        List<Turnover> segments,
        List<Flow> flows) {

    /// History needed before a period that tells what to expect.
    private static final int SETTLED_DAYS = 180;

    public Movement {
        segments = List.copyOf(segments);
        flows = List.copyOf(flows);
    }

    /// @param watched every segment
    /// @param order   the owners
    public static Movement between(
            Base base, Replay replay, LocalDate from, LocalDate to, List<Segment> watched, List<Segment> order) {
        Optional<Decision> kept = new Decisions(base.store()).on(from);
        Decision before = kept.orElseGet(() -> replay.on(from, watched));
        Decision after = replay.on(to, watched);
        @Nullable Reference reference = reference(base, from, to);
        Decision early = reference == null ? null : replay.on(reference.from, watched);
        Decision late =
                reference == null ? null : reference.to.equals(from) ? before : replay.on(reference.to, watched);
        List<Turnover> segments = watched.stream()
                .map(segment -> Turnover.between(
                        segment.key(),
                        before,
                        after,
                        early == null || late == null ? null : Turnover.rates(segment.key(), early, late)))
                .toList();
        return new Movement(
                from,
                to,
                kept.isPresent(),
                before.base().getLongCardinality(),
                after.base().getLongCardinality(),
                reference == null ? null : reference.from,
                reference == null ? null : reference.to,
                segments,
                Flow.between(
                        before,
                        after,
                        order.stream().map(Segment::key).toList(),
                        base.index().in("merged")));
    }

    private record Reference(LocalDate from, LocalDate to) {}

    private static @Nullable Reference reference(Base base, LocalDate from, LocalDate to) {
        Optional<LocalDate> first = base.store()
                .text(Sql.of("select min(first_order_on) from customer_facts"))
                .map(LocalDate::parse);
        if (first.isEmpty()) {
            return null;
        }
        LocalDate settled = first.get().plusDays(SETTLED_DAYS);
        if (!from.minusYears(1).isBefore(settled)) {
            return new Reference(from.minusYears(1), to.minusYears(1));
        }
        LocalDate earlier = from.minusDays(ChronoUnit.DAYS.between(from, to));
        return earlier.isBefore(settled) ? null : new Reference(earlier, from);
    }
}
