package io.filon.intake.profile;

import io.filon.intake.file.RawTable;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A day that a file keeps in three columns, or a month in two, put together as one more column at its end,
/// `year-month-day`, before the file is understood. Only where no column holds a whole date, and the columns hold days
/// that exist.
public final class DateParts {

    /// What the three are called, in the order of the date.
    private enum Part {
        YEAR("year", "ano", "anio", "jahr", "annee", "any"),
        MONTH("month", "mes", "monat", "mois"),
        DAY("day", "dia", "tag", "jour");

        @SuppressWarnings("ImmutableEnumChecker") // Set.of
        private final Set<String> words;

        Part(String... words) {
            this.words = Set.of(words);
        }

        Optional<List<String>> rest(String header) {
            return restOf(header, words);
        }

        /// The columns that are called this and these words.
        List<Integer> columns(RawTable raw, List<String> rest) {
            return IntStream.range(0, raw.headers().size())
                    .filter(column ->
                            rest(raw.headers().get(column)).filter(rest::equals).isPresent())
                    .boxed()
                    .toList();
        }
    }

    /// Of a month apart from its year only these may be said besides: a card ends in one, too.
    private static final Set<String> SALES =
            Set.of("order", "sale", "sales", "purchase", "invoice", "pedido", "venta", "ventas", "compra", "factura");

    private static final double READABLE = 0.99;
    private static final double WHOLE_DATES = 0.5;

    private DateParts() {}

    /// The same table, with the day as one column where three hold it.
    public static RawTable together(Store store, RawTable raw) {
        if (raw.streamed() || !raw.header()) {
            return raw;
        }
        List<Integer> columns = columns(raw);
        if (columns.isEmpty() || hasDates(store, raw)) {
            return raw;
        }
        String text = columns.stream()
                .skip(1)
                .map(DateParts::padded)
                .collect(Collectors.joining(" || '-' || ", "c%d || '-' || ".formatted(columns.getFirst()), ""));
        String table = Sql.name(raw.table());
        String day = columns.size() < Part.values().length ? text + " || '-01'" : text;
        long days = store.number(Sql.of(
                "select count(*) from %s where regexp_matches(c%d, '^[0-9]{4}$') and try_cast(%s as date) between "
                                .formatted(table, columns.getFirst(), day)
                        + "date '1950-01-01' and date '2100-01-01'"));
        if (raw.rows() == 0 || days < READABLE * raw.rows()) {
            return raw;
        }
        String added = "c" + raw.headers().size();
        store.run(Sql.of("alter table %s add column %s varchar".formatted(table, added)));
        store.run(Sql.of("update %s set %s = %s".formatted(table, added, text)));
        return raw.with(header(raw, columns));
    }

    /// A month or a day in two digits; a month may go by its name.
    private static String padded(int column) {
        return "case when regexp_matches(c%1$d, '^[0-9]{1,2}$') then lpad(c%1$d, 2, '0') else strftime(try_strptime(with_english_month(lower(c%1$d)), '%%b'), '%%m') end"
                .formatted(column);
    }

    private static String header(RawTable raw, List<Integer> columns) {
        String header = columns.stream().map(raw.headers()::get).collect(Collectors.joining("-"));
        return raw.headers().contains(header) ? header + "-" : header;
    }

    /// Year, month and day that are called alike but for that word, or a year and a month of sales; empty when there
    /// are none, or several.
    private static List<Integer> columns(RawTable raw) {
        List<List<Integer>> found = new ArrayList<>();
        List<List<Integer>> months = new ArrayList<>();
        Stream<List<String>> rests = raw.headers().stream().flatMap(header -> Part.YEAR.rest(header).stream());
        for (List<String> rest : rests.distinct().toList()) {
            List<List<Integer>> parts = Arrays.stream(Part.values())
                    .map(part -> part.columns(raw, rest))
                    .toList();
            List<Integer> single = parts.stream()
                    .filter(columns -> columns.size() == 1)
                    .map(List::getFirst)
                    .toList();
            if (single.size() == parts.size()) {
                found.add(single);
            } else if (single.size() == 2 && parts.getLast().isEmpty() && SALES.containsAll(rest)) {
                months.add(single);
            }
        }
        List<List<Integer>> all = found.isEmpty() ? months : found;
        return all.size() == 1 ? all.getFirst() : List.of();
    }

    /// The other words of a header that has one of these.
    static Optional<List<String>> restOf(String header, Set<String> words) {
        List<String> all = HeaderWords.of(header);
        List<String> rest = all.stream().filter(word -> !words.contains(word)).toList();
        return rest.size() == all.size() - 1 ? Optional.of(rest) : Optional.empty();
    }

    private static boolean hasDates(Store store, RawTable raw) {
        return new Profiler(store)
                .of(raw).stream()
                        .anyMatch(profile -> profile.shapes().dates() > WHOLE_DATES || Dates.holdsMonths(profile));
    }
}
