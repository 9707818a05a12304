package io.filon.report;

import io.filon.report.Audit.Assumption;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.util.List;

/// The named numbers that the result rests on, those that move most money first.
final class AssumptionTable {

    private record Row(
            String name, double value, double low, double high, String unit, String origin, double shareOfResult) {}

    private final Store store;

    AssumptionTable(Store store) {
        this.store = store;
    }

    List<Assumption> used() {
        return store
                .query(
                        Sql.of("select * from assumptions where used order by share_of_result desc nulls last, name"),
                        Row.class)
                .stream()
                .map(AssumptionTable::assumption)
                .toList();
    }

    private static Assumption assumption(Row row) {
        return new Assumption(
                row.name,
                row.value,
                row.low,
                row.high,
                row.unit,
                row.origin,
                row.shareOfResult,
                Phrase.of(
                        "assumption." + row.name,
                        written(row.unit, row.value),
                        written(row.unit, row.low),
                        written(row.unit, row.high)));
    }

    private static Value written(String unit, double number) {
        return switch (unit) {
            case "share" -> new Value.Share(number);
            case "money" ->
                number < 0.1 && number > 0 ? new Value.Decimal(number, 3) : new Value.Money(BigDecimal.valueOf(number));
            default -> new Value.Decimal(number, 1);
        };
    }
}
