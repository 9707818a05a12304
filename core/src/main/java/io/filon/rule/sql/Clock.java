package io.filon.rule.sql;

import io.filon.rule.Range;
import io.filon.rule.Window;
import io.filon.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What the calendar says at each instant and zone asked about, worked out in Java so that SQL does no arithmetic of
/// months and clock changes.
///
/// At one instant by one clock a value is written where it is used. Otherwise it is a column of a small table with
/// a row an instant and zone, which selects join as `f`.
final class Clock {

    private final Asked asked;
    private final boolean personal;
    private final Map<String, Function<ZonedDateTime, Object>> values = new LinkedHashMap<>();

    Clock(Asked asked, boolean personal) {
        this.asked = asked;
        this.personal = personal;
    }

    boolean isTable() {
        return personal || asked.moments();
    }

    String table() {
        return personal ? "person_clock" : "brand_clock";
    }

    /// @param name of the value, the same for the same
    Sql value(String name, Function<ZonedDateTime, Object> value) {
        if (!isTable()) {
            return Sql.of(literal(value.apply(asked.instants().getFirst().atZone(asked.brand()))));
        }
        values.putIfAbsent(name, value);
        return Sql.of("f.v%d".formatted(List.copyOf(values.keySet()).indexOf(name) + 1));
    }

    Sql now() {
        return value("now", ZonedDateTime::toInstant);
    }

    Sql zone() {
        return value("zone", now -> now.getZone().getId());
    }

    Sql from(Window window) {
        return value("from " + window, now -> Range.of(window, now).from());
    }

    Sql end(Window window) {
        return value("end " + window, now -> Range.of(window, now).end());
    }

    /// Inside the window, of what has happened.
    Sql hasHappened(String instant, Window window) {
        if (window instanceof Window.Always) {
            return isBeforeNow(instant);
        }
        Sql end = value("past end " + window, now -> {
            Instant present = now.toInstant().plusNanos(1000);
            Instant over = Range.of(window, now).end();
            return over.isBefore(present) ? over : present;
        });
        return Sql.of(instant + " >= ")
                .then(from(window))
                .then(Sql.of(" and %s < ".formatted(instant)))
                .then(end);
    }

    Sql isBeforeNow(String instant) {
        return Sql.of(instant + " <= ").then(now());
    }

    Sql contains(Sql instant, Window window) {
        return Sql.of("(")
                .then(instant)
                .then(Sql.of(" >= "))
                .then(from(window))
                .then(Sql.of(" and "))
                .then(instant)
                .then(Sql.of(" < "))
                .then(end(window))
                .then(Sql.of(")"));
    }

    /// A day belongs to a window when its start does.
    Sql containsDay(Sql day, Window window) {
        Sql from = value(
                "day from " + window, now -> firstDay(Range.of(window, now).from(), now.getZone()));
        Sql end =
                value("day end " + window, now -> firstDay(Range.of(window, now).end(), now.getZone()));
        return Sql.of("(")
                .then(day)
                .then(Sql.of(" >= "))
                .then(from)
                .then(Sql.of(" and "))
                .then(day)
                .then(Sql.of(" < "))
                .then(end)
                .then(Sql.of(")"));
    }

    /// The first day that does not begin before the instant.
    private static LocalDate firstDay(Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return day.atStartOfDay(zone).toInstant().isBefore(instant) ? day.plusDays(1) : day;
    }

    /// The table as a common table expression.
    Sql rows() {
        List<String> names = new ArrayList<>(List.of("now_at", "zone"));
        for (int i = 1; i <= values.size(); i++) {
            names.add("v" + i);
        }
        List<String> rows = new ArrayList<>();
        List<ZoneId> zones = new ArrayList<>(List.of(asked.brand()));
        if (personal) {
            asked.people().stream().filter(zone -> !zones.contains(zone)).forEach(zones::add);
        }
        for (Instant instant : asked.instants()) {
            for (ZoneId zone : zones) {
                ZonedDateTime now = instant.atZone(zone);
                List<String> cells = new ArrayList<>(List.of(literal(instant), literal(zone.getId())));
                values.values().forEach(value -> cells.add(literal(value.apply(now))));
                rows.add("    (" + String.join(", ", cells) + ")");
            }
        }
        return Sql.of("%s (%s) as (\n    values\n%s\n)"
                .formatted(table(), String.join(", ", names), String.join(",\n", rows)));
    }

    /// Values of our own making: instants, days, whole numbers and names of zones.
    static String literal(Object value) {
        return switch (value) {
            case Instant instant ->
                "timestamptz '%s+00'"
                        .formatted(instant.toString().replace('T', ' ').replace("Z", ""));
            case LocalDate day -> "date '%s'".formatted(day);
            case String text -> Sql.literal(text);
            case Long number -> number.toString();
            default -> throw new IllegalArgumentException("no literal: " + value);
        };
    }
}
