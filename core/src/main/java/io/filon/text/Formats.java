package io.filon.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/// Numbers, money, shares and dates as a region writes them: `1.234,56 €` in es-ES, `$1,234.56` in es-MX.
///
/// @param locale   the reader's
/// @param currency ISO code of the workspace, `EUR`
public record Formats(Locale locale, String currency) {

    /// Whole units of money, rounded half up; cents only under 10, where they matter.
    public String money(BigDecimal amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        boolean small = amount.abs().compareTo(BigDecimal.TEN) < 0 && amount.signum() != 0;
        format.setMinimumFractionDigits(small ? 2 : 0);
        format.setMaximumFractionDigits(small ? 2 : 0);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return spaced(grouped(format).format(amount));
    }

    /// To the cent, for reconciling with a ledger.
    public String exactMoney(BigDecimal amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return spaced(grouped(format).format(amount));
    }

    public String count(long number) {
        return grouped(NumberFormat.getIntegerInstance(locale)).format(number);
    }

    /// @param share 0..1, shown as a whole percentage, or with one decimal under 10 %
    public String share(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(Math.abs(share) < 0.0995 ? 1 : 0);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(share);
        return text.equals(format.format(-0.0)) ? format.format(0) : text; // a loss too small to show has no sign
    }

    public String number(double value, int decimals) {
        NumberFormat format = grouped(NumberFormat.getNumberInstance(locale));
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    // `MXN1,234` is hard to read; a no-break space parts letters from digits.
    private static String spaced(String money) {
        return money.replaceAll("(\\p{L})(?=\\d)", "$1\u00a0");
    }

    // Spanish leaves four digits ungrouped in running text; in columns of money that reads as a mistake.
    private static NumberFormat grouped(NumberFormat format) {
        format.setGroupingUsed(true);
        if (format instanceof java.text.DecimalFormat decimal) {
            decimal.setGroupingSize(3);
        }
        return format;
    }
}
