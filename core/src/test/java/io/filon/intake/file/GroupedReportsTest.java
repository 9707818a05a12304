package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports that write a group's name once, above its rows.
class GroupedReportsTest {

    private static final String REPORT = """
            Sales by Customer Detail,,,,
            ,,,,
            ,Date,Num,Product/Service,Amount
            Cool Cars,,,,
            ,2024-01-05,1,Pump,10.00
            ,2024-01-25,2,Hose,5.50
            Total for Cool Cars,,,,15.50
            Total Gardens,,,,
            ,2024-02-25,3,Pump,10.00
            Total for Total Gardens,,,,10.00
            TOTAL,,,,25.50
            """;

    @TempDir
    private Path folder;

    private Importer importer;

    @BeforeEach
    void open() {
        importer = new Importer(folder);
    }

    @Test
    void says_in_each_row_whose_it_is() {
        Reading reading = importer.reader.read(importer.reader.write("report.csv", REPORT));
        RawTable table = reading.tables().getFirst();

        assertThat(table.headers()).containsExactly("Customer", "Date", "Num", "Product/Service", "Amount");
        assertThat(importer.reader.rows(table))
                .containsExactly(
                        "Cool Cars|2024-01-05|1|Pump|10.00",
                        "Cool Cars|2024-01-25|2|Hose|5.50",
                        "Total Gardens|2024-02-25|3|Pump|10.00");
        assertThat(reading.lines().lineOf(table, 2)).isEqualTo(9);
    }

    @Test
    void reads_who_bought_out_of_a_sheet_in_groups() {
        String plain =
                REPORT.replace("Sales by Customer Detail", "Ventas por cliente").replace(",Date", "Cliente,Date");
        importer.read(importer.reader.write("report.xlsx", Importer.workbook(Map.of("Hoja1", plain))));

        assertThat(importer.sources()).containsExactly("report.xlsx order_lines 3 3 0 0");
        assertThat(importer.rows("select customer_id, sum(amount) from order_lines group by 1 order by 1"))
                .containsExactly("Cool Cars 15.5000", "Total Gardens 10.0000");
    }

    @Test
    void leaves_a_table_with_empty_cells_as_it_is() {
        RawTable table = importer.reader.table(importer.reader.write("notes.csv", """
                customer,date,num,amount
                Ana,,,
                ,2024-01-05,1,10.00
                Luis,,,
                ,2024-01-25,2,5.50
                Eva,2024-02-25,3,4.00
                """));

        assertThat(importer.reader.rows(table))
                .startsWith("Ana|||", "|2024-01-05|1|10.00")
                .hasSize(5);
    }

    @Test
    void leaves_groups_in_groups_as_they_are() {
        RawTable table = importer.reader.table(
                importer.reader.write("report.csv", REPORT.replace("Cool Cars,,,,\n", "Cool Cars,,,,\nJob 1,,,,\n")));

        assertThat(importer.reader.rows(table)).startsWith("Cool Cars||||", "Job 1||||");
    }
}
