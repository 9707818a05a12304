package io.filon.discovery.table;

import io.filon.intake.plan.ValueFormat;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Sql;
import java.util.List;
import java.util.stream.Collectors;

/// The expressions that read one column of a raw table.
final class CellSql {

    private CellSql() {}

    /// The text, null where a placeholder says "not stated".
    static String text(ColumnProfile profile) {
        String cell = "c" + profile.index();
        return profile.placeholders().isEmpty()
                ? cell
                : "case when %s not in (%s) then %s end".formatted(cell, literals(profile.placeholders()), cell);
    }

    static String number(ColumnProfile profile, ValueFormat format) {
        String cell = "c" + profile.index();
        boolean comma = format instanceof ValueFormat.Numeric numeric && numeric.decimal() == ',';
        String plain = comma ? "replace(replace(%s, '.', ''), ',', '.')".formatted(cell) : cell;
        String number = "try_cast(%s as double)".formatted(plain);
        return "case when isfinite(%1$s) then %1$s else try_cast(plain_number(%2$s, '%3$s') as double) end"
                .formatted(number, cell, comma ? "," : ".");
    }

    /// Days since 1970-01-01.
    static String day(ColumnProfile profile, ValueFormat format) {
        String cell = "c" + profile.index();
        String moment = switch (format) {
            case ValueFormat.Moment(List<String> patterns, boolean _, boolean _) ->
                "coalesce(try_strptime(%1$s, [%2$s]), try_strptime(english_dates(%1$s), [%2$s]), try_cast(%1$s as timestamp))"
                        .formatted(cell, literals(patterns));
            case ValueFormat.Epoch(long perSecond) ->
                "make_timestamp(try_cast(%s as bigint) * %d)".formatted(cell, 1_000_000 / perSecond);
            case ValueFormat.SpreadsheetDay _ ->
                "make_timestamp(cast(round((try_cast(%s as double) - 25569) * 86400) as bigint) * 1000000)"
                        .formatted(cell);
            case ValueFormat.Text _, ValueFormat.Numeric _, ValueFormat.Flag _ ->
                "try_cast(%s as timestamp)".formatted(cell);
        };
        return "cast(date_diff('day', date '1970-01-01', cast(%s as date)) as double)".formatted(moment);
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", "));
    }
}
