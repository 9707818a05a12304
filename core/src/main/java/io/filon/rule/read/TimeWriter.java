package io.filon.rule.read;

import io.filon.rule.Moment;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/// Writes windows and moments as [TimeReader] reads them.
final class TimeWriter {

    private TimeWriter() {}

    static JsonNode window(Window window) {
        return switch (window) {
            case Window.Always() -> Tree.text("always");
            case Window.Last(Span span) -> Tree.one("last", span(span));
            case Window.Next(Span span) -> Tree.one("next", span(span));
            case Window.Before(Span span) -> Tree.one("before", span(span));
            case Window.Beyond(Span span) -> Tree.one("beyond", span(span));
            case Window.Ago(Span from, Span to) -> Tree.one("ago", Tree.text(from + " .. " + to));
            case Window.Dates(LocalDate from, LocalDate to) -> Tree.one("dates", Tree.text(from + " .. " + to));
            case Window.Calendar calendar -> Tree.one("calendar", Tree.text(calendar(calendar)));
        };
    }

    static JsonNode span(Span span) {
        return Tree.text(span.toString());
    }

    static JsonNode moment(Moment moment) {
        return Tree.text(
                switch (moment) {
                    case Moment.Now() -> "now";
                    case Moment.Then() -> "then";
                    case Moment.Ago(Span span) -> span + " ago";
                    case Moment.On(LocalDate day) -> day.toString();
                });
    }

    private static String calendar(Window.Calendar window) {
        String unit = window.unit().key();
        if (window.count() == 1 && window.back() == 0) {
            return "this " + unit;
        }
        String units = window.count() == 1 ? unit : window.count() + " " + unit + "s";
        if (window.back() == 1) {
            return "previous " + units;
        }
        return window.back() == -window.count()
                ? "next " + units
                : "%d %s %d back".formatted(window.count(), unit, window.back());
    }
}
