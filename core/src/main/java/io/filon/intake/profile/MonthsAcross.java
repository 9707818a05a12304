package io.filon.intake.profile;

import io.filon.intake.recipe.HeaderWords;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells a spreadsheet with a column for each month from a table with a row for each sale.
public final class MonthsAcross {

    /// Fewer may be about something else: a quarter of figures beside the rows of sales.
    private static final int FEWEST = 4;

    private static final Pattern NUMBERED =
            Pattern.compile("(0?[1-9]|1[0-2]) (19|20)\\d\\d|(19|20)\\d\\d (0?[1-9]|1[0-2])");
    private static final Pattern YEAR = Pattern.compile(" ?((19|20)?\\d\\d)$");

    private static final Set<String> NAMES = Arrays.stream(Month.values())
            .flatMap(month -> Stream.of(Locale.ENGLISH, Locale.of("es"))
                    .flatMap(locale -> Stream.of(TextStyle.FULL, TextStyle.SHORT)
                            .map(style -> String.join(" ", HeaderWords.of(month.getDisplayName(style, locale))))))
            .collect(Collectors.toUnmodifiableSet());

    private MonthsAcross() {}

    public static boolean in(Collection<String> headers) {
        return headers.stream()
                        .map(HeaderWords::of)
                        .filter(MonthsAcross::isMonth)
                        .count()
                >= FEWEST;
    }

    private static boolean isMonth(List<String> words) {
        String said = String.join(" ", words);
        return NUMBERED.matcher(said).matches()
                || NAMES.contains(YEAR.matcher(said).replaceFirst("").strip());
    }
}
