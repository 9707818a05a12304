package io.filon.intake.infer.key;

import io.filon.intake.file.RawTable;
import io.filon.intake.infer.words.RowWords;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Profiler;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Numbers of orders that begin anew in every series, kind of document, store or year: *A 1* and *B 1* are two orders.
///
/// Decided by the values: under one number there are several days or customers, under series and number only one. The
/// number is then written with its series before it (`A-1`, `2024-1`), in every file that keeps the two in columns of
/// the same names, before the files are understood, so that heads and lines still find each other. Files of the same
/// headers are looked at together, as each may hold a year.
public final class OrderNumbers {

    private static final Set<String> SERIES = Set.of("serie", "series", "prefijo", "prefix");

    private static final Set<String> YEARS = Set.of("ejercicio", "ano", "anio", "year", "fy");

    /// Less than this and a header hardly speaks of an order's number.
    private static final double READS = 0.4;

    private static final int MOST_SERIES = 60;
    private static final int MOST_WITNESSES = 4;

    /// Fewer numbers that two stores or years share may be chance.
    private static final int SHOWN = 3;

    /// @param parts what stands before the number
    private record Written(List<NumberPart> parts, ColumnProfile number) {

        String headers(boolean years) {
            return parts.stream()
                    .filter(part -> part.yearOfDay() == years)
                    .map(part -> part.column().header())
                    .collect(Collectors.joining(" + "));
        }
    }

    /// @param files  of the same headers
    /// @param number what may number the orders
    /// @param people who may be the customers
    private record Look(
            List<RawTable> files,
            List<ColumnProfile> profiles,
            ColumnProfile number,
            List<ColumnProfile> days,
            List<ColumnProfile> people) {}

    /// @param shared      numbers found in several series
    /// @param apart       of them, with several values of the witness
    /// @param undecided   series and number together with several values of the witness
    private record Counted(long shared, long apart, long undecided) {

        boolean proves(int least) {
            return shared >= least && apart * 2 > shared && undecided * 50 <= shared;
        }
    }

    private final Store store;
    private final Lexicon lexicon;
    private final BiPredicate<RawTable, String> settled;

    /// @param settled whether the user says himself what a column of a file is
    public OrderNumbers(Store store, Lexicon lexicon, BiPredicate<RawTable, String> settled) {
        this.store = store;
        this.lexicon = lexicon;
        this.settled = settled;
    }

    /// Writes the numbers whole, and looks again at the files it changes.
    ///
    /// @param profiles of all files; those of changed files are replaced
    /// @return what the reader should know
    public List<Doubt> join(Map<RawTable, List<ColumnProfile>> profiles) {
        Map<List<String>, List<RawTable>> sameHeaders = profiles.keySet().stream()
                .filter(raw -> raw.header() && !raw.streamed())
                .sorted(Comparator.comparing(RawTable::table))
                .collect(Collectors.groupingBy(RawTable::headers, LinkedHashMap::new, Collectors.toList()));
        Map<List<String>, Written> needed = new LinkedHashMap<>();
        sameHeaders.forEach((headers, files) -> found(files, profiles).ifPresent(found -> needed.put(headers, found)));
        List<Doubt> doubts = new ArrayList<>();
        sameHeaders.values().stream()
                .flatMap(List::stream)
                .forEach(raw -> Stream.concat(
                                Optional.ofNullable(needed.get(raw.headers())).stream(), needed.values().stream())
                        .flatMap(written -> sameNames(raw, Objects.requireNonNull(profiles.get(raw)), written).stream())
                        .findFirst()
                        .ifPresent(written -> {
                            write(raw, written);
                            profiles.put(raw, new Profiler(store).of(raw));
                            doubt(doubts, "order_number_series", raw, written, written.headers(false));
                            doubt(doubts, "order_number_year", raw, written, written.headers(true));
                        }));
        return doubts;
    }

    private static void doubt(List<Doubt> doubts, String code, RawTable raw, Written written, String parts) {
        if (!parts.isEmpty()) {
            doubts.add(new Doubt(code, raw.file(), written.number.header(), 3, List.of(parts)));
        }
    }

    private Optional<Written> found(List<RawTable> files, Map<RawTable, List<ColumnProfile>> all) {
        RawTable raw = Collections.max(files, Comparator.comparingLong(RawTable::rows));
        List<ColumnProfile> profiles = Objects.requireNonNull(all.get(raw));
        return number(raw, profiles).flatMap(number -> {
            List<ColumnProfile> days = profiles.stream()
                    .filter(profile -> profile.shapes().dates() > 0.9)
                    .sorted(Comparator.comparingDouble(profile -> -reads(profile, Role.ORDERED_AT)))
                    .limit(MOST_WITNESSES)
                    .toList();
            List<ColumnProfile> people = profiles.stream()
                    .filter(profile -> !profile.equals(number) && person(profile))
                    .limit(MOST_WITNESSES)
                    .toList();
            return before(new Look(files, profiles, number, days, people)).map(parts -> new Written(parts, number));
        });
    }

    /// What stands before the number, if anything.
    private Optional<List<NumberPart>> before(Look look) {
        List<NumberPart> series = parts(look, profile -> says(profile, SERIES));
        List<NumberPart> kinds = parts(look, this::kind);
        List<NumberPart> stores = parts(look, this::store);
        List<ColumnProfile> any =
                Stream.concat(look.days.stream(), look.people.stream()).toList();
        Stream<List<NumberPart>> bySeries = series.stream().map(List::of).filter(parts -> proven(look, parts, any, 1));
        // a sale and its refund have one number, other days, and the same customer
        Stream<List<NumberPart>> byKind = Stream.concat(
                        kinds.stream().map(List::of),
                        kinds.stream().flatMap(kind -> series.stream().map(part -> List.of(kind, part))))
                .filter(parts -> proven(look, parts, look.people, 1));
        Stream<List<NumberPart>> byStore =
                stores.stream().map(List::of).filter(parts -> proven(look, parts, look.days, SHOWN));
        List<NumberPart> beside =
                Stream.of(series, kinds, stores).flatMap(List::stream).toList();
        return Stream.of(bySeries, byKind, byStore, byYear(look, beside))
                .flatMap(some -> some)
                .findFirst();
    }

    /// By a column of years, else by the year of the day; alone, or with another part.
    private Stream<List<NumberPart>> byYear(Look look, List<NumberPart> beside) {
        List<ColumnProfile> day = look.days.stream().limit(1).toList();
        return Stream.concat(
                        parts(look, profile -> says(profile, YEARS)).stream(),
                        day.stream().map(column -> new NumberPart(column, true)))
                .filter(year -> counted(look, List.of(year), year.column()).shared >= SHOWN)
                .flatMap(year ->
                        Stream.concat(Stream.of(List.of(year)), beside.stream().map(part -> List.of(year, part))))
                // a number that is the customer's own comes back every year
                .filter(parts -> proven(look, parts, look.people, SHOWN) && proven(look, parts, day, SHOWN));
    }

    private boolean proven(Look look, List<NumberPart> parts, List<ColumnProfile> witnesses, int least) {
        return witnesses.stream()
                .anyMatch(witness -> counted(look, parts, witness).proves(least));
    }

    private Optional<ColumnProfile> number(RawTable raw, List<ColumnProfile> profiles) {
        return profiles.stream()
                .filter(profile -> !profile.empty() && !settled.test(raw, profile.header()))
                .filter(profile ->
                        profile.shapes().dates() < 0.9 && profile.distinct() > 1 && profile.maxLength() <= 24)
                .filter(profile -> numbers(profile) >= READS)
                .max(Comparator.comparingDouble(this::numbers).thenComparingInt(profile -> -profile.index()));
    }

    private double numbers(ColumnProfile profile) {
        return reads(profile, Role.ORDER_ID);
    }

    private double reads(ColumnProfile profile, Role role) {
        return lexicon.roles(profile.header()).getOrDefault(role, 0.0);
    }

    private boolean person(ColumnProfile profile) {
        Map<Role, Double> roles = lexicon.roles(profile.header());
        return !profile.empty()
                && profile.distinct() > 1
                && Stream.of(Role.CUSTOMER_ID, Role.NAME, Role.EMAIL, Role.COMPANY)
                        .anyMatch(role -> roles.getOrDefault(role, 0.0) >= 0.7);
    }

    private static List<NumberPart> parts(Look look, Predicate<ColumnProfile> called) {
        return look.profiles.stream()
                .filter(profile -> !profile.equals(look.number) && called.test(profile))
                .filter(profile -> profile.distinct() > 1
                        && profile.distinct() <= MOST_SERIES
                        && profile.shapes().dates() < 0.9
                        && profile.filled() * 2 > profile.rows())
                .map(NumberPart::of)
                .toList();
    }

    private static boolean says(ColumnProfile profile, Set<String> words) {
        return HeaderWords.of(profile.header()).stream().anyMatch(words::contains);
    }

    private boolean kind(ColumnProfile profile) {
        List<String> concepts = lexicon.concepts(profile.header());
        return concepts.contains("type")
                && concepts.stream()
                        .allMatch(concept -> concept.startsWith("?")
                                || Set.of("type", "document", "order").contains(concept));
    }

    private boolean store(ColumnProfile profile) {
        List<String> concepts = lexicon.concepts(profile.header());
        return concepts.contains("store") && Set.of("store", "id").containsAll(concepts);
    }

    /// Of very many rows, looks at all that some of the numbers have.
    private Counted counted(Look look, List<NumberPart> parts, ColumnProfile witness) {
        long step = 1 + look.files.stream().mapToLong(RawTable::rows).sum() / Profiler.SAMPLE;
        String rows = look.files.stream()
                .map(raw -> "select * from %s where hash(c%d) %% %d = 0"
                        .formatted(Sql.name(raw.table()), look.number.index(), step))
                .collect(Collectors.joining(" union all ", "(", ")"));
        List<String> back = parts.stream()
                .flatMap(part -> RowWords.of(part.column()).entrySet().stream())
                .filter(kind -> kind.getValue().equals("return"))
                .map(Map.Entry::getKey)
                .toList();
        String sales = back.isEmpty()
                ? "true"
                : parts.stream()
                        .map(part -> "c%d not in (%s)".formatted(part.column().index(), Sql.literals(back)))
                        .collect(Collectors.joining(" and "));
        return store.query(
                        Sql.of("""
                                with pairs as (
                                    select
                                        c%1$d as number,
                                        %2$s as part,
                                        min(%3$s) as first,
                                        max(%3$s) as last
                                    from %4$s
                                    where c%1$d is not null and %5$s
                                    group by all
                                ),
                                numbers as (
                                    select
                                        count(*) > 1           as shared,
                                        min(first) <> max(last) as apart,
                                        count(*) filter (first <> last) as undecided
                                    from pairs
                                    group by number
                                )
                                select
                                    count(*) filter (shared)           as shared,
                                    count(*) filter (shared and apart) as apart,
                                    coalesce(cast(sum(undecided) as bigint), 0) as undecided
                                from numbers
                                """.formatted(
                                        look.number.index(),
                                        joined(parts),
                                        witness.shapes().dates() > 0.9
                                                ? "regexp_extract(c%d, '^[^ T]+')".formatted(witness.index())
                                                : "c" + witness.index(),
                                        rows,
                                        sales)),
                        Counted.class)
                .getFirst();
    }

    /// Series without the number; a document without a series has its number alone.
    private static String joined(List<NumberPart> parts) {
        return parts.stream().map(NumberPart::sql).collect(Collectors.joining(", ", "concat_ws('-', ", ")"));
    }

    /// The columns of a file that are called as those of another, which needs them.
    private Optional<Written> sameNames(RawTable raw, List<ColumnProfile> profiles, Written written) {
        Optional<ColumnProfile> number = called(raw, profiles, written.number);
        List<NumberPart> parts = written.parts.stream()
                .flatMap(part -> called(raw, profiles, part.column()).stream()
                        .filter(same -> !part.yearOfDay() || same.shapes().dates() > 0.9)
                        .map(part::in))
                .toList();
        return number.filter(_ -> parts.size() == written.parts.size()).map(same -> new Written(parts, same));
    }

    private Optional<ColumnProfile> called(RawTable raw, List<ColumnProfile> profiles, ColumnProfile column) {
        String name = HeaderWords.squeezed(column.header());
        List<ColumnProfile> found = profiles.stream()
                .filter(profile ->
                        HeaderWords.squeezed(profile.header()).equals(name) && !settled.test(raw, profile.header()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void write(RawTable raw, Written written) {
        store.run(Sql.of("update %1$s set c%2$d = concat_ws('-', nullif(%3$s, ''), c%2$d) where c%2$d is not null"
                .formatted(Sql.name(raw.table()), written.number.index(), joined(written.parts))));
    }
}
