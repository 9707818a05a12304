package io.filon.segment.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.rule.FactType;
import io.filon.segment.Base;
import io.filon.segment.People;
import io.filon.segment.Segment;
import io.filon.segment.explain.Explanation.Step;
import io.filon.store.Sql;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {

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
        Explanation explanation = explain("{orders: '>= 3', revenue: '> 50', city: known}", "bob");

        assertThat(explanation.belongs()).isFalse();
        Step orders = explanation.rule().parts().get(0);
        assertThat(orders.holds()).isFalse();
        assertThat(orders.fact()).isEqualTo("orders");
        assertThat(orders.value()).isEqualTo("1");
        assertThat(orders.distance()).isEqualByComparingTo("2");
        assertThat(said(orders)).isEqualTo("2 short.");
        Step revenue = explanation.rule().parts().get(1);
        assertThat(revenue.distance()).isEqualByComparingTo("30");
        assertThat(said(revenue)).contains("€30.00").contains("a little more");
        Step city = explanation.rule().parts().get(2);
        assertThat(city.value()).isNull();
        assertThat(said(city)).isEqualTo("It is not known.");
    }

    @Test
    void a_place_at_the_top_says_how_far_the_cut_is() {
        Explanation explanation = explain("top: {fact: revenue, share: 40 %}", "bob");

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

    @ParameterizedTest
    @CsvSource({
        "'>= 2', COUNT, 1, 1", "'> 2', COUNT, 2, 1", "'< 3', COUNT, 3, -1", "'<= 1.5', NUMBER, 4, -2.5",
        "'10 .. 20', MONEY, 25, -5", "'10 .. 20', MONEY, 5, 5", "7, COUNT, 3, 4", "'>= 10 %', SHARE, 0.04, 0.06",
        "'>= 2', COUNT, 5, 0"
    })
    void the_distance_is_what_would_have_to_be_added(String text, FactType type, BigDecimal value, BigDecimal away) {
        assertThat(Bound.parse(text, type).orElseThrow().distance(value)).isEqualByComparingTo(away);
    }

    @Test
    void a_text_without_a_number_has_no_bound() {
        assertThat(Bound.parse("Madrid", FactType.TEXT)).isEmpty();
        assertThat(Bound.parse("known", FactType.COUNT)).isEmpty();
    }

    private Explanation explain(String rule, String customer) {
        Segment segment = people.library(base).find(rule);
        return new Explainer(base, ENGLISH, FORMATS).explain(segment, customer);
    }

    private static String said(Step step) {
        return step.missing() == null ? "" : step.missing().in(ENGLISH, FORMATS);
    }
}
