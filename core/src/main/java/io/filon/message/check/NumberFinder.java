package io.filon.message.check;

import io.filon.message.evidence.Figure.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds every number of a text, in digits (`1.234,56 €`, `30 %`, `x3`) or in words (*la mitad*, *dos de cada tres*,
/// *twice*, *treinta y cinco*), each once: what a longer expression took is not looked at again.
public final class NumberFinder {

    private static final String DIGITS = "\\d+(?:[.,' ]\\d{3})*(?:[.,]\\d+)?";
    private static final String UPPER =
            "(?<!no )\\b(?:menos de|por debajo de|inferior(?:es)? a|como maximo|como mucho|a lo"
                    + " sumo|under|less than|fewer than|below|at most)(?: (?:el|la|los|un|una|an?|del))?\\W*$";
    private static final String ALSO_UPPER = "\\b(?:no mas de|no more than)(?: (?:el|un|una))?\\W*$";
    private static final Pattern IS_UPPER = Pattern.compile(UPPER + "|" + ALSO_UPPER);

    private final Plain text;
    private final boolean english;
    private final NumberWords words;
    private final boolean[] taken;
    private final List<FoundNumber> found = new ArrayList<>();

    private record Amount(double value, Unit unit) {}

    private NumberFinder(Plain text, boolean english) {
        this.text = text;
        this.english = english;
        this.words = NumberWords.of(english);
        this.taken = new boolean[text.plain().length()];
    }

    /// In the order they stand.
    ///
    /// @param english how decimals and words are read
    public static List<FoundNumber> in(Plain text, boolean english) {
        NumberFinder finder = new NumberFinder(text, english);
        finder.fractions();
        finder.multiples();
        finder.amounts();
        return finder.found.stream()
                .sorted(Comparator.comparingInt(FoundNumber::start))
                .toList();
    }

    private void fractions() {
        String number = "(" + DIGITS + "|" + words.pattern() + ")";
        each(number + " (?:de cada|out of(?: every)?|in(?: every)?|of every) " + number, match -> {
            double top = number(match.group(1));
            double bottom = number(match.group(2));
            return bottom > 0 && top <= bottom ? new Amount(top / bottom, Unit.SHARE) : null;
        });
        each("\\b(?:la )?mitad\\b|\\bhalf\\b", _ -> new Amount(0.5, Unit.SHARE));
        each(
                "\\b(?:(un|una|a|one|dos|two|tres|three|cuatro|four) )(tercios?|terceras? partes?|thirds?|cuartos?|cuartas?"
                        + " partes?|quarters?|quintos?|quintas? partes?|fifths?|decimas? partes?|tenths?)\\b",
                match -> new Amount(number(match.group(1)) / parts(match.group(2)), Unit.SHARE));
    }

    private static double parts(String word) {
        return word.startsWith("ter") || word.startsWith("th")
                ? 3
                : word.startsWith("cuar") || word.startsWith("quar") ? 4 : word.matches("(quin|fif).*") ? 5 : 10;
    }

    private void multiples() {
        each("\\b(?:el )?doble\\b|\\bdouble[sd]?\\b|\\btwice\\b|\\bduplic\\w+", _ -> new Amount(2, Unit.TIMES));
        each("\\btriple[sd]?\\b|\\btriplic\\w+|\\bthrice\\b", _ -> new Amount(3, Unit.TIMES));
        each("\\bcuadrupl\\w+|\\bquadrupl\\w+", _ -> new Amount(4, Unit.TIMES));
        each("\\b(\\d+) ?[x×] ?(\\d+)\\b", match -> new Amount(Double.parseDouble(match.group(1)), Unit.COUNT));
        each("\\b[x×] ?(\\d+(?:[.,]\\d+)?)\\b", match -> new Amount(number(match.group(1)), Unit.TIMES));
        each("\\b(\\d+(?:[.,]\\d+)?) ?[x×](?!\\p{L})", match -> new Amount(number(match.group(1)), Unit.TIMES));
    }

    private void amounts() {
        String unit =
                "(?: ?(%|por ?ciento|per ?cent|€|£|\\$|euros?|eur|usd|dolares|dollars?|pesos|pounds?|minut\\w+|mins?|"
                        + "horas?|hours?|hrs?|h|dias?|days?|semanas?|weeks?|mes|meses|months?|anos?|years?|veces|times)(?!\\p{L}))?";
        each("([€£$]) ?(" + DIGITS + ")", match -> new Amount(number(match.group(2)), Unit.MONEY));
        each("(?<![\\p{L}\\d])(" + DIGITS + ")" + unit, match -> amount(number(match.group(1)), match.group(2)));
        String word = "(?:" + words.pattern() + ")";
        each("(?<!\\p{L})(" + word + "(?:(?:[ -]| y | and )" + word + ")*)(?!\\p{L})" + unit, match -> {
            boolean article = match.group(1).matches("un|una|uno|one") && match.group(2) == null;
            return article ? null : ofWords(match);
        });
    }

    /// *un mes*, *one day*: said of time they are no claim of an amount.
    private @Nullable Amount ofWords(java.util.regex.MatchResult match) {
        String unit = match.group(2);
        boolean article = match.group(1).matches("un|una|uno|one");
        OptionalDouble value = words.value(match.group(1));
        if (value.isEmpty() || (article && !unit.matches("%|por ?ciento|per ?cent"))) {
            return null;
        }
        return amount(value.getAsDouble(), unit);
    }

    private static Amount amount(double value, @Nullable String unit) {
        if (unit == null) {
            return new Amount(value, Unit.COUNT);
        }
        return switch (unit.charAt(0)) {
            case '%' -> new Amount(value / 100, Unit.SHARE);
            case 'h' -> new Amount(value, Unit.HOURS);
            case 's', 'w' -> new Amount(7 * value, Unit.DAYS);
            case 'a', 'y' -> new Amount(value, Unit.YEARS);
            case 'v', 't' -> new Amount(value, Unit.TIMES);
            case 'm' -> new Amount(value, unit.startsWith("min") ? Unit.MINUTES : Unit.MONTHS);
            case 'd' -> new Amount(value, unit.startsWith("dol") || unit.startsWith("dollar") ? Unit.MONEY : Unit.DAYS);
            case 'p' ->
                unit.startsWith("peso") || unit.startsWith("pound")
                        ? new Amount(value, Unit.MONEY)
                        : new Amount(value / 100, Unit.SHARE);
            default -> new Amount(value, Unit.MONEY);
        };
    }

    private double number(String written) {
        return Character.isDigit(written.charAt(0))
                ? digits(written, english)
                : written.equals("a") ? 1 : words.value(written).orElse(1);
    }

    /// Of two signs the last is the decimal one; a single one before three digits groups thousands where the language
    /// writes them so.
    static double digits(String written, boolean english) {
        String bare = written.replaceAll("[ ']", "");
        char decimal = english ? '.' : ',';
        int last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
        if (last >= 0) {
            char sign = bare.charAt(last);
            boolean both = bare.indexOf('.') >= 0 && bare.indexOf(',') >= 0;
            boolean once = bare.indexOf(sign) == last;
            boolean thousands = bare.length() - last == 4 && sign != decimal;
            decimal = both || (once && !thousands) ? sign : decimal;
        }
        char group = decimal == '.' ? ',' : '.';
        return Double.parseDouble(bare.replace(String.valueOf(group), "").replace(decimal, '.'));
    }

    private void each(String pattern, Function<java.util.regex.MatchResult, @Nullable Amount> read) {
        Matcher matcher = Pattern.compile(pattern).matcher(text.plain());
        while (matcher.find()) {
            if (isFree(matcher.start(), matcher.end())) {
                Amount amount = read.apply(matcher.toMatchResult());
                if (amount != null) {
                    add(matcher.start(), matcher.end(), amount);
                }
            }
        }
    }

    private boolean isFree(int start, int end) {
        for (int i = start; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private void add(int start, int end, Amount amount) {
        for (int i = start; i < end; i++) {
            taken[i] = true;
        }
        boolean upper = IS_UPPER.matcher(text.plain().substring(Math.max(0, start - 30), start))
                .find();
        found.add(new FoundNumber(
                start, end, text.text().substring(start, end).strip(), amount.value, amount.unit, upper));
    }
}
