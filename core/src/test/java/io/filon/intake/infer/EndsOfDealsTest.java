package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// How deals ended and on which day, where files tell less than a beginning, an end and a stage.
class EndsOfDealsTest {

    private static final String DEALS = """
            %s
            301,jose@x.example,5952.34,won,2024-03-31
            302,peter@x.example,23667.40,lost,2023-02-03
            303,pablo@x.example,9520.09,open,2024-07-08
            304,jose@x.example,1000.00,won,2024-04-02
            """;

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported files = new Imported(store);

    @Test
    void deals_with_one_day_only_are_looked_at_from_the_last_that_was_won() {
        for (String headers : List.of(
                "deal_id,email,amount,stage,date",
                "Oportunidad,Email,Importe,Fase,Fecha",
                "Oportunidad,Email,Importe,Estado,Fecha creación")) {
            try (DuckStore own = DuckStore.inMemory()) {
                Imported deals = new Imported(own).with("deals.csv", DEALS.formatted(headers));

                Plan plan = deals.run();

                assertThat(deals.rows("select as_of from run")).as(headers).containsExactly("2024-04-02");
                assertThat(plan.doubts())
                        .contains(new Doubt(
                                "deals_without_closing",
                                "deals.csv",
                                headers.substring(headers.lastIndexOf(',') + 1),
                                2,
                                List.of()));
            }
        }
    }

    @Test
    void a_day_that_was_only_expected_does_not_end_a_deal() {
        files.with("pipeline.csv", """
                        Opportunity,Customer,Email,Stage,Amount,Expected close,Date added
                        Opp 301,Acme,jose@x.example,Won,5952.34,2024-04-10,2024-03-31
                        Opp 302,Bolt,peter@x.example,Lost,23667.40,2023-02-17,2023-02-03
                        Opp 303,Coil,pablo@x.example,Won,9520.09,2023-08-01,2023-07-08
                        """).run();

        assertThat(files.rows("select as_of from run")).containsExactly("2024-03-31");
        assertThat(files.rows("select count(*), sum(amount) from deals where state = 'won'"))
                .containsExactly("2 15472.4300");
    }

    @Test
    void yes_and_no_say_of_deals_that_are_closed_which_were_won() {
        for (String[] each : new String[][] {{"Ganado", "Sí", "No"}, {"Is won", "true", "false"}, {"Won", "1", "0"}}) {
            try (DuckStore own = DuckStore.inMemory()) {
                Imported deals = new Imported(own).with("negocios.csv", """
                                Negocio,Correo,Valor,Fase,%s,Fecha creación,Fecha cierre
                                N 301,jose@x.example,5952.34,Cerrado,%2$s,2024-03-31,2024-04-10
                                N 302,peter@x.example,23667.40,Cerrado,%3$s,2023-02-03,2023-02-17
                                N 303,pablo@x.example,9520.09,Cerrado,%3$s,2023-07-08,2023-08-01
                                N 304,jose@x.example,100.00,Propuesta,%3$s,2024-05-08,
                                """.formatted((Object[]) each));
                deals.run();

                assertThat(deals.rows("select state, count(*), sum(amount) from deals group by 1 order by 1"))
                        .as(each[0])
                        .containsExactly("lost 2 33187.4900", "open 1 100.0000", "won 1 5952.3400");
            }
        }
    }
}
