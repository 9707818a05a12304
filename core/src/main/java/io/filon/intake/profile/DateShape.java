package io.filon.intake.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one text writes a day or instant, as a `strptime` pattern in which `%1` and `%2` stand for day and month in an
/// order that this text alone may not tell. `%b` is a month as `english_dates` of the store writes it.
///
/// @param pattern such as `%1/%2/%Y %H:%M`
/// @param timed   a time of day is written
/// @param zoned   an offset is written
public record DateShape(String pattern, boolean timed, boolean zoned) {

    private static final String TIME =
            "(?:([T ]| +)(\\d{1,2}:\\d{2})(:\\d{2})?([.,]\\d{1,9})?( ?[AaPp]\\.? ?[Mm]\\.?)?( ?(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?|GMT[+-]\\d{1,2}|[A-Z]{3,4}|hs?\\.?))?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME);
    private static final Pattern RUN_TOGETHER = Pattern.compile("(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Pattern DAY_NAME_YEAR =
            Pattern.compile("(\\d{1,2})([ -]|/| de )([\\p{L}]{3,10})\\.?([ -]|/|,? de |, ?)(\\d{4}|\\d{2})" + TIME);
    private static final Pattern NAME_DAY_YEAR = Pattern.compile("([\\p{L}]{3,10})\\.? (\\d{1,2}),? (\\d{4})" + TIME);
    private static final Pattern MONTHS = Pattern.compile(
            "(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|"
                    + "september|october|november|december|ene|abr|ago|set|dic|enero|febrero|marzo|abril|mayo|junio|julio|"
                    + "agosto|septiembre|setiembre|octubre|noviembre|diciembre)");

    /// Empty when the text is not a date.
    public static Optional<DateShape> of(String text) {
        if (text.length() < 6 || text.length() > 40) {
            return Optional.empty();
        }
        Matcher run = RUN_TOGETHER.matcher(text);
        if (run.matches()) {
            return Optional.of(new DateShape("%Y%m%d", false, false));
        }
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches() && in(first.group(3), 12) && in(first.group(4), 31)) {
            String sign = first.group(2);
            return Optional.of(timed("%Y" + sign + "%m" + sign + "%d", first, 5));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches() && in(last.group(1), 31) && in(last.group(3), 31)) {
            String sign = last.group(2);
            return Optional.of(timed("%1" + sign + "%2" + sign + year(last.group(4)), last, 5));
        }
        return named(text);
    }

    private static Optional<DateShape> named(String text) {
        Matcher day = DAY_NAME_YEAR.matcher(text);
        if (day.matches() && MONTHS.matcher(day.group(3)).matches()) {
            return Optional.of(timed("%d" + day.group(2) + "%b" + day.group(4) + year(day.group(5)), day, 6));
        }
        Matcher name = NAME_DAY_YEAR.matcher(text);
        if (name.matches() && MONTHS.matcher(name.group(1)).matches()) {
            String comma = text.contains(name.group(2) + ",") ? "," : "";
            return Optional.of(timed("%b %d" + comma + " %Y", name, 4));
        }
        return Optional.empty();
    }

    private static boolean in(String digits, int most) {
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= most;
    }

    private static String year(String digits) {
        return digits.length() == 2 ? "%y" : "%Y";
    }

    private static DateShape timed(String day, Matcher matcher, int from) {
        String clock = matcher.group(from + 1);
        if (clock == null) {
            return new DateShape(day, false, false);
        }
        String half = matcher.group(from + 4);
        String offset = matcher.group(from + 5);
        StringBuilder pattern = new StringBuilder(day)
                .append("T".equals(matcher.group(from)) ? "T" : " ")
                .append(half == null ? "%H:%M" : "%I:%M");
        if (matcher.group(from + 2) != null) {
            pattern.append(":%S");
        }
        if (matcher.group(from + 3) != null) {
            pattern.append(matcher.group(from + 3).charAt(0)).append("%f");
        }
        if (half != null) {
            pattern.append(half.startsWith(" ") ? " %p" : "%p");
        }
        boolean zoned = offset != null && offset.strip().matches("Z|UTC|GMT|[+-].*");
        if (offset != null) {
            pattern.append(offset.startsWith(" ") ? " " : "")
                    .append(zoned ? zone(offset.strip()) : local(pattern, offset.strip()));
        }
        return new DateShape(pattern.toString(), true, zoned);
    }

    // `hs.` and the names of zones are passed over; texts with a month's name or am and pm are read in small letters
    private static String local(CharSequence pattern, String sign) {
        boolean small = pattern.toString().matches(".*%[bp].*");
        return small ? sign.toLowerCase(Locale.ROOT) : sign;
    }

    // strptime knows offsets; a bare Z is only a letter to it, and names of zones are another sign
    private static String zone(String offset) {
        return switch (offset) {
            case "Z" -> "Z";
            case "UTC", "GMT" -> "%Z";
            default -> "%z";
        };
    }
}
