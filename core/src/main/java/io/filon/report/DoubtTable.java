package io.filon.report;

import io.filon.report.Audit.Doubt;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import io.filon.workspace.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the reader should check: what intake doubted of the files, and what the value of money makes doubtful.
final class DoubtTable {

    /// Currencies whose yearly price rise passed 10 % in recent years.
    private static final Set<String> LOSING_VALUE =
            Set.of("ARS", "TRY", "VES", "ZWL", "ZWG", "LBP", "SDG", "SSP", "IRR", "NGN", "EGP", "ETB", "GHS", "MMK");

    private static final int LONGEST_UNCORRECTED_DAYS = 180;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Row(
            String code,
            @Nullable String file,
            @Nullable String columnName,
            int severity,
            @Nullable String detail) {}

    private final Store store;
    private final Settings settings;

    DoubtTable(Store store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    List<Doubt> doubts(String currency) {
        List<Doubt> doubts = new ArrayList<>();
        if (moneyMelts(currency)) {
            doubts.add(new Doubt(
                    "high_inflation", "", "", 1, Phrase.of("doubt.high_inflation", new Value.Name(currency))));
        }
        store.query(Sql.of("select * from doubts order by severity, code, file, column_name"), Row.class)
                .forEach(row -> doubts.add(doubt(row)));
        return List.copyOf(doubts);
    }

    private boolean moneyMelts(String currency) {
        return LOSING_VALUE.contains(currency)
                && settings.priceIndex().isEmpty()
                && store.number(Sql.of("select history_days from star_window")) > LONGEST_UNCORRECTED_DAYS;
    }

    private static Doubt doubt(Row row) {
        return new Doubt(
                row.code,
                Objects.requireNonNullElse(row.file, ""),
                Objects.requireNonNullElse(row.columnName, ""),
                row.severity,
                new Phrase("doubt." + row.code, values(row.detail)));
    }

    private static List<Value> values(@Nullable String detail) {
        if (detail == null || detail.isBlank()) {
            return List.of();
        }
        List<Value> values = new ArrayList<>();
        for (JsonNode value : JSON.readTree(detail)) {
            values.add(value(value));
        }
        return values;
    }

    private static Value value(JsonNode value) {
        if (value.isIntegralNumber()) {
            return new Value.Count(value.asLong());
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return new Value.Decimal(number.doubleValue(), 2);
        }
        return new Value.Name(withoutFolder(value.asString()));
    }

    /// A file is named as the reader knows it, without where it lies.
    private static String withoutFolder(String text) {
        return text.matches("(?:[A-Za-z]:)?[/\\\\]\\S+\\.\\w+") ? text.replaceFirst(".*[/\\\\]", "") : text;
    }
}
