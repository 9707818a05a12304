package io.filon.segment.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.segment.Base;
import io.filon.segment.People;
import io.filon.segment.Segment;
import io.filon.segment.explain.Why.Step;
import io.filon.store.Sql;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerExplainerTest {

    private static final Messages ENGLISH = Messages.of(Locale.US);
    private static final Formats FORMATS = new Formats(Locale.US, "EUR");

    @TempDir
    Path folder;

    private People people;
    private Base base;

    @BeforeEach
    void company() throws IOException {
        people = new People(folder, "2025-12-31")
                .bought("ann", "100", "2025-01-10", "2025-06-10", "2025-12-10")
                .bought("bob", "20", "2025-12-01")
                .bought("cyd", "60", "2025-10-01", "2025-11-01");
        base = people.base();
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void every_condition_has_its_value_and_what_is_missing() {
        Why explanation = explain("{orders: '>= 3', revenue: '> 50', city: known}", "bob");

        assertThat(explanation.belongs()).isFalse();
        Step orders = explanation.rule().parts().get(0);
        assertThat(orders.holds()).isFalse();
        assertThat(orders.fact()).isEqualTo("orders");
        assertThat(orders.value()).isEqualTo("1");
        assertThat(orders.distance()).isEqualByComparingTo("2");
        assertThat(said(orders)).isEqualTo("Short by 2.");
        Step revenue = explanation.rule().parts().get(1);
        assertThat(revenue.distance()).isEqualByComparingTo("30");
        assertThat(said(revenue)).contains("€30.00").contains("a little more");
        Step city = explanation.rule().parts().get(2);
        assertThat(city.value()).isNull();
        assertThat(said(city)).isEqualTo("It is not known.");
    }

    @Test
    void what_is_not_told_of_so_few_says_of_how_many_it_would_be() {
        Step share = explain("{share: {revenue: '> 10'}, of: Order Completed, base: 9, is: '>= 20 %'}", "ann")
                .rule();
        Step ratio = explain(
                        "{ratio: [{count: events, of: Order Refunded}, {count: events, of: Order Completed}], base: 9,"
                                + " is: '> 0.1'}",
                        "ann")
                .rule();

        assertThat(said(share)).isEqualTo("Too little to tell yet: 3 of at least 9.");
        assertThat(said(ratio)).isEqualTo(said(share));
    }

    @Test
    void a_place_at_the_top_says_how_far_the_cut_is() {
        Why explanation = explain("top: {fact: revenue, share: 40 %}", "bob");

        assertThat(explanation.rule().distance()).isEqualByComparingTo("100");
        assertThat(explain("top: {fact: revenue, share: 40 %}", "cyd").belongs())
                .isTrue();
    }

    @Test
    void groups_hold_as_the_language_says() {
        for (String rule : new String[] {
            "{any: [{orders: 1}, {orders: 3}]}",
            "{none: [{orders: 1}, {city: Madrid}]}",
            "{not: {all: [{orders: '> 1'}, {net: '> 100'}]}}",
            "everyone"
        }) {
            for (String customer : new String[] {"ann", "bob", "cyd"}) {
                assertThat(explain(rule, customer).belongs())
                        .as("%s for %s", rule, customer)
                        .isEqualTo(people.members(base, rule).contains(customer));
            }
        }
    }

    @Test
    void an_id_merged_into_another_is_that_customer() {
        people.store().run(Sql.of("insert into identities values ('ann@example.org', 'ann', 'email')"));

        assertThat(explain("orders: 3", "ann@example.org").customerId()).isEqualTo("ann");
    }

    @Test
    void an_unknown_customer_gets_the_nearest() {
        assertThatThrownBy(() -> explain("orders: 3", "anm"))
                .hasMessageContaining("'anm'".replace('\'', '"'))
                .hasMessageContaining("ann");
    }

    @Test
    void events_that_count_are_named_and_a_window_says_when_it_ends() {
        Why why = explain("{did: Order Completed, times: '>= 2', window: {last: 90 days}}", "cyd");

        assertThat(why.belongs()).isFalse(); // 1 October is 91 days and some hours ago
        assertThat(why.rule().value()).isEqualTo("1");
        assertThat(why.rule().events()).extracting(Why.Event::name).containsExactly("Order Completed");
        assertThat(explain("{did: Order Completed, window: {last: 90 days}}", "cyd")
                        .rule()
                        .turns()
                        .instant())
                .isEqualTo("2026-01-30T00:00:00Z");
    }

    @Test
    void a_figure_that_counts_days_says_when_it_turns() {
        Step recent = explain("days_since_last_order: '<= 60'", "bob").rule();

        assertThat(recent.holds()).isTrue();
        assertThat(recent.turns().instant()).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(explain("orders_12m: '>= 1'", "bob").rule().turns()).isEqualTo(Why.Turns.NO);
        assertThat(explain("orders: '>= 1'", "bob").rule().turns()).isEqualTo(Why.Turns.NEVER);
    }

    @Test
    void a_condition_denied_is_said_as_one() {
        Step step = explain("not: {orders: 3}", "bob").rule();

        assertThat(step.kind()).isEqualTo("condition");
        assertThat(step.holds()).isTrue();
        assertThat(step.sentence()).startsWith("do not have");
    }

    @Test
    void every_template_says_of_everybody_what_the_store_says() {
        List<Segment> templates = people.library(base).templates();
        List<List<String>> members = templates.stream()
                .map(template -> people.members(base, template.key()))
                .toList();
        CustomerExplainer explainer = new CustomerExplainer(base, ENGLISH, FORMATS);
        for (String customer : new String[] {"ann", "bob", "cyd"}) {
            for (int i = 0; i < templates.size(); i++) {
                assertThat(explainer.explain(templates.get(i), customer).belongs())
                        .as("%s of %s", templates.get(i).key(), customer)
                        .isEqualTo(members.get(i).contains(customer));
            }
        }
    }

    private Why explain(String rule, String customer) {
        Segment segment = people.library(base).find(rule);
        return new CustomerExplainer(base, ENGLISH, FORMATS).explain(segment, customer);
    }

    private static String said(Step step) {
        return step.missing() == null ? "" : step.missing().in(ENGLISH, FORMATS);
    }
}
