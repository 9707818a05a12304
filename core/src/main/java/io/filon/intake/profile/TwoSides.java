package io.filon.intake.profile;

import io.filon.intake.file.RawTable;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An amount that a file keeps in two columns, what was charged and what was given back, put together as one more
/// column at its end, the smaller side negative, before the file is understood. Not in journals, where both sides are
/// worth the same, nor in statements of an account, which have a balance.
public final class TwoSides {

    private static final Set<String> DEBIT = Set.of("debit", "debits", "debe", "cargo", "cargos");
    private static final Set<String> CREDIT = Set.of("credit", "credits", "haber", "abono", "abonos");
    private static final Set<String> BALANCE = Set.of("balance", "saldo");

    private static final String FIGURE = "^[-+]?[€$£ ]*[0-9][0-9.,'' ]*[€$£ ]*$";

    /// Share of the rows that must have one of the two.
    private static final double FILLED = 0.8;

    /// Sides that differ by less are those of a journal.
    private static final double BALANCED = 0.02;

    private record Pair(int debit, int credit) {}

    private TwoSides() {}

    /// The same table, with the amount as one column where two hold it.
    public static RawTable together(Store store, RawTable raw) {
        boolean statement = raw.headers().stream()
                .flatMap(header -> HeaderWords.of(header).stream())
                .anyMatch(BALANCE::contains);
        if (raw.streamed() || !raw.header() || statement || raw.rows() == 0) {
            return raw;
        }
        return pair(raw).map(pair -> together(store, raw, pair)).orElse(raw);
    }

    private static RawTable together(Store store, RawTable raw, Pair pair) {
        String table = Sql.name(raw.table());
        String sides = """
                with sides as (
                    select
                        c%1$d as debit,
                        c%2$d as credit,
                        coalesce(regexp_matches(c%1$d, '[1-9]'), false) as has_debit,
                        coalesce(regexp_matches(c%2$d, '[1-9]'), false) as has_credit
                    from %3$s
                ),
                sums as (
                    select
                        count(*) filter (has_debit or has_credit) as filled,
                        count(*) filter (has_debit and has_credit) as on_both,
                        count(*) filter (
                            (has_debit and not regexp_matches(debit, '%4$s')) or (has_credit and not regexp_matches(credit, '%4$s'))
                        ) as words,
                        coalesce(sum(try_cast(regexp_replace(debit, '[^0-9]', '', 'g') as double)), 0) as debits,
                        coalesce(sum(try_cast(regexp_replace(credit, '[^0-9]', '', 'g') as double)), 0) as credits
                    from sides
                )
                """.formatted(pair.debit, pair.credit, table, FIGURE);
        long larger = store.number(Sql.of(sides + """
                select
                    case
                        when on_both > 0 or words > 0 or filled < %s * %d then 0
                        when least(debits, credits) = 0 or abs(debits - credits) <= %s * greatest(debits, credits) then 0
                        when credits > debits then 1
                        else 2
                    end
                from sums
                """.formatted(FILLED, raw.rows(), BALANCED)));
        if (larger == 0) {
            return raw;
        }
        int plus = larger == 1 ? pair.credit : pair.debit;
        int minus = larger == 1 ? pair.debit : pair.credit;
        String added = "c" + raw.headers().size();
        store.run(Sql.of("alter table %s add column %s varchar".formatted(table, added)));
        store.run(Sql.of(
                "update %1$s set %2$s = case when regexp_matches(c%3$d, '[1-9]') then c%3$d when regexp_matches(c%4$d, '[1-9]') then '-' || ltrim(c%4$d, '+- ') else coalesce(c%3$d, c%4$d) end"
                        .formatted(table, added, plus, minus)));
        return raw.with(header(raw));
    }

    private static String header(RawTable raw) {
        return Stream.of("Total", "Importe total", "Total amount", "Total -")
                .filter(header -> !raw.headers().contains(header))
                .findFirst()
                .orElse("Total - -");
    }

    /// The first two columns that are called alike but for the side.
    private static Optional<Pair> pair(RawTable raw) {
        for (int debit = 0; debit < raw.headers().size(); debit++) {
            for (int credit = 0; credit < raw.headers().size(); credit++) {
                Optional<List<String>> rest = DateParts.restOf(raw.headers().get(debit), DEBIT);
                if (rest.isPresent()
                        && rest.equals(DateParts.restOf(raw.headers().get(credit), CREDIT))) {
                    return Optional.of(new Pair(debit, credit));
                }
            }
        }
        return Optional.empty();
    }
}
