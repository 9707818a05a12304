package io.filon.intake.file.text;

import java.util.Currency;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a cell's text looks like, as far as telling names from values needs it.
public final class Cells {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /// A sign of money, alone or after letters; or three letters, which the caller must check to be a currency's code.
    private static final String MONEY = "(?:[A-Z]{0,2}\\p{Sc}|([A-Z]{3}))?";

    private static final Pattern NUMBER =
            Pattern.compile("[-+(]?\\s*%1$s\\s*[-+]?\\d[\\d.,'\\u00a0 ]*\\s*(?:%%|%1$s)\\)?".formatted(MONEY));

    private static final Pattern PERCENTAGE = Pattern.compile("\\d{1,2}([.,]\\d{1,2})? ?%");

    private static final Pattern DATE = Pattern.compile(
            "\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*|\\d{4}-\\d{2}|\\d{1,2}[- ]\\p{L}{3,10}\\.?[- ]\\d{2,4}.*|\\d{1,2}:\\d{2}(:\\d{2})?");

    private Cells() {}

    /// A number, an amount, a date or a time. Letters beside a number make an amount of it only when they are the code
    /// of a currency: `EUR 21` is one, `IVA 21%` and `DTO1` are names.
    public static boolean typed(String cell) {
        String text = Row.trimmed(cell);
        return number(text) || DATE.matcher(text).matches();
    }

    private static boolean number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() && currency(matcher.group(1)) && currency(matcher.group(2));
    }

    private static boolean currency(@Nullable String code) {
        return code == null || CURRENCIES.contains(code);
    }

    /// A bare percentage, which may name the column of what it yields.
    static boolean percentage(String cell) {
        return PERCENTAGE.matcher(Row.trimmed(cell)).matches();
    }

    /// A date or a time.
    public static boolean date(String cell) {
        return DATE.matcher(Row.trimmed(cell)).matches();
    }

    /// Could name a column: short, on one line, no address of mail or page.
    public static boolean name(String cell) {
        String text = Row.trimmed(cell);
        return text.length() <= 200
                && !typed(text)
                && text.indexOf('@') < 0
                && !text.contains("://")
                && text.indexOf('\n') < 0;
    }
}
