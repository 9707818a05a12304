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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Numbers of orders that begin anew in every series, kind of document or store: *A 1* and *B 1* are two orders.
///
/// Decided by the values: under one number there are several days or customers, under series and number only one. The
/// number is then written with its series before it (`A-1`), in every file that keeps the two in columns of the same
/// names, before the files are understood, so that heads and lines still find each other.
public final class OrderNumbers {

    private static final Set<String> SERIES = Set.of("serie", "series", "prefijo", "prefix");

    /// Less than this and a header hardly speaks of an order's number.
    private static final double READS = 0.4;

    private static final int MOST_SERIES = 60;
    private static final int MOST_WITNESSES = 4;

    /// Fewer numbers that two stores share may be chance.
    private static final int SHOWN = 3;

    /// @param parts what stands before the number
    private record Written(List<ColumnProfile> parts, ColumnProfile number) {

        /// What it is called, to find the same in another file.
        List<String> words() {
            return Stream.concat(parts.stream(), Stream.of(number))
                    .map(column -> HeaderWords.squeezed(column.header()))
                    .toList();
        }
    }

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
        Map<RawTable, Optional<Written>> found = profiles.entrySet().stream()
                .filter(file -> file.getKey().header() && !file.getKey().streamed())
                .collect(Collectors.toMap(Map.Entry::getKey, file -> found(file.getKey(), file.getValue())));
        Set<List<String>> needed = found.values().stream()
                .flatMap(Optional::stream)
                .map(Written::words)
                .collect(Collectors.toSet());
        List<Doubt> doubts = new ArrayList<>();
        found.keySet().stream()
                .sorted(Comparator.comparing(RawTable::table))
                .forEach(raw -> Objects.requireNonNull(found.get(raw))
                        .or(() -> sameNames(raw, Objects.requireNonNull(profiles.get(raw)), needed))
                        .ifPresent(written -> {
                            write(raw, written);
                            profiles.put(raw, new Profiler(store).of(raw));
                            doubts.add(new Doubt(
                                    "order_number_series",
                                    raw.file(),
                                    written.number.header(),
                                    3,
                                    List.of(written.parts.stream()
                                            .map(ColumnProfile::header)
                                            .collect(Collectors.joining(" + ")))));
                        }));
        return doubts;
    }

    private Optional<Written> found(RawTable raw, List<ColumnProfile> profiles) {
        Optional<ColumnProfile> number = number(raw, profiles);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnProfile> days = profiles.stream()
                .filter(profile -> profile.shapes().dates() > 0.9)
                .limit(MOST_WITNESSES)
                .toList();
        List<ColumnProfile> people = profiles.stream()
                .filter(profile -> !profile.equals(number.get()) && person(profile))
                .limit(MOST_WITNESSES)
                .toList();
        List<ColumnProfile> series = parts(profiles, number.get(), this::series);
        List<ColumnProfile> kinds = parts(profiles, number.get(), this::kind);
        List<ColumnProfile> stores = parts(profiles, number.get(), this::store);
        Stream<Written> bySeries = series.stream()
                .map(part -> new Written(List.of(part), number.get()))
                .filter(written -> Stream.concat(days.stream(), people.stream())
                        .anyMatch(witness -> counted(raw, written, witness).proves(1)));
        // a sale and its refund have one number, other days, and the same customer
        Stream<Written> byKind = kinds.stream()
                .map(part -> new Written(List.of(part), number.get()))
                .filter(written -> people.stream()
                        .anyMatch(witness -> counted(raw, written, witness).proves(1)));
        Stream<Written> byBoth = kinds.stream()
                .flatMap(kind -> series.stream().map(part -> new Written(List.of(kind, part), number.get())))
                .filter(written -> people.stream()
                        .anyMatch(witness -> counted(raw, written, witness).proves(1)));
        Stream<Written> byStore = stores.stream()
                .map(part -> new Written(List.of(part), number.get()))
                .filter(written -> days.stream()
                        .anyMatch(witness -> counted(raw, written, witness).proves(SHOWN)));
        return Stream.of(bySeries, byKind, byBoth, byStore)
                .flatMap(some -> some)
                .findFirst();
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
        return lexicon.roles(profile.header()).getOrDefault(Role.ORDER_ID, 0.0);
    }

    private boolean person(ColumnProfile profile) {
        Map<Role, Double> roles = lexicon.roles(profile.header());
        return !profile.empty()
                && profile.distinct() > 1
                && Stream.of(Role.CUSTOMER_ID, Role.NAME, Role.EMAIL, Role.COMPANY)
                        .anyMatch(role -> roles.getOrDefault(role, 0.0) >= 0.7);
    }

    private static List<ColumnProfile> parts(
            List<ColumnProfile> profiles, ColumnProfile number, Predicate<ColumnProfile> called) {
        return profiles.stream()
                .filter(profile -> !profile.equals(number) && called.test(profile))
                .filter(profile -> profile.distinct() > 1
                        && profile.distinct() <= MOST_SERIES
                        && profile.shapes().dates() < 0.9
                        && profile.filled() * 2 > profile.rows())
                .toList();
    }

    private boolean series(ColumnProfile profile) {
        return HeaderWords.of(profile.header()).stream().anyMatch(SERIES::contains);
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

    private Counted counted(RawTable raw, Written written, ColumnProfile witness) {
        String look = "(select * from %s limit %d)".formatted(Sql.name(raw.table()), Profiler.SAMPLE);
        Counted seen = counted(look, written, witness);
        return seen.shared == 0 || raw.rows() <= Profiler.SAMPLE
                ? seen
                : counted(Sql.name(raw.table()), written, witness);
    }

    private Counted counted(String rows, Written written, ColumnProfile witness) {
        List<String> back = written.parts.stream()
                .flatMap(part -> RowWords.of(part).entrySet().stream())
                .filter(kind -> kind.getValue().equals("return"))
                .map(kind -> Sql.literal(kind.getKey()))
                .toList();
        String sales = back.isEmpty()
                ? "true"
                : written.parts.stream()
                        .map(part -> "c%d not in (%s)".formatted(part.index(), String.join(", ", back)))
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
                                        written.number.index(),
                                        before(written),
                                        witness.shapes().dates() > 0.9
                                                ? "regexp_extract(c%d, '^[^ T]+')".formatted(witness.index())
                                                : "c" + witness.index(),
                                        rows,
                                        sales)),
                        Counted.class)
                .getFirst();
    }

    /// Series without the number; a document without a series has its number alone.
    private static String before(Written written) {
        return written.parts.stream()
                .map(part -> "c" + part.index())
                .collect(Collectors.joining(", ", "concat_ws('-', ", ")"));
    }

    private Optional<Written> sameNames(RawTable raw, List<ColumnProfile> profiles, Set<List<String>> needed) {
        return needed.stream()
                .map(words -> words.stream()
                        .map(word -> profiles.stream()
                                .filter(profile ->
                                        HeaderWords.squeezed(profile.header()).equals(word)
                                                && !settled.test(raw, profile.header()))
                                .toList())
                        .toList())
                .filter(columns -> columns.stream().allMatch(found -> found.size() == 1))
                .map(columns -> columns.stream().map(List::getFirst).toList())
                .map(columns -> new Written(columns.subList(0, columns.size() - 1), columns.getLast()))
                .findFirst();
    }

    private void write(RawTable raw, Written written) {
        store.run(Sql.of("update %1$s set c%2$d = concat_ws('-', nullif(%3$s, ''), c%2$d) where c%2$d is not null"
                .formatted(Sql.name(raw.table()), written.number.index(), before(written))));
    }
}
