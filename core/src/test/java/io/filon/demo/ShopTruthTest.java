package io.filon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What `truth.json` says of a shop, against the files themselves. Seed 11, 2,000 customers.
@TestInstance(Lifecycle.PER_CLASS)
class ShopTruthTest {

    private static final int CUSTOMERS = 2_000;

    /// What each customer left by the ladder, from the files alone.
    private static final String LEDGER = """
            create table ledger as
            with goods as (
                select id_cliente,
                    sum(importe - iva - coste_linea) as margin
                from pedidos where estado = 'entregado' group by 1
            ),
            orders as (
                select id_cliente, sum(envio_cobrado - coste_envio - comision_pago) as beside
                from (select distinct id_pedido, id_cliente, envio_cobrado, coste_envio, comision_pago
                      from pedidos where estado = 'entregado')
                group by 1
            ),
            back as (
                select id_cliente, sum(importe / 1.21 + coste_gestion) as back from devoluciones group by 1
            ),
            help as (select id_cliente, sum(coste) as help from tickets group by 1),
            contact as (select id_cliente, sum(coste) as contact from envios group by 1)
            select id_cliente,
                coalesce(margin, 0) + coalesce(beside, 0) - coalesce(back, 0) - coalesce(help, 0)
                    - coalesce(contact, 0) as contribution
            from clientes left join goods using (id_cliente) left join orders using (id_cliente)
                left join back using (id_cliente) left join help using (id_cliente)
                left join contact using (id_cliente)
            """;

    private ShopReading shop;

    @BeforeAll
    void write(@TempDir Path folder) {
        shop = new ShopReading(new ShopGenerator(ShopOptions.of(11, CUSTOMERS)).writeTo(folder, done -> {}));
        shop.run(LEDGER);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void totals_are_those_of_the_files_to_the_cent() {
        String counted = " from pedidos where estado = 'entregado'";
        String orders = " from (select distinct id_pedido, id_cliente, envio_cobrado, coste_envio, comision_pago"
                + counted + ")";
        Map<String, String> selects = Map.ofEntries(
                Map.entry("customers", "select count(*) from clientes"),
                Map.entry("buyers", "select count(distinct id_cliente)" + counted),
                Map.entry("orders", "select count(distinct id_pedido)" + counted),
                Map.entry("order_lines", "select count(*)" + counted),
                Map.entry("units", "select sum(cantidad)" + counted),
                Map.entry("events", "select count(*) from eventos"),
                Map.entry("tickets", "select count(*) from tickets"),
                Map.entry("returns", "select count(*) from devoluciones"),
                Map.entry("gross_sales", "select sum(cantidad * precio_unitario)" + counted),
                Map.entry("discounts", "select sum(descuento)" + counted),
                Map.entry("tax", "select sum(iva)" + counted),
                Map.entry("product_cost", "select sum(coste_linea)" + counted),
                Map.entry("returned", "select sum(importe) from devoluciones"),
                Map.entry("return_cost", "select sum(coste_gestion) from devoluciones"),
                Map.entry("service_cost", "select sum(coste) from tickets"),
                Map.entry("contact_cost", "select sum(coste) from envios"),
                Map.entry("acquisition_cost", "select sum(inversion) from inversion"),
                Map.entry("shipping_income", "select sum(envio_cobrado)" + orders),
                Map.entry("shipping_cost", "select sum(coste_envio)" + orders),
                Map.entry("payment_cost", "select sum(comision_pago)" + orders));

        selects.forEach((name, select) -> assertThat(shop.amount("select round((" + select + "), 2)"))
                .as(name)
                .isEqualByComparingTo(shop.total(name)));
    }

    @Test
    void revenue_and_net_follow_from_the_other_totals() {
        BigDecimal revenue =
                shop.total("gross_sales").subtract(shop.total("discounts")).subtract(shop.total("returned"));

        assertThat(shop.total("revenue")).isEqualByComparingTo(revenue);
        assertThat(shop.total("contribution").doubleValue())
                .isCloseTo(
                        shop.amount("select sum(contribution) from ledger").doubleValue(),
                        Percentage.withPercentage(0.01));
        assertThat(shop.total("net"))
                .isEqualByComparingTo(shop.total("contribution").subtract(shop.total("acquisition_cost")));
    }

    @Test
    void every_customer_has_an_expected_value_that_adds_up() {
        assertThat(shop.truth().path("customers").size()).isEqualTo(CUSTOMERS);
        assertThat(shop.amount("select sum(expected_net::decimal(18, 2)) from answers"))
                .isEqualByComparingTo(shop.total("expected_net"));
    }

    @Test
    void names_the_jobs_triggers_habits_and_barriers_planted() {
        JsonNode behaviour = shop.truth().path("behaviour");

        assertThat(behaviour.path("jobs").path("names").valueStream().map(JsonNode::asString))
                .contains("compare_prices", "gift")
                .hasSize(7);
        assertThat(behaviour
                        .path("triggers")
                        .valueStream()
                        .filter(trigger -> trigger.path("works").asBoolean())
                        .map(trigger -> trigger.path("name").asString()))
                .containsExactly("Le echamos de menos", "Vuelva a casa (carta)", "Rebajas para todos");
        assertThat(behaviour
                        .path("habits")
                        .valueStream()
                        .map(habit -> habit.path("habit").asString() + " "
                                + habit.path("value").asString()))
                .contains("weekend yes", "hours 20-24", "channel app");
        assertThat(behaviour
                        .path("barriers")
                        .valueStream()
                        .map(barrier -> barrier.path("type").asString()))
                .containsExactly("abandona_carrito");
    }

    @Test
    void what_was_expected_of_a_kind_is_what_it_left_on_average() {
        // four standard errors of each kind's mean, and what returns of the last month's orders will still cost
        assertThat(shop.amount("""
                with acquired as (
                    select id_cliente,
                        case when fecha_alta < date '2024-01-01' then 0
                            when canal_captacion = 'Instagram Ads' then 14
                            when canal_captacion in ('Google Ads', 'TikTok Ads') then 6 else 0 end as cost
                    from clientes
                ),
                last_day as (select max(fecha_pedido) as day from pedidos),
                bought as (
                    select id_cliente, count(distinct id_pedido) as orders,
                        count(distinct id_pedido) filter (where fecha_pedido > last_day.day - interval 30 day) as late
                    from pedidos cross join last_day where estado = 'entregado' group by 1
                ),
                back as (
                    select id_cliente, sum(importe / 1.21 + coste_gestion) as back from devoluciones group by 1
                ),
                kinds as (
                    select type, avg(contribution - cost - expected_net) as gap,
                        stddev(contribution - cost - expected_net) / sqrt(count(*)) as error,
                        coalesce(sum(late) * sum(back) / sum(orders) / count(*), 0) as to_come
                    from answers join ledger on customer_id = id_cliente join acquired using (id_cliente)
                        left join bought using (id_cliente) left join back using (id_cliente)
                    group by 1
                )
                select count(*) from kinds where gap > 4 * error + 0.5 + to_come or -gap > 4 * error + 0.5
                """)).isEqualByComparingTo("0");
    }

    @Test
    void every_online_order_ends_in_one_event_with_its_number() {
        assertThat(shop.amount("""
                select count(*) from
                    (select distinct id_pedido from pedidos where canal <> 'tienda') as placed
                    full join (select properties.order_id as id_pedido from eventos
                               where event = 'Order Completed') as seen using (id_pedido)
                where placed.id_pedido is null or seen.id_pedido is null
                """)).isEqualByComparingTo("0");
    }

    @Test
    void message_ids_are_unique() {
        assertThat(shop.amount("select count(*) - count(distinct \"messageId\") from eventos"))
                .isEqualByComparingTo("0");
    }
}
