package io.filon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The corner shop's files against the answers worked out by hand in its README and `expected/`.
class CornerShopTest {

    private static final Path SHOP = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve("examples").resolve("corner-shop"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @BeforeEach
    void readTheFiles() {
        for (String file : new String[] {"clientes", "pedidos", "devoluciones", "tickets", "inversion"}) {
            table(file, SHOP.resolve(file + ".csv"), ", delim = ';', decimal_separator = ',', dateformat = '%d/%m/%Y'");
        }
        for (String file :
                new String[] {"customer_ledger", "ladder", "lifecycle", "star_customers", "loss_makers", "whale_points"
                }) {
            table(file, SHOP.resolve("expected").resolve(file + ".csv"), "");
        }
    }

    @Test
    void ladder_is_the_sum_of_the_customers() {
        assertThat(amount("select sum(net) from customer_ledger")).isEqualByComparingTo("1127");
        assertThat(amount("select amount from ladder where step = 'net'")).isEqualByComparingTo("1127");
        assertThat(amount("select sum(gross_sales) from customer_ledger")).isEqualByComparingTo("4779.50");
    }

    @Test
    void each_customers_net_follows_from_the_files() {
        assertThat(differences("""
                with goods as (
                    select id_cliente, sum(importe - iva - coste_linea) as margin
                    from pedidos where estado = 'entregado' group by 1
                ),
                orders as (
                    select id_cliente, sum(envio_cobrado - coste_envio - comision_pago) as beside
                    from (select distinct id_pedido, id_cliente, envio_cobrado, coste_envio, comision_pago
                          from pedidos where estado = 'entregado') group by 1
                ),
                back as (select id_cliente, sum(importe * 100 / 121 + coste_gestion) as back
                         from devoluciones group by 1),
                help as (select id_cliente, sum(coste) as help from tickets group by 1)
                select id_cliente as customer_id, margin + beside - coalesce(back, 0) - coalesce(help, 0)
                    - coste_captacion as value
                from goods join orders using (id_cliente) left join back using (id_cliente)
                    left join help using (id_cliente) join clientes using (id_cliente)
                """, "select customer_id, net as value from customer_ledger"))
                .isZero();
    }

    @Test
    void usual_gap_is_the_own_median_shrunk_to_120_days() {
        String gaps = """
                create table gaps as
                select id_cliente, day - lag(day) over (partition by id_cliente order by day) as gap
                from (select distinct id_cliente, fecha_pedido as day from pedidos where estado = 'entregado')
                qualify gap is not null
                """;
        store.run(Sql.of(gaps));

        assertThat(amount("select median(gap) from gaps")).isEqualByComparingTo("120");
        assertThat(differences("""
                select c.customer_id, round((count(gap) * coalesce(median(gap), 0) + 360) / (count(gap) + 3), 2) as value
                from customer_ledger c left join gaps on c.customer_id = id_cliente group by 1
                """, "select customer_id, usual_gap_days as value from lifecycle"))
                .isZero();
    }

    @Test
    void lifecycle_states_follow_from_gap_and_hiatus() {
        assertThat(amount("""
                select count(*) from lifecycle left join star_customers using (customer_id)
                where state <> case
                    when purchase_days = 1 and hiatus_days <= usual_gap_days then 'new'
                    when hiatus_days <= 1.5 * usual_gap_days
                        then case when contribution_last_12_months is null then 'active' else 'active_vip' end
                    when hiatus_days <= 3 * usual_gap_days then 'at_risk'
                    when hiatus_days <= greatest(365, 6 * usual_gap_days)
                        then case when customer_id = 'C07' then 'dormant_high' else 'dormant_low' end
                    else 'lost' end
                """)).isZero();
    }

    @Test
    void whale_curve_peaks_after_twenty_buyers() {
        assertThat(amount("select arg_max(position, cumulative_net) from whale_points"))
                .isEqualByComparingTo("20");
        assertThat(amount("select max(cumulative_net) from whale_points")).isEqualByComparingTo("1299");
        assertThat(amount("select count(*) from loss_makers")).isEqualByComparingTo("7");
        assertThat(amount("select sum(net) from loss_makers")).isEqualByComparingTo("-172");
    }

    @Test
    void advertising_is_what_acquiring_its_customers_cost() {
        assertThat(amount("select sum(inversion) from inversion"))
                .isEqualByComparingTo(
                        amount("select sum(coste_captacion) from clientes where canal_captacion = 'Instagram'"));
    }

    private void table(String name, Path file, String options) {
        store.run(Sql.of("create table %s as select * from read_csv(%s, header = true%s)"
                .formatted(name, Sql.literal(file.toString()), options)));
    }

    private BigDecimal amount(String select) {
        return new BigDecimal(store.text(Sql.of(select)).orElseThrow());
    }

    /// Customers whose values differ by a cent or more, or who are in one of the two only.
    private long differences(String computed, String expected) {
        return store.number(Sql.of("""
                select count(*) from (%s) as computed full join (%s) as expected using (customer_id)
                where computed.value is null or expected.value is null
                    or abs(computed.value - expected.value) >= 0.01
                """.formatted(computed, expected)));
    }
}
