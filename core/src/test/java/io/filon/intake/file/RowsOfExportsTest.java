package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which lines of a file are its header, its rows and neither, as programs of shops and offices write them.
class RowsOfExportsTest {

    @TempDir
    private Path folder;

    private Importer importer;

    @BeforeEach
    void open() {
        importer = new Importer(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IVA 21%", "IVA21", "TAX 10%", "IVA 10.0 %", "21%", "4 %", "DTO1", "PVP 2"})
    void reads_a_header_in_capitals_with_a_figure_as_names(String tax) {
        RawTable table = importer.reader.table(importer.reader.write("a.csv", """
                FACTURA;FECHA;CLIENTE;BASE;%s;TOTAL
                F-1;12/03/2023;BAR X;100,00;21,00;121,00
                F-2;13/03/2023;BAR Y;50,00;10,50;60,50
                """.formatted(tax)));

        assertThat(table.headers()).containsExactly("FACTURA", "FECHA", "CLIENTE", "BASE", tax, "TOTAL");
    }

    @Test
    void takes_a_first_row_with_amounts_in_a_currency_or_rates_as_a_row() {
        RawTable table = importer.reader.table(importer.reader.write("a.csv", """
                ann;EUR 21;21%
                bob;EUR 34;10%
                cy;USD 5;21%
                """));

        assertThat(table.header()).isFalse();
    }

    @Test
    void takes_a_first_row_with_a_bare_amount_in_a_currency_as_a_row() {
        RawTable table = importer.reader.table(importer.reader.write("a.csv", "ann;EUR 21\nbob;EUR 34\ncy;USD 5\n"));

        assertThat(table.header()).isFalse();
    }
}
