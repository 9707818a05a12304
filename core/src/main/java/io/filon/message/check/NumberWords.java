package io.filon.message.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// Numbers in words, without accents: *treinta y cinco*, *two hundred*.
///
/// `un`, `una` and `one` alone are articles and pronouns, no numbers; in *uno de cada tres* they count.
final class NumberWords {

    private static final Map<String, Integer> SPANISH = table(
            "cero 0 uno 1 un 1 una 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12"
                    + " trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20"
                    + " veintiuno 21 veintiun 21 veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26"
                    + " veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40 cincuenta 50 sesenta 60"
                    + " setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200"
                    + " trescientos 300 trescientas 300 cuatrocientos 400 quinientos 500 quinientas 500 seiscientos 600"
                    + " setecientos 700 ochocientos 800 novecientos 900 mil 1000 miles 1000 cientos 100 decenas 10"
                    + " docena 12 docenas 12 millon 1000000 millones 1000000");

    private static final Map<String, Integer> ENGLISH =
            table("zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12"
                    + " thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20"
                    + " thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 hundreds 100"
                    + " thousand 1000 thousands 1000 million 1000000 millions 1000000 dozen 12 dozens 12");

    private final Map<String, Integer> words;

    private NumberWords(Map<String, Integer> words) {
        this.words = words;
    }

    static NumberWords of(boolean english) {
        return new NumberWords(english ? ENGLISH : SPANISH);
    }

    /// Alternatives of a regular expression, the longest first.
    String pattern() {
        return String.join(
                "|",
                words.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .toList());
    }

    /// The value of words as [#pattern] finds them, joined by spaces, hyphens, *y* or *and*.
    OptionalDouble value(String text) {
        double whole = 0;
        double part = 0;
        boolean any = false;
        for (String word : text.split("[^a-z]+")) {
            Integer value = words.get(word);
            if (value == null) {
                continue;
            }
            any = true;
            if (value >= 1000) {
                whole += Math.max(1, part) * value;
                part = 0;
            } else if (value == 100 && part > 0 && part < 100) {
                part *= 100;
            } else {
                part += value;
            }
        }
        return any ? OptionalDouble.of(whole + part) : OptionalDouble.empty();
    }

    private static Map<String, Integer> table(String pairs) {
        Map<String, Integer> table = new LinkedHashMap<>();
        String[] cells = pairs.split(" ");
        for (int i = 0; i < cells.length; i += 2) {
            table.put(cells[i], Integer.valueOf(cells[i + 1]));
        }
        return table;
    }
}
