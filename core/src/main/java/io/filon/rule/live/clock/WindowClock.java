package io.filon.rule.live.clock;

import io.filon.rule.Range;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/// A window as time passes: where it lies now, and when an instant will next enter or leave it.
///
/// Idea: between two breaks of the calendar each bound of a window either stands still or moves exactly as fast as
/// the clock, so one [Range], worked out once, holds for the whole piece. Breaks are changes of the clocks, at now
/// or at the bound, and midnights for months and longer, whose lengths differ. Bounds can even jump back at a
/// break (a month before 30 and 31 March is 29 February), by at most [#slack]: near a bound the next break is
/// therefore always named as a possible change. Named instants may come too early, never too late.
///
/// A window of the last so many days needs none of that for an instant that happened, and will leave, on days on
/// which nobody changes the clocks: that is the time of day at which it happened, so many days on.
///
/// For one thread.
public final class WindowClock {

    private final Window window;
    private final ZoneId zone;
    private final boolean fromMoves;
    private final boolean endMoves;
    private final boolean stands;
    private final boolean jumps;
    private final long slack;

    /// Length of a window of the last days; 0 of any other.
    private final long lastDays;

    private final SteadyOffsets offsets;

    private long pieceStart = 1;
    private long pieceEnd;
    private long from;
    private long end;

    WindowClock(Window window, ZoneId zone, SteadyOffsets offsets) {
        this.window = window;
        this.zone = zone;
        this.offsets = offsets;
        this.lastDays = window instanceof Window.Last(Span span)
                        && span.unit().isCalendar()
                        && span.unit().isElapsed()
                ? Micros.of(span)
                : 0;
        this.fromMoves = switch (window) {
            case Window.Last _, Window.Ago _, Window.Next _, Window.Beyond _ -> true;
            case Window.Always _, Window.Before _, Window.Calendar _, Window.Dates _ -> false;
        };
        this.endMoves = switch (window) {
            case Window.Always _, Window.Last _, Window.Ago _, Window.Before _, Window.Next _ -> true;
            case Window.Beyond _, Window.Calendar _, Window.Dates _ -> false;
        };
        this.stands = window instanceof Window.Dates;
        this.jumps = window instanceof Window.Calendar;
        this.slack = slack(window);
    }

    /// Days and weeks keep the time of day, so that only clocks that are put back move a bound back.
    private static long slack(Window window) {
        return switch (window) {
            case Window.Calendar(Span.Unit unit, int _, int _) -> longestDays(unit) * Micros.DAY + 3 * Micros.DAY;
            case Window.Last(Span span) -> slack(span);
            case Window.Before(Span span) -> slack(span);
            case Window.Next(Span span) -> slack(span);
            case Window.Beyond(Span span) -> slack(span);
            case Window.Ago(Span older, Span newer) -> Math.max(slack(older), slack(newer));
            case Window.Always _, Window.Dates _ -> 0;
        };
    }

    private static long slack(Span span) {
        return span.unit().isElapsed() ? 2 * Micros.DAY : 5 * Micros.DAY;
    }

    public static long longestDays(Span.Unit unit) {
        return switch (unit) {
            case SECOND, MINUTE, HOUR, DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 31;
            case QUARTER -> 92;
            case YEAR -> 366;
        };
    }

    public ZoneId zone() {
        return zone;
    }

    /// The first instant of the window seen from now.
    public long from(long now) {
        lookFrom(now);
        return fromMoves ? now + from : from;
    }

    /// Instants before this one are outside and stay there.
    public long earliest(long now) {
        return from(now) - slack;
    }

    /// Whether what has left by now may be let in again: a break comes before the bound is further on than breaks can
    /// set it back.
    public boolean mayLetIn(long now) {
        lookFrom(now);
        return pieceEnd - now < slack;
    }

    public boolean contains(long instant, long now) {
        lookFrom(now);
        return instant >= (fromMoves ? now + from : from) && instant < (endMoves ? now + end : end);
    }

    /// The first instant after now at which it could enter or leave the window; [Micros#NEVER] when it cannot.
    public long nextChange(long instant, long now) {
        lookFrom(now);
        if (stands) {
            return Micros.NEVER;
        }
        if (jumps) {
            return Math.min(standing(instant, now, from), standing(instant, now, end));
        }
        return Math.min(leaves(instant, now), endMoves ? moving(instant, now, end) : Micros.NEVER);
    }

    /// Of a window that ends now: the first instant after now at which one that has happened could leave it, or be let
    /// in again by the calendar; [Micros#NEVER] when it cannot.
    public long leaves(long instant, long now) {
        long leaves = leaves(instant);
        if (leaves != SteadyOffsets.UNSTEADY) {
            return leaves > now ? leaves : Micros.NEVER;
        }
        lookFrom(now);
        return fromMoves ? moving(instant, now, from) : Micros.NEVER;
    }

    /// Of a window of the last days, exactly when; [SteadyOffsets#UNSTEADY] near changes of the clocks, and of others.
    private long leaves(long instant) {
        if (lastDays == 0) {
            return SteadyOffsets.UNSTEADY;
        }
        long then = offsets.at(instant);
        long there = offsets.at(instant + lastDays);
        return then == SteadyOffsets.UNSTEADY || there == SteadyOffsets.UNSTEADY
                ? SteadyOffsets.UNSTEADY
                : instant + lastDays + then - there;
    }

    /// Until when [#leaves] is exact for an instant, and not only never too late.
    public long exactUntil(long instant, long now) {
        return leaves(instant) == SteadyOffsets.UNSTEADY ? pieceEnd(now) : Micros.NEVER;
    }

    /// When the arithmetic of the window next breaks.
    public long pieceEnd(long now) {
        lookFrom(now);
        return pieceEnd;
    }

    /// Of a bound that is `now + offset`.
    private long moving(long instant, long now, long offset) {
        long change = instant - offset + 1;
        if (change > now) {
            return change < pieceEnd ? change : Math.max(pieceEnd, change - slack);
        }
        return now - change < slack ? pieceEnd : Micros.NEVER;
    }

    /// Of a bound that stands still until the period is over, and then moves on about as far as the clock.
    private long standing(long instant, long now, long bound) {
        return instant < bound - slack ? Micros.NEVER : Math.max(pieceEnd, now + (instant - bound) - slack);
    }

    private void lookFrom(long now) {
        if (now >= pieceStart && now < pieceEnd) {
            return;
        }
        ZonedDateTime moment = Micros.instant(now).atZone(zone);
        Range range = Range.of(window, moment);
        from = Micros.of(range.from()) - (fromMoves ? now : 0);
        end = Micros.of(range.end()) - (endMoves ? now : 0);
        pieceStart = now;
        pieceEnd = breakAfter(moment, now);
    }

    private long breakAfter(ZonedDateTime moment, long now) {
        return switch (window) {
            case Window.Always _, Window.Dates _ -> Micros.NEVER;
            case Window.Last(Span span) -> breakOf(span, moment, now, true);
            case Window.Before(Span span) -> breakOf(span, moment, now, true);
            case Window.Ago(Span older, Span newer) ->
                Math.min(breakOf(older, moment, now, true), breakOf(newer, moment, now, true));
            case Window.Next(Span span) -> breakOf(span, moment, now, false);
            case Window.Beyond(Span span) -> breakOf(span, moment, now, false);
            case Window.Calendar(Span.Unit unit, int _, int _) -> {
                LocalDate next = Range.plus(Range.start(unit, moment.toLocalDate()), unit, 1);
                yield Math.min(midnight(next), transitionAfter(moment.toInstant()));
            }
        };
    }

    private long breakOf(Span span, ZonedDateTime moment, long now, boolean back) {
        if (!span.unit().isCalendar()) {
            return Micros.NEVER;
        }
        ZonedDateTime bound = back ? span.before(moment) : span.after(moment);
        if (span.unit().isElapsed()) {
            long there = Micros.of(bound.toInstant());
            long transition = transitionAfter(bound.toInstant().minusSeconds(2 * 86_400));
            if (transition == Micros.NEVER) {
                return Micros.NEVER;
            }
            if (transition > there + 2 * Micros.DAY) {
                return Math.min(transitionAfter(moment.toInstant()), now + (transition - there - 2 * Micros.DAY));
            }
        }
        return breakOfDay(span, moment, now, back);
    }

    /// On one day the bound lies on one other day, at the same time of day unless the clocks change on either.
    private long breakOfDay(Span span, ZonedDateTime moment, long now, boolean back) {
        LocalDate today = moment.toLocalDate();
        ZonedDateTime plain = today.atStartOfDay(java.time.ZoneOffset.UTC);
        LocalDate there = (back ? span.before(plain) : span.after(plain)).toLocalDate();
        long next = Math.min(midnight(today.plusDays(1)), transitionAfter(moment.toInstant()));
        Instant look = there.minusDays(2).atStartOfDay(zone).toInstant();
        Instant until = there.plusDays(2).atStartOfDay(zone).toInstant();
        var transition = zone.getRules().nextTransition(look);
        while (transition != null && transition.getInstant().isBefore(until)) {
            for (var time : List.of(transition.getDateTimeBefore(), transition.getDateTimeAfter())) {
                ZonedDateTime same = today.atTime(time.toLocalTime()).atZone(zone);
                next = Math.min(next, later(same.withEarlierOffsetAtOverlap(), now));
                next = Math.min(next, later(same.withLaterOffsetAtOverlap(), now));
            }
            transition = zone.getRules().nextTransition(transition.getInstant());
        }
        return next;
    }

    private static long later(ZonedDateTime moment, long now) {
        long micros = Micros.of(moment.toInstant());
        return micros > now ? micros : Micros.NEVER;
    }

    private long midnight(LocalDate day) {
        return Micros.of(day.atStartOfDay(zone).toInstant());
    }

    private long transitionAfter(Instant instant) {
        var transition = zone.getRules().nextTransition(instant);
        return transition == null ? Micros.NEVER : Micros.of(transition.getInstant());
    }
}
