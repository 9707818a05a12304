package io.filon.demo.shop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/// The shop's days, numbered from 0: how busy each is, and its written forms, made once.
public final class Calendar {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    public final int days;
    private final LocalDate from;
    private final String[] iso;
    private final String[] spanish;
    private final int[] offsetSeconds;

    public Calendar(LocalDate from, int days) {
        this.from = from;
        this.days = days;
        iso = new String[days];
        spanish = new String[days];
        offsetSeconds = new int[days];
        for (int day = 0; day < days; day++) {
            LocalDate date = date(day);
            iso[day] = date.toString();
            spanish[day] = spanish(date);
            offsetSeconds[day] = date.atTime(12, 0).atZone(MADRID).getOffset().getTotalSeconds();
        }
    }

    public LocalDate date(int day) {
        return from.plusDays(day);
    }

    /// `2024-03-05`
    public String iso(int day) {
        return day >= 0 && day < days ? iso[day] : date(day).toString();
    }

    /// `05/03/2024`
    public String spanish(int day) {
        return day >= 0 && day < days ? spanish[day] : spanish(date(day));
    }

    /// What Madrid's clock is ahead of UTC that day.
    public int offsetSeconds(int day) {
        return offsetSeconds[day];
    }

    public boolean weekend(int day) {
        DayOfWeek weekday = date(day).getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }

    /// January and July: the sales.
    public boolean rebajas(int day) {
        MonthDay at = MonthDay.from(date(day));
        return (at.getMonthValue() == 1 && at.getDayOfMonth() >= 7) || at.getMonthValue() == 7;
    }

    /// How many orders an ordinary customer places that day, 1 being usual.
    public double season(int day) {
        MonthDay at = MonthDay.from(date(day));
        int dayOfYear = at.getMonthValue() * 100 + at.getDayOfMonth();
        if (dayOfYear == 1225 || dayOfYear == 101 || dayOfYear == 106) {
            return 0.25;
        }
        if (dayOfYear >= 1124 && dayOfYear <= 1130) {
            return 2.2;
        }
        if ((dayOfYear >= 1201 && dayOfYear <= 1222) || (dayOfYear >= 102 && dayOfYear <= 105)) {
            return 1.7;
        }
        if (rebajas(day)) {
            return 1.2;
        }
        return at.getMonthValue() == 8 ? 0.7 : 0.9;
    }

    public static String spanish(LocalDate date) {
        return two(date.getDayOfMonth()) + '/' + two(date.getMonthValue()) + '/' + date.getYear();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
