package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.file.RawTable;
import io.filon.intake.profile.DateParts;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DatePartsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

    private RawTable together(String text) {
        return DateParts.together(store, tables.with("a.csv", text).all().getFirst());
    }

    @Test
    void puts_year_month_and_day_together_in_whatever_order_they_stand() {
        RawTable raw = together("""
                Día de venta;Mes de venta;cliente;Año de venta;importe
                7;3;a;2024;10
                29;2;b;2024;20
                """);

        assertThat(raw.headers()).last().isEqualTo("Año de venta-Mes de venta-Día de venta");
        assertThat(store.text(Sql.of("select string_agg(c5, ' ' order by rowid) from " + raw.table())))
                .contains("2024-03-07 2024-02-29");
    }

    @Test
    void leaves_a_file_alone_that_has_whole_dates_or_days_that_do_not_exist() {
        String calendar = "date;year;month;day\n2024-01-02;2024;1;2\n2024-01-03;2024;1;3\n";
        String months = "year;month;day;total\n2024;13;1;5\n2024;14;2;6\n";
        String other = "year;quarter;day;total\n2024;1;1;5\n2024;1;2;6\n";
        for (String text : List.of(calendar, months, other)) {
            int columns = text.lines().findFirst().orElseThrow().split(";", -1).length;
            DuckStore fresh = DuckStore.inMemory();
            RawTable raw = new RawTables(fresh).with("a.csv", text).all().getFirst();
            assertThat(DateParts.together(fresh, raw).headers()).hasSize(columns);
            fresh.close();
        }
    }
}
