package io.filon.message.draft;

import io.filon.message.declared.Register;
import io.filon.message.evidence.Figure.Unit;
import io.filon.message.evidence.Rounded;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// Says things to customers, in one language and with one way of addressing them.
public final class Copy {

    private final Messages messages;
    private final Formats formats;
    private final Register register;

    /// @param reader whose region's words and numbers count where the language is the same
    public Copy(Register register, Locale reader, String currency) {
        Locale locale = register.locale(reader);
        this.messages = Messages.of(locale);
        this.formats = new Formats(locale, currency);
        this.register = register;
    }

    boolean has(String key) {
        return messages.has(key);
    }

    String say(String key, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = register == Register.TU ? 1 : 0;
        System.arraycopy(values, 0, all, 1, values.length);
        return capital(messages.say(key, all));
    }

    /// Of so many people: *más del 60 %*.
    String part(Rounded number) {
        return number(number, number.unit() == Unit.SHARE ? "part" : "plain");
    }

    /// So much of something: *más de un 12 %*, *más de 45 €*.
    public String amount(Rounded number) {
        return number(number, number.unit() == Unit.SHARE ? "share" : "plain");
    }

    /// As [#part] or [#amount], whichever goes with what is said.
    String of(Rounded number, boolean people) {
        return people ? part(number) : amount(number);
    }

    private String number(Rounded number, String form) {
        String bound = number.bound().name().toLowerCase(Locale.ROOT);
        return messages.say("copy.figure." + bound + "." + form, 0, bare(number));
    }

    private String bare(Rounded number) {
        double value = number.number();
        return switch (number.unit()) {
            case SHARE -> formats.share(value);
            case MONEY -> formats.exactMoney(BigDecimal.valueOf(value)).replaceAll("[.,]00(?!\\d)", "");
            case COUNT -> formats.number(value, 0);
            case TIMES, MINUTES, HOURS, DAYS, MONTHS, YEARS ->
                messages.say(
                        "copy.unit." + number.unit().name().toLowerCase(Locale.ROOT),
                        0,
                        formats.number(value, 1),
                        value);
        };
    }

    /// *la gran superficie y en el bazar*
    String places(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + messages.say("copy.and") + names.getLast();
    }

    static String capital(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (Character.isLetterOrDigit(words.charAt(i))) {
                return words.substring(0, i) + Character.toUpperCase(words.charAt(i)) + words.substring(i + 1);
            }
        }
        return words;
    }

    /// A sentence the company wrote, with its full stop.
    static String stopped(String words) {
        return words.matches("(?s).*[.!?…]") ? words : words + ".";
    }
}
