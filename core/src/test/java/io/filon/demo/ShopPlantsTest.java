package io.filon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Whether the plants can be seen in the files. Seed 5, 4,000 customers; margins are wide on purpose.
@TestInstance(Lifecycle.PER_CLASS)
class ShopPlantsTest {

    private ShopReading shop;

    @BeforeAll
    void write(@TempDir Path folder) {
        shop = new ShopReading(new ShopGenerator(ShopOptions.of(5, 4_000)).writeTo(folder, done -> {}));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void rural_professionals_earn_many_times_the_rest() {
        assertThat(margin("zona = 'Rural' and \"Tipo de cliente\" = 'Profesional'"))
                .isGreaterThan(2.5 * margin("not (zona = 'Rural' and \"Tipo de cliente\" = 'Profesional')"));
    }

    @Test
    void being_rural_or_professional_alone_is_not_it() {
        double both = margin("zona = 'Rural' and \"Tipo de cliente\" = 'Profesional'");

        assertThat(margin("zona = 'Rural' and \"Tipo de cliente\" = 'Particular'"))
                .isLessThan(both / 2);
        assertThat(margin("zona = 'Urbana' and \"Tipo de cliente\" = 'Profesional'"))
                .isLessThan(both / 2);
    }

    @Test
    void the_declared_persona_receives_most_of_the_spend_and_earns_little() {
        double aimed = shop.amount("select sum(inversion) from inversion where campaña = 'Jóvenes urbanos'")
                .doubleValue();
        double persona = shop.plant("persona_joven_urbana")
                .path("expected_net_per_customer")
                .asDouble();
        double star = shop.plant("profesionales_rurales")
                .path("expected_net_per_customer")
                .asDouble();

        assertThat(aimed).isGreaterThan(0.6 * shop.total("acquisition_cost").doubleValue());
        assertThat(persona).isLessThan(star / 20);
    }

    @Test
    void loss_makers_return_much_or_order_little_with_free_shipping() {
        assertThat(shop.plant("pierden_por_devoluciones")
                        .path("expected_net_per_customer")
                        .asDouble())
                .isNegative();
        assertThat(shop.plant("pierden_por_envio_gratis")
                        .path("expected_net_per_customer")
                        .asDouble())
                .isNegative();
        assertThat(share("devolvedor", "exists (select 1 from devoluciones d where d.id_pedido = p.id_pedido)"))
                .isGreaterThan(0.4);
        assertThat(share("envio_gratis", "envio_cobrado < 3")).isGreaterThan(0.9);
    }

    @Test
    void the_five_micro_segments_behave_as_they_are_described() {
        assertThat(share("nocturno_de_app", "canal = 'app' and hour(fecha_pedido) >= 20"))
                .isGreaterThan(0.6);
        assertThat(share("descuento_de_finde", "isodow(fecha_pedido) >= 6 and descuento > 0"))
                .isGreaterThan(0.5);
        assertThat(share("madre_primeriza", "tipo_envio = 'exprés'")).isGreaterThan(0.5);
        assertThat(events("abandona_carrito", "Product Added") - events("abandona_carrito", "Order Completed"))
                .isGreaterThan(10);
        assertThat(events("profesional_que_investiga", "Product Viewed")
                        / events("profesional_que_investiga", "Order Completed"))
                .isGreaterThan(4);
    }

    @Test
    void dormant_high_value_customers_bought_often_and_stopped() {
        assertThat(shop.amount("""
                select min(date '2025-12-31' - last_on) from (
                    select max(fecha_pedido)::date as last_on, count(distinct id_pedido) as orders
                    from pedidos p join answers on customer_id = id_cliente
                    where type = 'dormido_de_alto_valor' and p.cupon is null group by id_cliente)
                """).intValue()).isGreaterThan(150);
        assertThat(shop.plant("dormidos_de_alto_valor")
                        .path("expected_net_per_customer")
                        .asDouble())
                .isGreaterThan(100);
    }

    @Test
    void the_vip_mail_earns_nothing_and_the_at_risk_mail_does() {
        assertThat(shop.truth()
                        .path("messages")
                        .get(0)
                        .path("extra_orders_per_message")
                        .asDouble())
                .isZero();
        assertThat(answered("Boletín VIP", "no"))
                .isCloseTo(answered("Boletín VIP", "sí"), Percentage.withPercentage(15));
        double extra = shop.truth()
                .path("messages")
                .get(1)
                .path("extra_orders_per_message")
                .asDouble();
        double threeErrors = 0.06; // of a difference between some 1,500 and 360 answers of one in eight
        assertThat(answered("Le echamos de menos", "no") - answered("Le echamos de menos", "sí"))
                .isPositive()
                .isBetween(extra - threeErrors, extra + threeErrors);
    }

    @Test
    void the_four_rows_of_the_priority_matrix_are_known_to_the_cent() {
        assertThat(gain("active_vip")).isZero();
        assertThat(gain("at_risk")).isGreaterThan(5 * cost("at_risk"));
        assertThat(gain("dormant_high_value")).isBetween(cost("dormant_high_value"), 4 * cost("dormant_high_value"));
        assertThat(gain("dormant_low_value")).isLessThan(2 * cost("dormant_low_value"));
    }

    @Test
    void retargeting_claims_orders_of_those_who_buy_anyway() {
        double claimed = shop.amount("select sum(valor_conversiones) from inversion where canal = 'Retargeting'")
                .doubleValue();
        double spent = shop.amount("select sum(inversion) from inversion where canal = 'Retargeting'")
                .doubleValue();

        assertThat(claimed).isGreaterThan(10 * spent);
        assertThat(shop.truth().path("retargeting").path("confounded").asBoolean())
                .isTrue();
    }

    @Test
    void one_channel_grows_whoever_comes_by_it() {
        assertThat(tiktok("2025-07-01", "2025-12-31")).isGreaterThan(2 * tiktok("2024-01-01", "2024-06-30"));
        assertThat(shop.amount("""
                select abs(avg(case when canal_captacion = 'TikTok Ads' and type = 'profesional_rural' then 1.0
                                    when canal_captacion = 'TikTok Ads' then 0.0 end)
                         - avg(case when type = 'profesional_rural' then 1.0 else 0.0 end))
                from clientes join answers on customer_id = id_cliente where fecha_alta >= date '2024-01-01'
                """).doubleValue()).isLessThan(0.05);
    }

    private double margin(String who) {
        return shop.amount("""
                select sum(importe - iva - coste_linea) / count(distinct c.id_cliente)
                from clientes c join formulario f on f."Número de cliente" = c.id_cliente
                    left join pedidos p on p.id_cliente = c.id_cliente and estado = 'entregado'
                where %s
                """.formatted(who)).doubleValue();
    }

    /// Share of the orders of a kind for which a condition on a line holds.
    private double share(String type, String condition) {
        return shop.amount("""
                select count(distinct id_pedido) filter (where %s) / count(distinct id_pedido)::double
                from pedidos p join answers on customer_id = id_cliente
                where type = '%s' and canal <> 'tienda' and estado = 'entregado'
                """.formatted(condition, type)).doubleValue();
    }

    private double events(String type, String event) {
        return shop.amount("""
                select count(*) filter (where event = '%s') / count(distinct customer_id)::double
                from answers left join eventos on customer_id = "userId" where answers.type = '%s'
                """.formatted(event, type)).doubleValue();
    }

    /// Share of messages (or of what was held back) followed by an order within 14 days.
    private double answered(String campaign, String control) {
        return shop.amount("""
                select avg(case when exists (
                        select 1 from pedidos p where p.id_cliente = e.id_cliente
                            and p.fecha_pedido > e.enviado
                            and p.fecha_pedido::date <= e.enviado::date + 14) then 1.0 else 0.0 end)
                from envios e where tipo = 'enviado' and e."campaña" = '%s' and e.grupo_control = '%s'
                """.formatted(campaign, control)).doubleValue();
    }

    private double gain(String segment) {
        return message(segment).path("expected_gain").asDouble();
    }

    private double cost(String segment) {
        return message(segment).path("cost").asDouble();
    }

    private JsonNode message(String segment) {
        return shop.truth()
                .path("messages")
                .valueStream()
                .filter(message -> message.path("segment").asString().equals(segment))
                .findFirst()
                .orElseThrow();
    }

    private double tiktok(String from, String to) {
        return shop.amount("""
                select avg(case when canal_captacion = 'TikTok Ads' then 1.0 else 0.0 end)
                from clientes where fecha_alta between date '%s' and date '%s'
                """.formatted(from, to)).doubleValue();
    }
}
