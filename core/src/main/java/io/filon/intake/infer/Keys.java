package io.filon.intake.infer;

import io.filon.intake.infer.key.LeadingZeros;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.RoleTypes;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says whether a column of one file points into a column of another: by name, and by how many of its values are
/// there.
final class Keys {

    /// Share of different values that must be found for two columns to be the same key.
    private static final double FOUND = 0.6;

    /// What the other cells say beside a number that is kept for no customer in particular.
    private static final String UNKNOWN =
            "\\W*((not applicable|no aplica|unknown|desconocid[oa]|n/?a|none|no customer|sin cliente|-1)\\W*)+";

    /// Headers that any list may have: they are the same key only where the file's name says whose.
    private static final Pattern GENERIC =
            Pattern.compile("id|name|nombre|code|codigo|key|no|fecha|date|type|description|value|total|price|precio");

    private record Pair(String from, int column, String to, int key) {}

    private record Place(String table, int column) {}

    private final Store store;
    private final Map<Pair, Overlap> overlaps = new HashMap<>();
    private final Map<Place, Boolean> unique = new HashMap<>();

    Keys(Store store) {
        this.store = store;
    }

    /// @param values  different values of the pointing column
    /// @param found   of them, in the target
    /// @param matched rows
    /// @param orphans rows
    record Overlap(long values, long found, long matched, long orphans) {

        boolean enough() {
            return values > 0 && found >= FOUND * values;
        }

        /// Whether nearly all rows find what they point at, too.
        boolean nearlyAll() {
            return enough() && orphans * 10 <= matched;
        }
    }

    /// Whether headers or roles suggest the same key.
    static boolean alike(Draft from, ColumnProfile column, Draft to, ColumnProfile key) {
        Role role = from.role(column.index());
        if (role == to.role(key.index()) && RoleTypes.IDS.contains(role) && role != Role.KEY) {
            return true;
        }
        String a = HeaderWords.squeezed(column.header());
        String b = HeaderWords.squeezed(key.header());
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        if (GENERIC.matcher(b).matches()) {
            return a.endsWith(b) && namesFile(a.substring(0, a.length() - b.length()), to);
        }
        return a.equals(b) || (b.length() > 4 && a.endsWith(b));
    }

    // `store_id` in the sales, `id` in a file called stores
    private static boolean namesFile(String entity, Draft to) {
        return entity.length() > 2 && HeaderWords.squeezed(to.raw.file()).contains(entity);
    }

    /// Whether every row of the target has a value of its own in the key column, but for rows written twice; asked of
    /// all rows, so once.
    boolean unique(Draft to, ColumnProfile key) {
        return !to.raw.streamed()
                && key.unique()
                && unique.computeIfAbsent(new Place(to.raw.table(), key.index()), this::repeatsNothing);
    }

    private boolean repeatsNothing(Place place) {
        return store.holds(Sql.of("""
                select not exists (
                    select 1
                    from (
                        select distinct *
                        from %2$s
                        where c%1$d in (select c%1$d from %2$s group by c%1$d having count(c%1$d) > 1)
                    )
                    group by c%1$d
                    having count(*) > 1
                )""".formatted(place.column, Sql.name(place.table))));
    }

    /// Asked of all rows, so each only once.
    Overlap overlap(Draft from, ColumnProfile column, Draft to, ColumnProfile key) {
        Pair pair = new Pair(from.raw.table(), column.index(), to.raw.table(), key.index());
        return overlaps.computeIfAbsent(pair, _ -> counted(from, column, to, key));
    }

    /// The first column found whose numbers are those of another file but for the zeros before them.
    Optional<LeadingZeros.Numbers> padded(List<Draft> drafts, LeadingZeros zeros) {
        return drafts.stream()
                .flatMap(one -> drafts.stream()
                        .filter(other -> other != one)
                        .flatMap(other -> one.profiles.stream()
                                .filter(column -> RoleTypes.IDS.contains(one.role(column.index())))
                                .flatMap(column -> other.profiles.stream()
                                        .filter(key -> alike(one, column, other, key) || alike(other, key, one, column))
                                        .flatMap(key -> zeros
                                                .tooMany(
                                                        new LeadingZeros.Numbers(one.raw, column),
                                                        new LeadingZeros.Numbers(other.raw, key))
                                                .stream()))))
                .findFirst();
    }

    /// Numbers under which a list keeps what has no customer: `-1,[Not Applicable]`, `0,Unknown`.
    List<String> nobody(Draft list) {
        Optional<ColumnProfile> number =
                list.column(Role.CUSTOMER_ID).filter(key -> list.kind == Kind.CUSTOMERS && !list.raw.streamed());
        if (number.isEmpty() || list.profiles.size() == 1) {
            return List.of();
        }
        String others = list.profiles.stream()
                .filter(profile -> !profile.equals(number.get()))
                .map(profile -> "c" + profile.index())
                .collect(Collectors.joining(", "));
        return store.text(Sql.of(
                        "select string_agg(c%1$d, ' ') from %2$s where c%1$d in ('-1', '0') and regexp_full_match(lower(concat_ws(' ', %3$s)), %4$s)"
                                .formatted(
                                        number.get().index(),
                                        Sql.name(list.raw.table()),
                                        others,
                                        Sql.literal(UNKNOWN))))
                .map(found -> List.of(found.split(" ", -1)))
                .orElse(List.of());
    }

    /// How a key is compared: as written, but an address is the same in capitals.
    private static String written(ColumnProfile column) {
        return emails(column) ? "lower(trim(c%d))".formatted(column.index()) : "c" + column.index();
    }

    static boolean emails(ColumnProfile column) {
        return column.shapes().emails() > 0.6;
    }

    private Overlap counted(Draft from, ColumnProfile column, Draft to, ColumnProfile key) {
        return store.query(
                        Sql.of("""
                                with written as (
                                    select %1$s as value, count(*) as times from %2$s where %1$s is not null group by all
                                )
                                select
                                    count(*)                                                     as values,
                                    count(known.value)                                           as found,
                                    coalesce(cast(sum(times) filter (known.value is not null) as bigint), 0) as matched,
                                    coalesce(cast(sum(times) filter (known.value is null) as bigint), 0)     as orphans
                                from written
                                left join (select distinct %3$s as value from %4$s) as known on known.value = written.value
                                """.formatted(
                                        written(column), Amounts.whole(from.raw), written(key), Amounts.whole(to.raw))),
                        Overlap.class)
                .getFirst();
    }

    /// Keys not found as written, but found when case, blanks and signs are left out.
    List<Link.Alias> aliases(Draft from, ColumnProfile column, Draft to, ColumnProfile key) {
        return store.query(
                Sql.of("""
                        with written as (
                            select c%1$d as value, count(*) as times from %2$s where c%1$d is not null group by all
                        ),
                        known as (
                            select distinct c%3$d as value from %4$s where c%3$d is not null
                        ),
                        plain as (
                            select regexp_replace(lower(value), '[^\\p{L}\\p{N}]+', '', 'g') as word, min(value) as value
                            from known
                            group by all
                            having count(*) = 1
                        )
                        select written.value as written, plain.value as meant, written.times as rows
                        from written
                        inner join plain on plain.word = regexp_replace(lower(written.value), '[^\\p{L}\\p{N}]+', '', 'g')
                        where written.value not in (select value from known)
                        order by written.times desc, written.value
                        limit 500
                        """.formatted(column.index(), Amounts.whole(from.raw), key.index(), Amounts.whole(to.raw))),
                Link.Alias.class);
    }
}
