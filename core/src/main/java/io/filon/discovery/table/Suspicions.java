package io.filon.discovery.table;

import io.filon.discovery.search.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Warns of columns that may have been written down when the outcome was known already, and says why each is suspected.
///
/// Nothing is left out: what a table knew when is for those to say who keep it. One reason a column, the strongest: it
/// is the outcome under another name; it tells far more than what is known before usually does; it is filled in mostly
/// for one outcome; its name is of what is noted at the end.
final class Suspicions {

    /// Of what could be known of the outcome, more than time on a site or a declared need tell.
    private static final double MUCH = 0.25;

    /// The same of being in the better half of money, which last year's money may tell a third of.
    private static final double MUCH_OF_MONEY = 0.4;

    /// What says nothing of the outcome does no harm, whenever it was noted.
    private static final double SOMETHING = 0.02;

    /// Between the shares of those who do and of those who do not for whom it is filled in.
    private static final double FILLED = 0.25;

    private static final Pattern NAMES_ENDS = Pattern.compile(
            "(?iu)(.*[ _.-])?(tags?|etiquetas?|status|estado|stage|etapa|fase|quality|calidad|outcome|result(s|ado)?"
                    + "|reason|motivo|raz[oó]n|clos(ed|ing)|cierre|cerrad[oa]|lost|won|perdid[oa]|ganad[oa]|disposition"
                    + "|(last|latest|[uú]ltim[oa])(?![ _.-]?(\\d+|year|quarter|month|season|week|a[nñ]o|trimestre|mes|temporada|semana))|final|feedback|valoraci[oó]n)([ _.-].*)?");

    private final Leaks outcome;
    /// Who does it, or is among the better half.
    private final Leaks does;

    private final boolean binary;

    /// @param binary whether all are 0 or 1
    Suspicions(double[] outcome, boolean binary) {
        this.outcome = new Leaks(outcome);
        this.binary = binary;
        this.does = binary ? this.outcome : new Leaks(upperHalf(outcome));
    }

    private static double[] upperHalf(double[] outcome) {
        double[] sorted = outcome.clone();
        Arrays.sort(sorted);
        double middle = sorted[sorted.length / 2];
        return Arrays.stream(outcome).map(value -> value > middle ? 1 : 0).toArray();
    }

    List<Warning> of(List<Column> columns) {
        return columns.stream().flatMap(this::of).toList();
    }

    private Stream<Warning> of(Column column) {
        Optional<Warning> sure = binary
                ? outcome.certain(column)
                        .map(value -> Warning.of("leak_value", value.condition().text(), percent(value.rate())))
                : Optional.empty();
        if (outcome.tooWell(column)) {
            Warning all = Warning.of("leak", column.name(), percent(outcome.explained(column)));
            return Stream.concat(Stream.of(all), sure.stream());
        }
        return Stream.concat(weaker(column).stream(), sure.stream());
    }

    private Optional<Warning> weaker(Column column) {
        double told = does.told(column);
        if (told >= (binary ? MUCH : MUCH_OF_MONEY)) {
            return Optional.of(Warning.of("leak_much", column.name(), percent(told)));
        }
        double[] filled = does.filled(column);
        if (Math.abs(filled[1] - filled[0]) >= FILLED) {
            return Optional.of(
                    Warning.of("leak_filled", column.name(), percent(filled[1]), percent(filled[0]), binary ? 0 : 1));
        }
        return told >= SOMETHING && NAMES_ENDS.matcher(column.name()).matches()
                ? Optional.of(Warning.of("leak_name", column.name()))
                : Optional.empty();
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }
}
