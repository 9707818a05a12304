package io.filon.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.fit.Leads.Lead;
import io.filon.problem.FilonException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastLeadsTest {

    private static final PastLeads PAST =
            new PastLeads("Estado", List.of("Ganado"), List.of("Abierto"), "Importe", "Alta", "Cierre", "", 0);

    private static LeadReader.Sheet sheet() {
        return new LeadReader.Sheet(
                "contactos.csv",
                List.of("Estado", "Importe", "Alta", "Cierre"),
                List.of(
                        Arrays.asList("Ganado", "1.000,00", "2025-01-01", "2025-01-11"),
                        Arrays.asList("Perdido", null, "2025-01-02", "2025-01-04"),
                        Arrays.asList("Abierto", null, "2025-01-03", null),
                        Arrays.asList("Abierto", null, "2025-03-01", null),
                        Arrays.asList("Perdido", null, "2025-03-05", "2025-03-06"),
                        Arrays.asList("Abierto", null, null, null)));
    }

    @Test
    void follows_everybody_equally_long_and_counts_no_open_deal_as_lost() {
        PastLeads.Read read = PAST.read(sheet(), 0.4, 20);

        assertThat(read.horizon()).isEqualTo(10);
        assertThat(read.undated()).isEqualTo(1);
        assertThat(read.leads().rows())
                .extracting(Lead::net)
                .containsExactly(380.0, -20.0, -20.0, Double.NaN, Double.NaN);
        assertThat(read.notYet()).isEqualTo(2);
    }

    @Test
    void names_the_nearest_column() {
        PastLeads wrong = new PastLeads("Estadoo", List.of(), List.of(), "", "", "", "", 100);

        assertThatThrownBy(() -> wrong.read(sheet(), 1, 0)).isInstanceOf(FilonException.class);
    }
}
