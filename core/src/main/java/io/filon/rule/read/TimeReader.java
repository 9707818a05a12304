package io.filon.rule.read;

import io.filon.rule.FactType;
import io.filon.rule.Moment;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads lengths of time, windows and moments.
final class TimeReader {

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6}) *([a-z]+)");
    private static final Pattern CALENDAR = Pattern.compile(
            "(this|previous|next)(?: ([0-9]{1,5}))? ([a-z]+)|([0-9]{1,5}) ([a-z]+) (-?[0-9]{1,4}) back");

    private final Notes notes;

    TimeReader(Notes notes) {
        this.notes = notes;
    }

    /// `30 days`, more than 0.
    Optional<Span> span(JsonNode node, String path) {
        return span(Notes.constant(node), path);
    }

    private Optional<Span> span(String text, String path) {
        Matcher matcher = SPAN.matcher(text.strip());
        Optional<Span.Unit> unit = matcher.matches() ? Words.unit(matcher.group(2)) : Optional.empty();
        if (unit.isEmpty()) {
            return notes.refuse("rule.span_expected", path, text);
        }
        int amount = Integer.parseInt(matcher.group(1));
        return amount < 1 || amount > 100_000
                ? notes.refuse("rule.span_limits", path, text)
                : Optional.of(new Span(amount, unit.get()));
    }

    Optional<Span.Unit> unit(JsonNode node, String path) {
        Optional<Span.Unit> unit = Words.unit(Notes.text(node));
        return unit.isEmpty() ? notes.refuse("rule.span_expected", path, Notes.constant(node)) : unit;
    }

    /// `{last: 30 days}`, `{ago: 90 days .. 30 days}`, `{calendar: previous month}`…
    Optional<Window> window(JsonNode node, String path) {
        if (node.isString() && Notes.text(node).equals("always")) {
            return Optional.of(new Window.Always());
        }
        if (node.isString()) {
            return calendar(Notes.text(node), path);
        }
        if (!node.isObject() || node.size() != 1) {
            return notes.refuse("rule.window_expected", path);
        }
        Map.Entry<String, JsonNode> entry = node.properties().iterator().next();
        String at = path + "." + entry.getKey();
        JsonNode value = entry.getValue();
        return switch (entry.getKey()) {
            case "last" -> span(value, at).map(Window.Last::new);
            case "next" -> span(value, at).map(Window.Next::new);
            case "before" -> span(value, at).map(Window.Before::new);
            case "beyond" -> span(value, at).map(Window.Beyond::new);
            case "ago" -> ago(Notes.text(value), at);
            case "calendar" -> calendar(Notes.text(value), at);
            case "dates" -> dates(Notes.text(value), at);
            default -> notes.refuse("rule.window_expected", path);
        };
    }

    private Optional<Window> ago(String text, String path) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length != 2) {
            return notes.refuse("rule.window_expected", path);
        }
        Optional<Span> from = span(ends[0], path);
        Optional<Span> to = span(ends[1], path);
        return from.flatMap(far -> to.flatMap(near -> ago(far, near, path)));
    }

    private Optional<Window> ago(Span far, Span near, String path) {
        return Window.Ago.isForward(far, near)
                ? Optional.of(new Window.Ago(far, near))
                : notes.refuse("rule.window_backwards", path, far.toString(), near.toString());
    }

    private Optional<Window> calendar(String text, String path) {
        if (text.equals("today") || text.equals("yesterday")) {
            return Optional.of(new Window.Calendar(Span.Unit.DAY, 1, text.equals("today") ? 0 : 1));
        }
        Matcher matcher = CALENDAR.matcher(text);
        if (!matcher.matches()) {
            return notes.refuse("rule.window_expected", path);
        }
        boolean far = matcher.group(4) != null;
        Optional<Span.Unit> unit = Words.unit(matcher.group(far ? 5 : 3)).filter(Span.Unit::isCalendar);
        String number = matcher.group(far ? 4 : 2);
        int count = number == null ? 1 : Integer.parseInt(number);
        if (unit.isEmpty()
                || count < 1
                || count > 10_000
                || (!far && matcher.group(1).equals("this") && count > 1)) {
            return notes.refuse("rule.window_expected", path);
        }
        int back = far
                ? Integer.parseInt(matcher.group(6))
                : switch (matcher.group(1)) {
                    case "this" -> 0;
                    case "next" -> -count;
                    default -> 1;
                };
        return Optional.of(new Window.Calendar(unit.get(), count, back));
    }

    private Optional<Window> dates(String text, String path) {
        String[] ends = text.split("\\.\\.", -1);
        Optional<LocalDate> from = ends.length == 2 ? day(ends[0]) : Optional.empty();
        Optional<LocalDate> to = ends.length == 2 ? day(ends[1]) : Optional.empty();
        if (from.isEmpty() || to.isEmpty()) {
            return notes.refuse("rule.window_expected", path);
        }
        return from.get().isAfter(to.get())
                ? notes.refuse("rule.window_backwards", path, ends[0].strip(), ends[1].strip())
                : Optional.of(new Window.Dates(from.get(), to.get()));
    }

    private static Optional<LocalDate> day(String text) {
        return FactType.DATE.constant(text.strip()).map(LocalDate.class::cast);
    }

    /// `now`, `then`, `30 days ago`, `2026-01-31`.
    Optional<Moment> moment(JsonNode node, String path) {
        String text = Notes.constant(node);
        if (text.equals("now")) {
            return Optional.of(new Moment.Now());
        }
        if (text.equals("then")) {
            return Optional.of(new Moment.Then());
        }
        if (text.endsWith(" ago")) {
            return span(text.substring(0, text.length() - " ago".length()), path)
                    .map(Moment.Ago::new);
        }
        Optional<LocalDate> day = day(text);
        return day.isEmpty() ? notes.refuse("rule.moment_expected", path, text) : day.map(Moment.On::new);
    }
}
