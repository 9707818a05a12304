package io.filon.rule.live;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.clock.Clocks;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.clock.WindowClock;
import io.filon.rule.live.clock.WindowClocks;
import io.filon.rule.live.log.LogView;
import io.filon.rule.live.turn.Moving;
import io.filon.rule.reference.CustomerReading;
import io.filon.rule.reference.History;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A condition read from whole statements and events, by the reference itself: exact for every kind, and kept for those
/// that are rare or about facts, which change seldom.
///
/// When it could change by time: every instant that is known of the customer may enter or leave every window of the
/// condition, every wait may end, every age may reach its bound. The earliest counts.
final class WholeLeaf implements Leaf {

    private final Condition condition;
    private final Critical critical;
    private final CheckedRule checked;
    private final boolean personal;
    private final ZoneId brand;
    private final List<WindowClocks> windows = new ArrayList<>();
    private final List<SeenClocks> seen = new ArrayList<>();
    private final WindowClocks today;

    private record SeenClocks(Span span, WindowClocks from, WindowClocks window) {}

    WholeLeaf(Condition condition, Critical critical, CheckedRule checked, boolean personal, Clocks clocks) {
        this.condition = condition;
        this.critical = critical;
        this.checked = checked;
        this.personal = personal;
        this.brand = clocks.brand();
        critical.windows.forEach(window -> windows.add(clocks.of(window, personal)));
        critical.seen.forEach(each -> seen.add(new SeenClocks(
                each.from(),
                clocks.of(new Window.Before(each.from()), personal),
                clocks.of(each.window(), personal))));
        today = clocks.of(new Window.Calendar(Span.Unit.DAY, 1, 0), personal);
    }

    Critical critical() {
        return critical;
    }

    @Override
    public boolean holds(Customer customer, LogView log) {
        long now = log.now();
        ZoneId zone = personal ? customer.zone : brand;
        History history = customer.history();
        Instant instant = Micros.instant(now);
        CustomerReading reading = new CustomerReading(history, instant, zone, personal, checked);
        long until = critical.midnights ? today.in(zone).pieceEnd(now) : Micros.NEVER;
        for (long moment : customer.whole().moments(zone)) {
            until = Math.min(until, next(moment, now, zone));
        }
        for (Span wait : critical.waits) {
            for (History.Event event : history.events()) {
                long over = Micros.of(event.occurred()) + wait.elapsed().toNanos() / 1000;
                until = over > now ? Math.min(until, over) : until;
            }
        }
        if (condition instanceof Condition.Has(var measure, Claim claim)) {
            until = Math.min(until, Moving.crossing(measure, claim, checked, reading, now));
        }
        log.until(until);
        return reading.holds(condition);
    }

    private long next(long moment, long now, ZoneId zone) {
        long until = moment > now ? moment : Micros.NEVER;
        for (WindowClocks window : windows) {
            until = Math.min(until, window.in(zone).nextChange(moment, now));
        }
        for (SeenClocks each : seen) {
            WindowClock from = each.from.in(zone);
            long then =
                    Micros.of(each.span.before(Micros.instant(now).atZone(zone)).toInstant());
            long change = each.window.in(zone).nextChange(moment, then);
            if (change != Micros.NEVER) {
                until = Math.min(until, from.nextChange(change, now));
            }
            until = Math.min(until, from.pieceEnd(now));
        }
        return until;
    }

    /// The start of a day, where it has one.
    static long moment(Object value, ZoneId zone) {
        return switch (value) {
            case Instant instant -> Micros.of(instant);
            case LocalDate day -> Micros.of(day.atStartOfDay(zone).toInstant());
            default -> Micros.NEVER;
        };
    }
}
