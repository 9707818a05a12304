package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The same sales in two files that share no number are doubted; sales that only look alike are not.
class AlikeSalesTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-03");

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void invoices_of_the_same_customers_and_amounts_some_days_later_are_doubted() {
        List<String> doubts = doubts(
                orders(
                        "Nº pedido,Fecha pedido,Cod. cliente,Estado,Total",
                        row -> "P%d,%s,C%d,Entregado,%d.35"
                                .formatted(row, FIRST.plusDays(row * 3L), row % 9, 20 + row)),
                orders(
                        "Nº factura,Fecha factura,Cod. cliente,Total",
                        row -> "F%d,%s,C%d,%d.35".formatted(row, FIRST.plusDays(row * 3L + 5), row % 9, 20 + row)));

        assertThat(doubts).containsExactly("second.csv 1 [40,40,\"first.csv\",\"second.csv\"]");
    }

    @Test
    void fees_charged_on_the_day_that_another_file_says_are_doubted() {
        List<String> doubts = doubts(
                orders(
                        "Fecha,Nº donación,Nº socio,Importe,Forma de pago",
                        row -> "%s,D%d,S%d,10.00,Recibo".formatted(FIRST.plusDays(row), row, row % 9)),
                orders(
                        "Fecha cargo,Remesa,Nº socio,Importe",
                        row -> "%s,REM%d,S%d,10.00".formatted(FIRST.plusDays(row), row / 5, row % 9)));

        assertThat(doubts).singleElement().asString().startsWith("second.csv 1 ");
    }

    @Test
    void the_fees_of_two_months_are_not_the_same_sales() {
        List<String> doubts = doubts(rents("2024-01-05"), rents("2024-02-05"));

        assertThat(doubts).isEmpty();
    }

    @Test
    void equal_fees_of_other_days_are_not_the_same_sales() {
        List<String> doubts = doubts(
                orders(
                        "Fecha,Recibo,Nº socio,Importe",
                        row -> "%s,R%d,S%d,10.00".formatted(FIRST.plusDays(row), row, row % 9)),
                orders(
                        "Date,Receipt,Member ID,Amount",
                        row -> "%s,T%d,S%d,10.00".formatted(FIRST.plusDays(row + 4), row, row % 9)));

        assertThat(doubts).isEmpty();
    }

    private static String rents(String day) {
        return orders(
                "Recibo,Fecha,Nº socio,Importe", row -> "R%s%d,%s,S%d,%d.50".formatted(day, row, day, row, 400 + row));
    }

    private static String orders(String headers, IntFunction<String> row) {
        return IntStream.range(0, 40).mapToObj(row).collect(Collectors.joining("\n", headers + "\n", "\n"));
    }

    private List<String> doubts(String first, String second) {
        Imported files = new Imported(store).with("first.csv", first).with("second.csv", second);
        files.run();
        return files.rows("select file, severity, detail from doubts where code = 'alike_sales'");
    }
}
