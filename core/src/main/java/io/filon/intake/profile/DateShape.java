package io.filon.intake.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one text writes a day or instant, as a `strptime` pattern in which `%1` and `%2` stand for day and month in an
/// order that this text alone may not tell. `%b` and `%a` are a month and a day of the week as `english_dates` of the
/// store writes them.
///
/// @param pattern such as `%1/%2/%Y %H:%M`
/// @param timed   a time of day is written
/// @param zoned   an offset is written
public record DateShape(String pattern, boolean timed, boolean zoned) {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 60;

    /// `1/1/24` has four, `5-ene-24` three.
    private static final int FEWEST_DIGITS = 3;

    private static final String GAP = "(?<gap>T|,? +(?:[-–] |at |a las? )? *)";
    private static final String CLOCK =
            "(?<hour>\\d{1,2})(?<sign>[:.h])\\d{2}(?<second>\\k<sign>\\d{2})?(?<part>[.,]\\d{1,9})?";
    private static final String HALF = "(?<half>[ \u00a0\u202f]?[AaPp]\\.?[ \u00a0\u202f]?[Mm]\\.?)?";
    private static final String OFFSET =
            "(?<offset> ?(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?|GMT[+-]\\d{1,2}|[A-Z]{3,4}|hs?\\.?))?";
    private static final String TIME = "(?:" + GAP + CLOCK + HALF + OFFSET + ")?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME);
    private static final String EIGHT = "(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
    private static final Pattern RUN_TOGETHER = Pattern.compile(EIGHT + TIME);
    private static final Pattern CLOCK_TOGETHER = Pattern.compile(
            EIGHT + "([T ])(?:[01]\\d|2[0-3])[0-5]\\d(?<second>[0-5]\\d)?(?<offset>Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(?i)(\\d{1,2})([ -]|/| de )(\\p{L}{3,10})\\.?([ -]|/|,? del? |, ?)(\\d{4}|\\d{2})(?-i)" + TIME);
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(\\p{L}{3,10})\\.?([ /-])(\\d{1,2})(,? |[/-])(\\d{4}|(?<=[/-])\\d{2})" + TIME);
    private static final Pattern MONTHS = Pattern.compile(
            "(?i)(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|"
                    + "september|october|november|december|ene|abr|ago|set|dic|enero|febrero|marzo|abril|mayo|junio|"
                    + "julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|fev|mai|out|dez|janeiro|"
                    + "fevereiro|março|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|janv|févr|fevr|mars|"
                    + "avr|juin|juil|août|aout|déc|janvier|février|fevrier|avril|juillet|septembre|octobre|"
                    + "novembre|décembre|decembre)");
    private static final Pattern WEEKDAY =
            Pattern.compile("(?i)(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|"
                    + "thurs|fri|satur|sun)day|lun(?:es|di)?|mar(?:tes|di)?|mi[eé](?:rcoles)?|mercredi|jue(?:ves)?|jeudi|"
                    + "vie(?:rnes)?|vendredi|s[aá]b(?:ado)?|samedi|dom(?:ingo)?|dimanche|seg|ter|qua|qui|sex|"
                    + "(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?)\\.?(,? +)(.+)");
    private static final Pattern MONTH = Pattern.compile(
            "(?<first>(?:19|20)\\d{2}[-/](?:0[1-9]|1[0-2]))|(?<last>(?:0?[1-9]|1[0-2])[-/](?:19|20)\\d{2})|"
                    + "(?<name>\\p{L}{3,10})\\.?(?<gap>[ /-]| del? )(?:19|20)\\d{2}");

    /// Empty when the text is not a date.
    public static Optional<DateShape> of(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST || !hasDigits(text)) {
            return Optional.empty();
        }
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches() && in(first.group(3), 12) && in(first.group(4), 31)) {
            String sign = first.group(2);
            return Optional.of(timed("%Y" + sign + "%m" + sign + "%d", first));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches() && in(last.group(1), 31) && in(last.group(3), 31)) {
            String sign = last.group(2);
            return Optional.of(timed("%1" + sign + "%2" + sign + year(last.group(4)), last));
        }
        Optional<DateShape> plain = together(text).or(() -> named(text));
        if (plain.isPresent()) {
            return plain;
        }
        Matcher weekday = WEEKDAY.matcher(text);
        return weekday.matches()
                ? of(weekday.group(3))
                        .map(shape -> new DateShape("%a" + weekday.group(2) + shape.pattern, shape.timed, shape.zoned))
                : Optional.empty();
    }

    /// How a text writes a month of a year and no day, `2024-01` or `ene 2024`: its first day stands for it.
    static Optional<DateShape> month(String text) {
        Matcher month = MONTH.matcher(text);
        if (!month.matches()) {
            return Optional.empty();
        }
        if (month.group("name") == null) {
            boolean first = month.group("first") != null;
            String sign = text.contains("/") ? "/" : "-";
            return Optional.of(new DateShape(first ? "%Y" + sign + "%m" : "%m" + sign + "%Y", false, false));
        }
        return MONTHS.matcher(month.group("name")).matches()
                ? Optional.of(new DateShape("%b" + small(month.group("gap")) + "%Y", false, false))
                : Optional.empty();
    }

    private static boolean hasDigits(String text) {
        int digits = 0;
        for (int at = 0; at < text.length() && digits < FEWEST_DIGITS; at++) {
            digits += Character.isDigit(text.charAt(at)) ? 1 : 0;
        }
        return digits == FEWEST_DIGITS;
    }

    private static Optional<DateShape> together(String text) {
        Matcher day = RUN_TOGETHER.matcher(text);
        if (day.matches()) {
            return Optional.of(timed("%Y%m%d", day));
        }
        Matcher clock = CLOCK_TOGETHER.matcher(text);
        if (!clock.matches()) {
            return Optional.empty();
        }
        String offset = clock.group("offset");
        String seconds = clock.group("second") == null ? "" : "%S";
        return Optional.of(new DateShape(
                "%Y%m%d" + clock.group(1) + "%H%M" + seconds + (offset == null ? "" : zone(offset)),
                true,
                offset != null));
    }

    private static Optional<DateShape> named(String text) {
        Matcher day = DAY_NAME_YEAR.matcher(text);
        if (day.matches() && MONTHS.matcher(day.group(3)).matches()) {
            return Optional.of(
                    timed("%d" + small(day.group(2)) + "%b" + small(day.group(4)) + year(day.group(5)), day));
        }
        Matcher name = NAME_DAY_YEAR.matcher(text);
        if (name.matches() && MONTHS.matcher(name.group(1)).matches()) {
            return Optional.of(timed("%b" + name.group(2) + "%d" + name.group(4) + year(name.group(5)), name));
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

    private static DateShape timed(String day, Matcher matcher) {
        if (matcher.group("hour") == null) {
            return new DateShape(day, false, false);
        }
        String sign = matcher.group("sign");
        String half = matcher.group("half");
        String offset = matcher.group("offset");
        String gap = matcher.group("gap").replaceAll(" +", " ");
        // `english_dates` writes in small letters
        boolean small = half != null || day.contains("%b");
        StringBuilder pattern = new StringBuilder(day)
                .append(small ? small(gap) : gap)
                .append(half == null ? "%H" : "%I")
                .append(sign)
                .append("%M");
        if (matcher.group("second") != null) {
            pattern.append(sign).append("%S");
        }
        if (matcher.group("part") != null) {
            pattern.append(matcher.group("part").charAt(0)).append("%f");
        }
        if (half != null) {
            pattern.append(Character.isLetter(half.charAt(0)) ? "" : half.charAt(0))
                    .append("%p");
        }
        boolean zoned = offset != null && offset.strip().matches("Z|UTC|GMT|[+-].*");
        if (offset != null) {
            // `hs.` and the names of zones are passed over
            String read = zoned ? zone(offset.strip()) : offset.strip();
            pattern.append(offset.startsWith(" ") ? " " : "")
                    .append(small && !read.startsWith("%") ? small(read) : read);
        }
        return new DateShape(pattern.toString(), true, zoned);
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
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
