package io.filon.intake.profile;

import java.util.Optional;
import java.util.regex.Pattern;

/// What one text says about how numbers are written.
///
/// @param evidence which sign is the decimal one, as far as this text alone can tell
/// @param whole    no fraction, whichever the sign
/// @param percent  written with a percent sign
public record NumberShape(Evidence evidence, boolean whole, boolean percent) {

    /// `COMMA_OR_THOUSAND`: `1,234` may be either; `POINT_OR_THOUSAND`: `1.234` likewise.
    public enum Evidence {
        NONE,
        POINT,
        COMMA,
        COMMA_OR_THOUSAND,
        POINT_OR_THOUSAND
    }

    private static final Pattern MARKS = Pattern.compile(
            "(?i)[$€£¥%\\s\\u00a0\\u202f]|\\b(eur|euros?|usd|us|gbp|mxn|ars|cop|clp|brl|pen|uyu|cad|aud|chf)\\b|R\\$|S/\\.?");
    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final Pattern EXPONENT = Pattern.compile("\\d+([.]\\d+)?[eE][+-]?\\d+");
    private static final Pattern ONE_POINT = Pattern.compile("\\d*\\.\\d+");
    private static final Pattern ONE_COMMA = Pattern.compile("\\d*,\\d+");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("\\d{1,3}([.'’]\\d{3})+(,\\d*)?");
    private static final Pattern THOUSAND = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    /// Nothing, as spreadsheets write it in accounts.
    private static final Pattern NIL =
            Pattern.compile("\\p{Sc}[\\s\\u00a0\\u202f]*[−–-]|[−–-][\\s\\u00a0\\u202f]*\\p{Sc}");

    /// Empty when the text is not a number.
    public static Optional<NumberShape> of(String text) {
        if (NIL.matcher(text).matches()) {
            return Optional.of(new NumberShape(Evidence.NONE, true, false));
        }
        if (text.length() > 40 || text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        boolean percent = text.endsWith("%");
        String bare = unsigned(MARKS.matcher(text).replaceAll(""));
        if (PLAIN.matcher(bare).matches()) {
            return Optional.of(new NumberShape(Evidence.NONE, true, percent));
        }
        if (EXPONENT.matcher(bare).matches()) {
            return Optional.of(new NumberShape(Evidence.POINT, false, percent));
        }
        return separated(bare).map(evidence -> new NumberShape(evidence, hasNoFraction(bare), percent));
    }

    private static String unsigned(String bare) {
        if (bare.startsWith("(") && bare.endsWith(")") && bare.length() > 2) {
            return bare.substring(1, bare.length() - 1);
        }
        String start = bare.startsWith("-") || bare.startsWith("−") || bare.startsWith("+") ? bare.substring(1) : bare;
        return start.endsWith("-") ? start.substring(0, start.length() - 1) : start;
    }

    private static Optional<Evidence> separated(String bare) {
        if (THOUSAND.matcher(bare).matches()) {
            return Optional.of(bare.indexOf(',') >= 0 ? Evidence.COMMA_OR_THOUSAND : Evidence.POINT_OR_THOUSAND);
        }
        if (ONE_POINT.matcher(bare).matches() || GROUPED_BY_COMMA.matcher(bare).matches()) {
            return Optional.of(Evidence.POINT);
        }
        if (ONE_COMMA.matcher(bare).matches() || GROUPED_BY_POINT.matcher(bare).matches()) {
            return Optional.of(Evidence.COMMA);
        }
        return Optional.empty();
    }

    private static boolean hasNoFraction(String bare) {
        int sign = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
        return bare.substring(sign + 1).chars().allMatch(digit -> digit == '0');
    }
}
