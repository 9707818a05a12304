package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.infer.words.StatusWords;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// People who asked and quotes that were sent: what became of each, by the words of their state.
class LeadsAndQuotesTest {

    private static final String QUOTES = """
            Nº presupuesto;Fecha;Nº historia;Paciente;Tratamiento;Importe;Estado
            P2000;11/09/2023;1057;Noah López;Implante;1.586,28;%1$s
            P2001;16/10/2023;1020;Ana López;Implante;2.010,95;%2$s
            P2002;17/10/2023;1021;Eva Gil;Corona;410,50;%3$s
            P2003;19/10/2023;1022;Luis Paz;Corona;420,00;%1$s
            """;

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @ParameterizedTest
    @CsvSource({"Enquiry date,Stage", "Created,Status", "Enquiry date,Lead status", "Date,Stage"})
    void people_of_whom_some_were_contacted_and_some_joined_are_leads(String day, String state) {
        Plan plan = new Imported(store)
                .with("enquiries.csv", """
                %s,Name,Email,Phone,Source,%s,Club
                02/07/2024,Ana Pérez,ana@x.es,+44 7633545360,Facebook,Joined,Leeds
                30/06/2024,Luis Evans,luis@x.es,+44 7641464677,Web,Contacted,Leeds
                14/06/2024,Eva Mora,eva@x.es,+44 7641464612,Web,New,York
                13/05/2024,Tom Webb,tom@x.es,+44 7641464990,Friend,Lost,York
                """.formatted(day, state))
                .run();

        assertThat(Imported.understood(plan, 0))
                .isEqualTo(
                        "leads: %s=created_at, Name=name, Email=email, Phone=phone, Source=channel, %s=status, Club=trait"
                                .formatted(day, state));
        assertThat(rows("select email, created_on, status from leads order by created_on limit 1"))
                .containsExactly("tom@x.es 2024-05-13 Lost");
    }

    @Test
    void leads_in_spanish_say_how_they_came_to_know_of_us() {
        Plan plan = new Imported(store).with("solicitudes.csv", """
                Fecha;Nombre;Correo;Teléfono;Curso de interés;Cómo nos conoció;Estado
                29/09/2023;Ana Sánchez;ana@x.es;675 159 020;Francés;Instagram;Matriculado
                12/03/2024;Luis Gil;luis@x.es;683 078 337;Inglés;Instagram;Interesado
                18/03/2024;Eva Mora;eva@x.es;683 078 338;Inglés;Web;No contesta
                """).run();

        assertThat(Imported.understood(plan, 0))
                .isEqualTo(
                        "leads: Fecha=created_at, Nombre=name, Correo=email, Teléfono=phone, Curso de interés=trait, "
                                + "Cómo nos conoció=acquisition_channel, Estado=status");
    }

    @Test
    void members_who_are_active_or_have_left_are_customers() {
        Plan plan = new Imported(store).with("members.csv", """
                Joined,Name,Email,Phone,Source,Status
                02/07/2024,Ana Pérez,ana@x.es,+44 7633545360,Facebook,Active
                30/06/2024,Luis Evans,luis@x.es,+44 7641464677,Web,Lost
                14/06/2024,Eva Mora,eva@x.es,+44 7641464612,Web,New
                """).run();

        assertThat(plan.files().getFirst().kind()).isEqualTo(Kind.CUSTOMERS);
    }

    @ParameterizedTest
    @CsvSource({
        "Aceptado,Rechazado,Pendiente",
        "Accepted,Declined,Sent",
        "Facturado,No aceptado,Enviado",
        "Approved,Expired,Draft"
    })
    void a_quote_that_was_accepted_is_won(String won, String lost, String open) {
        Plan plan = new Imported(store)
                .with("presupuestos.csv", QUOTES.formatted(won, lost, open))
                .run();

        assertThat(rows("select deal_id, state from deals order by deal_id"))
                .containsExactly("P2000 won", "P2001 lost", "P2002 open", "P2003 won");
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("no_deal_won");
    }

    @Test
    void a_lead_that_sales_accepted_is_not_won() {
        StatusWords words = new StatusWords();

        assertThat(List.of("Sales Accepted", "Accepted lead", "Pending approval").stream()
                        .map(stage -> words.of(Kind.DEALS, stage)))
                .containsOnly(Optional.of("open"));
        assertThat(words.of(Kind.DEALS, "Propuesta aceptada")).contains("won");
    }

    @Test
    void deals_of_which_no_word_says_that_they_were_won_are_doubted() {
        Plan plan = new Imported(store)
                .with("presupuestos.csv", QUOTES.formatted("Fase A", "Fase B", "Fase C"))
                .run();

        assertThat(plan.doubts())
                .contains(new Doubt("no_deal_won", "presupuestos.csv", "Estado", 1, List.of("Fase A, Fase B, Fase C")));
    }

    private List<String> rows(String sql) {
        return new Imported(store).rows(sql);
    }
}
