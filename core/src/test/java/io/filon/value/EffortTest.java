package io.filon.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.NamedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.workspace.Persona;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EffortTest {

    private static final String SUM =
            "sum(acquisition + discounts + free_shipping + returns_handled + service + contacts)";

    @AutoClose
    private final DuckStore store = CornerShop.store();

    /// The year 2025 as the corner shop's README works it out by hand.
    @Test
    void counts_the_corner_shops_effort_of_the_year() {
        value(List.of());

        assertThat(rows("select name, customers, contribution, acquisition, discounts, free_shipping, returns_handled, "
                        + "service, contacts from effort_shares where dimension = 'group' order by name"))
                .containsExactly(
                        "came_lately 3 142.0000 0.0000 0.0000 15.0000 0.0000 0.0000 0.0000",
                        "loss_makers 7 -59.0000 120.0000 0.0000 50.0000 6.0000 40.0000 0.0000",
                        "never_bought 3 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000",
                        "others 15 262.0000 0.0000 24.2000 20.0000 0.0000 0.0000 0.0000",
                        "star_customers 2 264.0000 0.0000 0.0000 30.0000 0.0000 0.0000 0.0000");
    }

    @Test
    void groups_stages_and_channels_add_up_to_the_same() {
        store.run(Sql.of("insert into spend (source_id, row_no, campaign, channel, spent_on, amount) "
                + "values ('s', 9, 'nowhere', 'Radio', date '2025-06-01', 77)"));
        value(List.of(persona("{name: all, rule: everyone}")));

        assertThat(rows("select " + SUM + ", sum(contribution), sum(acquisition) from effort_shares "
                        + "where dimension <> 'persona' group by dimension"))
                .hasSize(3)
                .containsOnly(rows("select " + SUM + ", sum(contribution), sum(acquisition) from effort_shares "
                                + "where dimension = 'persona'")
                        .getFirst());
        assertThat(rows("select name, acquisition from effort_shares where dimension = 'channel' and name = 'radio'"))
                .containsExactly("radio 77.0000");
        assertThat(rows("select acquisition from effort_shares where dimension = 'group' and name = 'unattributed'"))
                .containsExactly("77.0000");
    }

    @Test
    void charges_a_channel_with_what_the_ladder_charges_all() {
        value(List.of());

        assertThat(rows("select channel, spent, customers, contribution, known_customers, stars, "
                        + "coalesce(payback_months, contacts, -1) from channel_economics"))
                .containsExactly("instagram 120.0000 4 36.0000 0 0 -1");
    }

    @Test
    void finds_the_month_in_which_a_channel_is_paid_back() {
        DuckStore shop = Tables.empty("2025-12-31");
        shop.run(Sql.of("insert into spend (source_id, row_no, channel, spent_on, amount) "
                + "values ('s', 1, 'Meta', date '2025-01-10', 240)"));
        for (int i = 0; i < 12; i++) {
            String customer = "c" + i;
            shop.run(Sql.of(
                    "insert into customers (customer_id, acquisition_channel, created_on) values (?, 'meta', date '2025-01-05')",
                    customer));
            // 20 to acquire; 10 left at once, 10 more after 70 days
            Tables.line(shop, "a" + i, customer, "2025-01-15", "20", "10");
            Tables.line(shop, "b" + i, customer, "2025-03-26", "20", "10");
        }
        shop.run(Sql.of("insert into leads (lead_id, channel, created_on) "
                + "select 'l' || i, 'Meta', date '2025-01-20' from range(36) as numbers(i)"));
        new Valuation(Settings.defaults()).run(shop);

        List<String> rows = new ArrayList<>();
        shop.stream(
                Sql.of("select spent, contacts, customers, payback_months, followed_months from channel_economics"),
                row -> rows.add(row.values().toString()));
        assertThat(rows).containsExactly("[240.0000, 48, 12, 3, 3]");
        shop.close();
    }

    @Test
    void finds_personas_by_the_columns_of_the_company() {
        store.run(Sql.of("insert into traits (customer_id, name, value) values ('C01', 'Tipo de cliente', 'bar'), "
                + "('C02', 'Tipo de cliente', 'casa')"));

        value(List.of(persona("{name: Bares, rule: {tipo_de_cliente: bar}}")));

        assertThat(rows("select * from persona_members")).containsExactly("C01 Bares");
        assertThat(rows("select name, customers, stars from effort_shares where dimension = 'persona'"))
                .containsExactly("Bares 1 1", "no_persona 29 1");
    }

    private static Persona persona(String yaml) {
        NamedRule who = RuleYaml.parse(yaml);
        return new Persona("p.yaml", who, null);
    }

    private void value(List<Persona> personas) {
        new Valuation(Settings.defaults(), personas).run(store);
    }

    private List<String> rows(String select) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(select),
                row -> rows.add(String.join(
                        " ", row.values().stream().map(String::valueOf).toList())));
        return rows;
    }
}
