package io.filon.intake.infer.words;

import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Kinds of documents by their short codes: `FC` and `NC`, `FA` and `AB`, `I`, `E` and `P`. A code may mean
/// anything, so something else must prove what it means.
public final class DocumentCodes {

    private static final Set<String> SALES = Set.of(
            "FC", "FA", "FV", "FT", "FS", "FE", "FAC", "FACT", "INV", "BO", "BOL", "TK", "TCK", "TI", "AL", "ALB", "ND",
            "F", "I", "B", "T", "V", "N");

    private static final Set<String> BACK =
            Set.of("NC", "NCR", "NCE", "AB", "ABO", "CN", "CM", "FR", "REC", "REF", "RET", "DEV", "E", "A", "R", "D");

    private static final Set<String> PAID = Set.of("P", "RC", "RB", "CO", "COB", "PG", "PAG", "PAY");

    /// A single letter tells only beside the other of its pair.
    private static final Map<String, String> PAIRS = Map.of("E", "I", "A", "F", "R", "F", "D", "V");

    private static final Set<String> DOCUMENT =
            Set.of("comprobante", "documento", "document", "doc", "cfdi", "voucher", "invoice", "factura");

    private static final int MOST = 8;

    private final Store store;
    private final String table;
    private final ColumnProfile codes;

    /// @param table where the rows are, as SQL
    public DocumentCodes(Store store, String table, ColumnProfile codes) {
        this.store = store;
        this.table = table;
        this.codes = codes;
    }

    /// What the codes of a column mean that are no sales, `return` or `aside`; empty where they are no such codes.
    public static Map<String, String> of(ColumnProfile profile) {
        if (profile.distinct() < 2 || profile.distinct() > MOST || profile.share(text -> known(code(text))) < 1) {
            return Map.of();
        }
        Set<String> all =
                profile.values().stream().map(value -> code(value.text())).collect(Collectors.toSet());
        Map<String, String> found = new LinkedHashMap<>();
        for (ColumnProfile.Value value : profile.values()) {
            String code = code(value.text());
            boolean paired = code.length() > 1 || all.contains(PAIRS.getOrDefault(code, "I"));
            if (paired && BACK.contains(code)) {
                found.put(value.text(), "return");
            } else if (paired && PAID.contains(code)) {
                found.put(value.text(), "aside");
            }
        }
        return profile.share(text -> SALES.contains(code(text))) > 0.5 ? found : Map.of();
    }

    private static boolean known(String code) {
        return SALES.contains(code) || BACK.contains(code) || PAID.contains(code);
    }

    private static String code(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace(".", "");
    }

    /// Whether the codes mean what they seem to: the header speaks of documents, the numbers of rows given back have
    /// other letters, their amounts are negative, or they alone name the number of another row.
    ///
    /// @param order  the number of each row
    /// @param others columns that may name another number
    public boolean proven(List<String> back, Optional<ColumnProfile> order, String amount, List<ColumnProfile> others) {
        return HeaderWords.of(codes.header()).stream().anyMatch(DOCUMENT::contains)
                || (!back.isEmpty()
                        && (new RowSums(store, table)
                                                .negative(codes.index(), back, amount)
                                                .size()
                                        == back.size()
                                || order.filter(number -> lettered(back, number) || refers(back, number, others))
                                        .isPresent()));
    }

    /// Whether no letters before or in a number are those of both kinds.
    private boolean lettered(List<String> back, ColumnProfile order) {
        return holds("""
                with numbered as (
                    select c%1$d in (%2$s) as back, regexp_replace(upper(c%3$d), '[^A-Z]', '', 'g') as letters from %4$s
                    where c%1$d is not null and c%3$d is not null
                ),
                series as (
                    select letters, count(*) as rows, bool_or(back) as back, bool_or(not back) as sold
                    from numbered
                    group by letters
                )
                select count(*) * 2 <= sum(rows) and count(*) > 1 and count(*) filter (back and sold) = 0
                from series
                """.formatted(codes.index(), Sql.literals(back), order.index(), table));
    }

    /// Whether a column is filled where the code says money back, nowhere else, and mostly with numbers of other rows.
    private boolean refers(List<String> back, ColumnProfile order, List<ColumnProfile> others) {
        return others.stream()
                .filter(other -> other.index() != codes.index() && other.index() != order.index())
                .filter(other -> !other.empty() && other.filled() * 2 < other.rows())
                .anyMatch(other ->
                        holds("""
                        with told as (
                            select c%1$d in (%2$s) as back, c%3$d as named, c%3$d in (select c%4$d from %5$s) as known
                            from %5$s
                        )
                        select
                            count(*) filter (back and named is not null) * 10 >= count(*) filter (back) * 9
                            and count(*) filter (not back and named is not null) * 20 <= count(*) filter (not back)
                            and count(*) filter (back and known) * 2 >= count(*) filter (back)
                        from told
                        """.formatted(codes.index(), Sql.literals(back), other.index(), order.index(), table)));
    }

    /// Of codes of payments, those of rows without any amount: nothing was sold there.
    public List<String> empty(List<String> paid, String amount) {
        return paid.stream()
                .filter(code -> holds("""
                        select count(*) filter (coalesce(%1$s, 0) <> 0) = 0
                        from %2$s
                        where c%3$d = %4$s
                        """.formatted(amount, table, codes.index(), Sql.literal(code))))
                .toList();
    }

    private boolean holds(String select) {
        return store.holds(Sql.of(select));
    }
}
