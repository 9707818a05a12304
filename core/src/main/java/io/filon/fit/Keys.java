package io.filon.fit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names and numbers as people write them, made comparable.
public final class Keys {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private Keys() {}

    /// Without capitals, accents, blanks and signs: `Canal de captación` is `canaldecaptacion`.
    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// NaN when it is no number. `1.234,5` and `1,234.5` are read by their last mark.
    static double number(String text) {
        if (!startsLikeNumber(text)) {
            return Double.NaN;
        }
        if (PLAIN.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        String plain = text.replaceAll("[\\s\u00a0€$£%]", "");
        if (plain.lastIndexOf(',') > plain.lastIndexOf('.')) {
            plain = plain.replace(".", "").replace(',', '.');
        } else {
            plain = plain.replace(",", "");
        }
        return PLAIN.matcher(plain).matches() ? Double.parseDouble(plain) : Double.NaN;
    }

    /// Most words are none, and need no closer look.
    private static boolean startsLikeNumber(String text) {
        return !text.isEmpty() && !Character.isLetter(text.charAt(0));
    }

    /// Days since 1970-01-01; -1 when it is no day.
    static long day(String text) {
        String date = text.length() >= 10 ? text.substring(0, 10) : text;
        try {
            if (date.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return java.time.LocalDate.parse(date).toEpochDay();
            }
            if (date.matches("\\d{2}[/.-]\\d{2}[/.-]\\d{4}")) {
                int first = Integer.parseInt(date.substring(0, 2));
                int second = Integer.parseInt(date.substring(3, 5));
                int year = Integer.parseInt(date.substring(6));
                return second > 12
                        ? java.time.LocalDate.of(year, first, second).toEpochDay()
                        : java.time.LocalDate.of(year, second, first).toEpochDay();
            }
        } catch (java.time.DateTimeException notADay) {
            return -1;
        }
        return -1;
    }
}
