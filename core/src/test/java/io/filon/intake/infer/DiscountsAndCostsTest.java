package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.RoleTypes;
import io.filon.store.DuckStore;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Discounts, costs and shipping that exports state apart, and what of a total is money at all.
class DiscountsAndCostsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duration (total)", "Total duration", "Session duration (total)", "Points total", "Total points",
                "Puntos totales", "Total pages", "total_sqft", "Total visits", "Total calls", "Total minutes",
                "Tiempo total", "Peso total (kg)", "Pages (total)", "Total loyalty points"
            })
    void a_total_of_what_is_measured_or_counted_is_no_money(String header) {
        assertThat(Lexicon.load().roles(header).keySet()).doesNotContainAnyElementsOf(RoleTypes.MONEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total", "Total visita", "Importe puntos", "Total sesión", "Total (Mexican peso)"})
    void a_total_of_money_stays_one(String header) {
        assertThat(Lexicon.load().roles(header).keySet()).containsAnyElementsOf(Set.of(Role.ORDER_TOTAL, Role.AMOUNT));
    }

    @Test
    void a_ledger_of_points_beside_orders_adds_nothing_to_sales() {
        new Imported(store)
                .with("pedidos.csv", """
                        Pedido;Fecha;Cliente;Importe
                        1;2024-01-13;C1;10,50
                        2;2024-01-14;C2;20,00
                        3;2024-01-20;C1;30,25
                        """)
                .with("puntos.csv", """
                        Fecha;Cliente;Email;Tipo;Puntos totales
                        2024-01-13;C1;a@x.es;alta;105
                        2024-01-14;C2;b@x.es;alta;200
                        2024-01-21;C1;a@x.es;canje;302
                        """)
                .run();

        assertThat(Sold.net(store)).isEqualTo("60.75");
    }
}
