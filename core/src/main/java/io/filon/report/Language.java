package io.filon.report;

import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How one reader is spoken to: our sentences, and money and dates as the region writes them.
///
/// Whatever is not known is said as *no consta*, never left blank.
///
/// @param messages our sentences
/// @param formats  money, shares and dates
public record Language(Messages messages, Formats formats) {

    /// @param currency ISO code of the audit, `EUR`
    public static Language of(Locale locale, String currency) {
        return new Language(Messages.of(locale), new Formats(locale, currency));
    }

    public Locale locale() {
        return messages.locale();
    }

    /// The sentence under `key`.
    public String say(String key, Object... values) {
        return messages.say(key, values);
    }

    /// A sentence filled in. One that nobody has written yet shows its code in plain letters: tests find our gaps, and
    /// the reader keeps the report.
    public String say(Phrase phrase) {
        return messages.has(phrase.key()) ? phrase.in(messages, formats) : plain(phrase.key());
    }

    /// A word of ours by its code, `stage` and `at_risk`; a code nobody has translated is shown in plain letters.
    public String word(String family, String code) {
        String key = family + "." + code;
        return messages.has(key) ? messages.say(key) : plain(code);
    }

    private static String plain(String code) {
        return code.substring(code.indexOf('.') + 1).replace('_', ' ');
    }

    /// The same words as the start of a line.
    public String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(locale()) + words.substring(1);
    }

    public String money(@Nullable BigDecimal amount) {
        return amount == null ? unknown() : formats.money(amount);
    }

    public String exactMoney(@Nullable BigDecimal amount) {
        return amount == null ? unknown() : formats.exactMoney(amount);
    }

    public String count(long number) {
        return formats.count(number);
    }

    public String number(@Nullable Double number, int decimals) {
        return number == null ? unknown() : formats.number(number, decimals);
    }

    /// @param share 0..1
    public String share(@Nullable Double share) {
        return share == null ? unknown() : formats.share(share);
    }

    public String date(@Nullable LocalDate day) {
        return day == null ? unknown() : formats.date(day);
    }

    public String unknown() {
        return messages.say("page.unknown");
    }
}
