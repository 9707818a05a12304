package io.filon.intake.load;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.ValueFormat;
import io.filon.intake.plan.ValueFormat.Epoch;
import io.filon.intake.plan.ValueFormat.Flag;
import io.filon.intake.plan.ValueFormat.Moment;
import io.filon.intake.plan.ValueFormat.Numeric;
import io.filon.intake.plan.ValueFormat.SpreadsheetDay;
import io.filon.intake.plan.ValueFormat.Text;
import io.filon.store.Sql;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The SQL expression that reads one cell as one type: null when it cannot be read.
///
/// @param zone     of days and of times without an offset
/// @param statuses lower-case word to its meaning, of currencies too
record Cells(ZoneId zone, Map<String, String> statuses) {

    private static final List<String> YES = List.of("true", "t", "yes", "y", "1", "si", "sí", "s", "x", "verdadero");

    /// The text of a cell without the placeholders that mean "not stated".
    static String stated(ColumnPlan column, String cell) {
        return column.placeholder().isEmpty()
                ? cell
                : "case when %s not in (%s) then %s end".formatted(cell, Sql.literals(column.placeholder()), cell);
    }

    String read(ValueFormat format, String cell, As as) {
        return switch (as) {
            case TEXT -> cell;
            case EMAIL -> "email_of(%s)".formatted(cell);
            case PHONE -> "phone_of(%s)".formatted(cell);
            case CURRENCY -> currency(cell);
            case STATUS -> status(cell);
            case MONEY, QUANTITY, NUMBER, WHOLE -> number(format, cell, as.type());
            case DAY ->
                isLocal(format)
                        ? "cast(%s as date)".formatted(local(format, cell))
                        : "day_in(%s, %s)".formatted(instant(format, cell), Sql.literal(zone.getId()));
            case INSTANT -> instant(format, cell);
            case TIMED -> isTimed(format) ? instant(format, cell) : "cast(null as timestamp with time zone)";
            case FLAG ->
                "(lower(%s) in (%s))".formatted(cell, Sql.literals(format instanceof Flag flag ? flag.yes() : YES));
            case PRESENT ->
                format instanceof Flag
                        ? read(format, cell, As.FLAG)
                        : "case when %s is not null then true end".formatted(cell);
        };
    }

    private String status(String cell) {
        if (statuses.isEmpty()) {
            return "lower(%s)".formatted(cell);
        }
        String cases = statuses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(word -> " when %s then %s"
                        .formatted(
                                Sql.literal(word.getKey().toLowerCase(Locale.ROOT)),
                                Sql.literal(word.getValue().toLowerCase(Locale.ROOT))))
                .collect(Collectors.joining());
        return "case lower(%s)%s end".formatted(cell, cases);
    }

    /// Codes are written in capitals, meanings of other words are not.
    private String currency(String cell) {
        String cases = statuses.entrySet().stream()
                .filter(word -> word.getValue().matches("[A-Z]{3}|own"))
                .sorted(Map.Entry.comparingByKey())
                .map(word -> " when %s then %s"
                        .formatted(
                                Sql.literal(word.getKey()),
                                word.getValue().equals("own") ? "null" : Sql.literal(word.getValue())))
                .collect(Collectors.joining());
        return cases.isEmpty()
                ? "upper(%s)".formatted(cell)
                : "case lower(trim(%1$s))%2$s else upper(%1$s) end".formatted(cell, cases);
    }

    private static String number(ValueFormat format, String cell, String type) {
        Numeric numeric = format instanceof Numeric known ? known : new Numeric('.', false, "");
        String plain = numeric.decimal() == ',' ? "replace(replace(%s, '.', ''), ',', '.')".formatted(cell) : cell;
        String value = "coalesce(try_cast(%s as %s), try_cast(plain_number(%s, '%s') as %s))"
                .formatted(plain, type, cell, numeric.decimal() == ',' ? "," : ".", type);
        return numeric.hundredths() ? "cast(%s * 0.01 as %s)".formatted(value, type) : value;
    }

    private static boolean isLocal(ValueFormat format) {
        return !(format instanceof Epoch) && !(format instanceof Moment moment && moment.zoned());
    }

    private static boolean isTimed(ValueFormat format) {
        return format instanceof Epoch || (format instanceof Moment moment && moment.timed());
    }

    private String instant(ValueFormat format, String cell) {
        if (!isLocal(format)) {
            return format instanceof Epoch epoch ? epoch(epoch, cell) : zoned((Moment) format, cell);
        }
        return inZone(local(format, cell));
    }

    /// A local time as an instant.
    String inZone(String local) {
        return zone.getId().equals("UTC")
                ? "cast(%s as timestamp with time zone)".formatted(local)
                : "timezone(%s, %s)".formatted(Sql.literal(zone.getId()), local);
    }

    private static String local(ValueFormat format, String cell) {
        return switch (format) {
            case Moment moment -> parsed(moment.patterns(), cell);
            case SpreadsheetDay() ->
                "make_timestamp(cast(round((try_cast(%s as double) - 25569) * 86400) as bigint) * 1000000)"
                        .formatted(cell);
            case Text text -> castToTimestamp(cell);
            case Numeric numeric -> castToTimestamp(cell);
            case Flag flag -> castToTimestamp(cell);
            case Epoch epoch -> castToTimestamp(cell);
        };
    }

    private static String castToTimestamp(String cell) {
        return "try_cast(%s as timestamp)".formatted(cell);
    }

    private static String parsed(List<String> patterns, String cell) {
        boolean isIso =
                patterns.stream().allMatch(pattern -> pattern.startsWith("%Y-%m-%d") && !pattern.contains("%p"));
        String slow = tried(patterns, cell);
        return isIso ? "coalesce(try_cast(%s as timestamp), %s)".formatted(cell, slow) : slow;
    }

    private static String tried(List<String> patterns, String cell) {
        boolean isNamed = patterns.stream().anyMatch(pattern -> pattern.matches(".*%[abp].*"));
        return "try_strptime(%s, [%s])"
                .formatted(isNamed ? "english_dates(%s)".formatted(cell) : cell, Sql.literals(patterns));
    }

    private String zoned(Moment moment, String cell) {
        List<String> withOffset = moment.patterns().stream()
                .filter(pattern -> pattern.contains("%z") || pattern.contains("%Z"))
                .toList();
        // what the engine casts without help is left to it
        List<String> inUtc = moment.patterns().stream()
                .filter(pattern -> pattern.matches("(?i).*[^%]z") && !pattern.startsWith("%Y-%m-%d"))
                .toList();
        String iso = "try_cast(%s as timestamp with time zone)".formatted(cell);
        String offset = withOffset.isEmpty() ? "" : ", " + tried(withOffset, cell);
        String utc = inUtc.isEmpty() ? "" : ", timezone('UTC', %s)".formatted(tried(inUtc, cell));
        String stated = offset.isEmpty() && utc.isEmpty() ? iso : "coalesce(%s%s%s)".formatted(iso, offset, utc);
        return mixed(moment, cell, stated);
    }

    /// A log of several systems: some write their offset, some a local time, some seconds or less since 1970.
    private String mixed(Moment moment, String cell, String stated) {
        List<String> local = moment.patterns().stream()
                .filter(pattern -> !pattern.toUpperCase(Locale.ROOT).contains("Z") && !pattern.equals(Moment.COUNTED))
                .toList();
        String counted = moment.patterns().contains(Moment.COUNTED)
                ? " when regexp_full_match(%1$s, '[0-9]{10}|[0-9]{13}|[0-9]{16}') then cast(make_timestamp(cast(rpad(%1$s, 16, '0') as bigint)) as timestamp with time zone)"
                        .formatted(cell)
                : "";
        if (local.isEmpty() && counted.isEmpty()) {
            return stated;
        }
        return "case%s when regexp_matches(%s, '(Z|UTC|GMT|GMT[+-][0-9]{1,2}|[T:][0-9]{2,6}([.,][0-9]+)?( ?[AaPp][Mm])? ?[+-][0-9]{2}(:?[0-9]{2})?)$') then %s%s end"
                .formatted(counted, cell, stated, local.isEmpty() ? "" : " else " + inZone(parsed(local, cell)));
    }

    private static String epoch(Epoch epoch, String cell) {
        return "cast(make_timestamp(try_cast(%s as bigint) * %d) as timestamp with time zone)"
                .formatted(cell, 1_000_000 / epoch.perSecond());
    }
}
