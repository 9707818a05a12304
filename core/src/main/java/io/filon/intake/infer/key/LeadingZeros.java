package io.filon.intake.infer.key;

import io.filon.intake.file.RawTable;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.Optional;
import java.util.stream.Stream;

/// Numbers that one file pads with zeros (`00012`) and another writes without (`12`), as a spreadsheet does.
///
/// Decided by the values: one file pads none, nearly all numbers of one are found in the other once the zeros are left
/// out, more than as written, and no two numbers become one.
public final class LeadingZeros {

    /// A column that numbers customers, products, orders...
    public record Numbers(RawTable raw, ColumnProfile column) {

        private boolean padded() {
            return column.share(text -> text.matches("0+\\p{Alnum}.*")) > 0;
        }
    }

    private final Store store;

    public LeadingZeros(Store store) {
        this.store = store;
    }

    /// Of two columns that may number the same, the one to write without its zeros.
    public Optional<Numbers> tooMany(Numbers one, Numbers other) {
        boolean possible = !one.raw.streamed() && !other.raw.streamed() && one.padded() != other.padded();
        return Stream.of(one, other)
                .filter(numbers -> possible && numbers.padded())
                .findFirst()
                .filter(padded -> meet(padded, padded.equals(one) ? other : one));
    }

    private boolean meet(Numbers padded, Numbers plain) {
        return store.holds(Sql.of("""
                with padded as (
                    select distinct c%1$d as written, %2$s as number from %3$s where c%1$d is not null
                ),
                plain as (
                    select distinct c%4$d as number from %5$s where c%4$d is not null
                ),
                counted as (
                    select
                        (select count(*) from padded)                                                     as padded,
                        (select count(distinct number) from padded)                                       as numbers,
                        (select count(*) from plain)                                                      as plain,
                        (select count(*) from plain where number like '0_%%')                             as also_padded,
                        (select count(*) from plain where number in (select written from padded))         as met_as_written,
                        (select count(*) from plain where number in (select number from padded))          as met
                )
                select
                    also_padded = 0 and numbers = padded and met > met_as_written and met * 10 >= least(padded, plain) * 9
                from counted
                """.formatted(
                        padded.column.index(),
                        without(padded.column),
                        Sql.name(padded.raw.table()),
                        plain.column.index(),
                        Sql.name(plain.raw.table()))));
    }

    /// Writes a column's numbers without the zeros before them.
    public void leaveOut(Numbers padded) {
        store.run(Sql.of("update %s set c%d = %s"
                .formatted(Sql.name(padded.raw.table()), padded.column.index(), without(padded.column))));
    }

    private static String without(ColumnProfile column) {
        return "regexp_replace(c%d, '^0+([A-Za-z0-9])', '\\1')".formatted(column.index());
    }
}
