package io.filon.rule.say;

import io.filon.rule.Moment;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;

/// Lengths of time, windows and moments: rolling ones (*en los últimos 30 días*) and those of the calendar (*el mes
/// pasado*) in different words.
record TimeWords(Voice voice) {

    /// *30 días*
    String span(Span span) {
        return voice.say("rule.span", span.amount(), unit(span.unit(), span.amount() == 1));
    }

    String unit(Span.Unit unit, boolean one) {
        return voice.say("rule.unit.%s%s".formatted(unit.key(), one ? ".one" : ""));
    }

    /// When, as it follows what happened; nothing for always.
    String window(Window window) {
        return switch (window) {
            case Window.Always() -> "";
            case Window.Last(Span span) -> near("last", span);
            case Window.Next(Span span) -> near("next", span);
            case Window.Ago(Span from, Span to) -> voice.say("rule.window.ago", span(from), span(to));
            case Window.Before(Span span) -> voice.say("rule.window.before", span(span));
            case Window.Beyond(Span span) -> voice.say("rule.window.beyond", span(span));
            case Window.Dates(LocalDate from, LocalDate to) ->
                voice.say(
                        "rule.window.dates",
                        voice.formats().date(from),
                        voice.formats().date(to));
            case Window.Calendar calendar -> calendar(calendar);
        };
    }

    private String near(String word, Span span) {
        boolean one = span.amount() == 1;
        return voice.say(
                "rule.window.%s%s".formatted(word, one ? ".one" : ""),
                one ? unit(span.unit(), true) : span(span),
                gender(span.unit()));
    }

    private String calendar(Window.Calendar calendar) {
        Span.Unit unit = calendar.unit();
        String named = "rule.calendar.%s.%d".formatted(unit.key(), calendar.back());
        if (calendar.count() == 1 && voice.messages().has(named)) {
            return voice.say(named);
        }
        String length = span(new Span(calendar.count(), unit));
        if (calendar.count() > 1 && (calendar.back() == 1 || calendar.back() == -calendar.count())) {
            return voice.say(
                    "rule.calendar." + (calendar.back() == 1 ? "previous" : "following"), length, gender(unit));
        }
        String key = calendar.back() == 0 ? "current" : calendar.back() > 0 ? "past" : "ahead";
        boolean one = calendar.count() == 1;
        return voice.say(
                "rule.calendar." + key + (one ? ".one" : ""),
                one ? unit(unit, true) : length,
                gender(unit),
                span(new Span(Math.abs(calendar.back()), unit)));
    }

    /// 0 for masculine, 1 for feminine.
    int gender(Span.Unit unit) {
        return Integer.parseInt(voice.say("rule.unit.%s.gender".formatted(unit.key())));
    }

    /// When a fact is read, as it follows its name; nothing for now.
    String moment(Moment moment) {
        return switch (moment) {
            case Moment.Now() -> "";
            case Moment.Then() -> voice.say("rule.moment.then");
            case Moment.Ago(Span span) -> voice.say("rule.moment.ago", span(span));
            case Moment.On(LocalDate day) ->
                voice.say("rule.moment.on", voice.formats().date(day));
        };
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, voice.formats().locale());
    }

    String month(Month month) {
        return month.getDisplayName(TextStyle.FULL, voice.formats().locale());
    }

    /// `2026-11-27`, or `12-25` in any year.
    String day(String text) {
        if (text.length() > 5) {
            return voice.formats().date(LocalDate.parse(text));
        }
        DateTimeFormatter form = DateTimeFormatter.ofPattern(
                voice.say("rule.day_month"), voice.formats().locale());
        return voice.say("rule.every_year", form.format(MonthDay.parse("--" + text)));
    }

    /// The end of the day is 24:00.
    static String hour(LocalTime time, boolean end) {
        return end && time.equals(LocalTime.MIDNIGHT) ? "24:00" : time.toString();
    }
}
