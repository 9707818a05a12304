package io.filon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.infer.Corrections;
import io.filon.intake.infer.Understanding;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an order comes to in the tables, from exports that say it by several columns.
class MoneyImportTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path scratch;

    @Test
    void a_stated_total_is_the_sale_whatever_cost_and_margin_come_to() throws IOException {
        imported("""
                Nº pedido;Fecha;Cliente;Total (IVA inc.);IVA;Coste;Margen
                1;13/01/2024;7;121,00;21,00;60,00;40,00
                2;14/01/2024;8;60,50;10,50;30,00;20,00
                3;15/01/2024;7;24,20;4,20;12,00;8,00
                """);

        assertThat(sum("amount", "order_lines")).isEqualTo("205.7000");
        assertThat(sum("tax", "orders")).isEqualTo("35.7000");
    }

    @Test
    void a_total_is_after_its_discount_which_is_not_taken_off_again() throws IOException {
        imported("""
                Order,Date,Customer ID,Discount Amount,Total
                1,2024-01-13,7,2.10,18.00
                2,2024-01-14,8,0,7.00
                3,2024-01-15,7,0.90,18.00
                """);

        assertThat(sum("amount", "order_lines")).isEqualTo("46.0000");
        assertThat(sum("discount", "orders")).isEqualTo("3.0000");
    }

    @Test
    void net_sales_are_gross_less_discounts_and_returns_once() throws IOException {
        imported("""
                Order,Customer ID,Date,Gross Sales,Discounts,Returns,Net Sales,Shipping,Taxes,Total Sales
                1,7,2024-01-13,100.00,-10.00,-30.00,60.00,5.00,6.00,71.00
                2,8,2024-01-14,100.00,0.00,0.00,100.00,5.00,10.00,115.00
                3,7,2024-01-15,80.00,-8.00,0.00,72.00,5.00,7.20,84.20
                4,9,2024-01-16,50.00,0.00,-20.00,30.00,5.00,3.00,38.00
                """);

        assertThat(sum("amount", "order_lines")).isEqualTo("330.0000");
        assertThat(sum("discount", "orders")).isEqualTo("18.0000");
        assertThat(sum("amount", "returns")).isEqualTo("50.0000");
        assertThat(sum("tax", "orders")).isEqualTo("0.0000");
    }

    private void imported(String text) throws IOException {
        Path file = Files.writeString(scratch.resolve("export.csv"), text);
        Reading reading = RawFiles.readAll(store, List.of(file), scratch, Progress.NONE);
        Plan plan = Understanding.plan(store, reading.tables(), Corrections.NONE);
        Options options = Options.at(Instant.parse("2026-01-01T00:00:00Z"));
        new Import(store, reading.lines()::linesOf).run(plan, reading.duplicates(), options, Progress.NONE);
    }

    private String sum(String column, String table) {
        StringBuilder sum = new StringBuilder();
        store.stream(
                Sql.of("select sum(%s) as total from %s".formatted(column, table)),
                row -> sum.append(row.get("total")));
        return sum.toString();
    }
}
