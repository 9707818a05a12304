package io.filon.intake.profile;

import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.ValueFormat;
import io.filon.intake.profile.ColumnProfile.DecimalVotes;
import io.filon.intake.profile.ColumnProfile.Value;
import io.filon.intake.recipe.HeaderWords;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides the decimal sign of each column of a file: by its own values, else by the file's other columns, else by
/// the delimiter; what stays open is a doubt.
final class Numbers {

    private static final Set<String> CODES = Set.of(
            "eur", "usd", "gbp", "mxn", "ars", "cop", "clp", "brl", "pen", "uyu", "cad", "aud", "chf", "jpy", "sek",
            "nok", "dkk", "pln");
    private static final Set<String> ISO = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([A-Z]{3})[)\\]]");
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");
    private static final Pattern SIGN = Pattern.compile("\\p{Sc}");
    private static final Pattern CODE = Pattern.compile("\\b([A-Z]{3})\\b");

    private record Sign(String code, Pattern written) {}

    /// `s/` alone may be *sin*.
    private static final List<Sign> SIGNS = List.of(
            new Sign("EUR", Pattern.compile("€")),
            new Sign("GBP", Pattern.compile("£")),
            new Sign("USD", Pattern.compile("\\bUS ?\\$|\\bU\\$[SD]\\b")),
            new Sign("BRL", Pattern.compile("\\bR\\$")),
            new Sign("MXN", Pattern.compile("\\bMX\\$")),
            new Sign("PEN", Pattern.compile("^-?S/\\.? ?-?\\d|[(\\[]S/\\.?[)\\]]")));

    /// In a header these say that whole numbers count hundredths of the currency.
    private static final Set<String> CENTS =
            Set.of("cents", "cent", "centimos", "centavos", "centimes", "centesimi", "pence");

    private final RawTable raw;
    private final List<ColumnProfile> profiles;
    private final List<Doubt> doubts = new ArrayList<>();
    private final char fileSign;

    Numbers(RawTable raw, List<ColumnProfile> profiles) {
        this.raw = raw;
        this.profiles = profiles;
        this.fileSign = fileSign();
    }

    List<Doubt> doubts() {
        return doubts;
    }

    ValueFormat.Numeric of(ColumnProfile profile, boolean rate) {
        DecimalVotes votes = profile.shapes().decimals();
        boolean both = votes.point() > 0 && votes.comma() > 0;
        if (both && Math.min(votes.point(), votes.comma()) * 200 > votes.point() + votes.comma()) {
            doubts.add(new Doubt(
                    "mixed_decimals",
                    raw.file(),
                    profile.header(),
                    1,
                    List.of(Math.min(votes.point(), votes.comma()), votes.point() + votes.comma())));
        }
        char sign = votes.point() > votes.comma() ? '.' : votes.comma() > votes.point() ? ',' : open(profile, votes);
        return new ValueFormat.Numeric(sign, percent(profile, rate) || cents(profile), currency(profile));
    }

    // no value tells: all are whole, or have exactly three digits after one sign
    private char open(ColumnProfile profile, DecimalVotes votes) {
        long openComma = votes.openComma();
        long openPoint = votes.openPoint();
        if (openComma == 0 && openPoint == 0) {
            return fileSign == '?' ? '.' : fileSign;
        }
        if (fileSign != '?') {
            return fileSign;
        }
        if (";".equals(raw.delimiter()) && !besideSmallWholes(profile)) {
            return ',';
        }
        char sign = thousandsLikely(profile) ? (openComma > openPoint ? '.' : ',') : openComma > openPoint ? ',' : '.';
        String example = profile.values().stream()
                .map(Value::text)
                .filter(text -> NumberShape.of(text)
                        .map(shape -> shape.evidence().name().endsWith("THOUSAND"))
                        .orElse(false))
                .findFirst()
                .orElse("");
        doubts.add(new Doubt(
                "ambiguous_decimals", raw.file(), profile.header(), 1, List.of(example, String.valueOf(sign))));
        return sign;
    }

    /// Whether all plain numbers are under 1000, so that whoever wrote them wrote larger ones in groups of three.
    private static boolean besideSmallWholes(ColumnProfile profile) {
        return profile.shapes().decimals().none() > 0
                && profile.share(text -> FOUR_DIGITS.matcher(text).find()) == 0
                && thousandsLikely(profile);
    }

    // beside plain whole numbers under 1000, a group of three reads as thousands
    private static boolean thousandsLikely(ColumnProfile profile) {
        DecimalVotes votes = profile.shapes().decimals();
        boolean money = profile.share(text -> SIGN.matcher(text).find()) > 0.9; // which has two decimals or none
        return money || votes.none() * 50 > votes.openComma() + votes.openPoint();
    }

    private char fileSign() {
        long point = 0;
        long comma = 0;
        for (ColumnProfile profile : profiles) {
            if (profile.shapes().numbers() > 0.9 && profile.shapes().dates() < 0.5) {
                DecimalVotes votes = profile.shapes().decimals();
                point += votes.point() > votes.comma() ? 1 : 0;
                comma += votes.comma() > votes.point() ? 1 : 0;
            }
        }
        return point > comma ? '.' : comma > point ? ',' : '?';
    }

    // 20 means 0.20 when written with a sign, or when a rate goes beyond 1
    private static boolean percent(ColumnProfile profile, boolean rate) {
        if (profile.shapes().percents() > 0.5) {
            return true;
        }
        return rate && profile.share(text -> leading(text) > 1) > 0.01;
    }

    private static boolean cents(ColumnProfile profile) {
        return HeaderWords.of(profile.header()).stream().anyMatch(CENTS::contains)
                && profile.share(text -> text.matches("[+-]?\\d+")) == 1;
    }

    private static double leading(String text) {
        Matcher matcher = Pattern.compile("\\d+").matcher(text);
        return matcher.find() && matcher.group().length() < 9 ? Double.parseDouble(matcher.group()) : 0;
    }

    /// The ISO code that header or cells name; empty for a bare `$`, which many currencies share.
    static String currency(ColumnProfile profile) {
        for (String word : HeaderWords.of(profile.header())) {
            if (CODES.contains(word)) {
                return word.toUpperCase(Locale.ROOT);
            }
            if (word.equals("euros")) {
                return "EUR";
            }
        }
        Matcher apart = IN_BRACKETS.matcher(profile.header());
        if (apart.find() && ISO.contains(apart.group(1))) {
            return apart.group(1);
        }
        for (Sign sign : SIGNS) {
            if (sign.written.matcher(profile.header()).find()
                    || profile.share(text -> sign.written.matcher(text).find()) > 0.5) {
                return sign.code;
            }
        }
        String first =
                profile.values().isEmpty() ? "" : profile.values().getFirst().text();
        Matcher code = CODE.matcher(first);
        boolean written = code.find() && CODES.contains(code.group(1).toLowerCase(Locale.ROOT));
        return written && profile.share(text -> text.contains(code.group(1))) > 0.9 ? code.group(1) : "";
    }
}
