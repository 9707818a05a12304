package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that hold several tables, all the way to what a company sold.
class ManyTablesTest {

    private static final String SALES = "Invoice,SKU,Quantity,Date,Price,Customer ID\n";

    // Made once, because a workbook holds the time it was made.
    private static final byte[] YEARS = years();

    @TempDir
    private Path folder;

    private Importer importer;

    @BeforeEach
    void open() {
        importer = new Importer(folder);
    }

    @Test
    void reads_every_sheet_of_a_workbook() {
        importer.read(importer.reader.write("book.xlsx", YEARS));

        assertThat(importer.sources())
                .containsExactly("book.xlsx!2010 order_lines 3 3 0 0", "book.xlsx!2011 order_lines 2 2 0 0");
        assertThat(importer.rows("select count(distinct order_id), sum(amount) from order_lines"))
                .containsExactly("5 29.0000");
    }

    @Test
    void joins_the_sheets_of_a_workbook_whatever_their_order() {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Clients", "Customer ID,Name,Email,City\nC1,Ana,ana@x.es,León\nC2,Luis,luis@x.es,Ávila\n");
        sheets.put("Sales", "Order,Customer ID,Date,Total\n1,C1,2024-01-05,10.5\n2,C2,2024-02-25,20\n");
        importer.read(importer.reader.write("book.xlsx", Importer.workbook(sheets)));

        assertThat(importer.rows("select customer_id, email from customers order by 1"))
                .containsExactly("C1 ana@x.es", "C2 luis@x.es");
        assertThat(importer.rows("select sum(stated_total) from orders")).containsExactly("30.5000");
    }

    @Test
    void merges_every_sheet_of_a_workbook_given_again_under_another_name() {
        Path book = importer.reader.write("book.xlsx", YEARS);
        Path copy = importer.reader.write("copy.xlsx", YEARS);
        importer.read(book, copy);

        List<String> told = List.of(
                "book.xlsx!2010 order_lines 3 3 0 0",
                "book.xlsx!2011 order_lines 2 2 0 0",
                "copy.xlsx!2010 order_lines 3 0 3 0",
                "copy.xlsx!2011 order_lines 2 0 2 0");
        assertThat(importer.sources()).containsExactlyElementsOf(told);

        importer.read(book, copy);
        assertThat(importer.sources()).containsExactlyElementsOf(told);
        assertThat(importer.rows("select sum(amount) from order_lines")).containsExactly("29.0000");

        importer.read(copy);
        assertThat(importer.sources()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void knows_a_workbook_read_before_out_of_an_archive() throws IOException {
        importer.read(importer.reader.write("book.xlsx", YEARS));
        importer.read(importer.reader.write("all.zip", zip(YEARS)));

        assertThat(importer.sources())
                .containsExactly(
                        "book.xlsx!2010 order_lines 3 3 0 0",
                        "book.xlsx!2011 order_lines 2 2 0 0",
                        "all.zip!in.xlsx!2010 order_lines 3 0 3 0",
                        "all.zip!in.xlsx!2011 order_lines 2 0 2 0");
        assertThat(importer.rows("select sum(amount) from order_lines")).containsExactly("29.0000");
    }

    private static byte[] years() {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("2010", SALES + "A1,S1,2,2010-01-05,2.5,C1\nA2,S2,1,2010-02-25,3,C2\nA3,S1,1,2010-03-07,2.5,C1\n");
        sheets.put("2011", SALES + "B1,S1,4,2011-01-05,2.5,C1\nB2,S2,2,2011-02-25,4.25,C3\n");
        return Importer.workbook(sheets);
    }

    private static byte[] zip(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("in.xlsx"));
            zip.write(workbook);
        }
        return bytes.toByteArray();
    }
}
