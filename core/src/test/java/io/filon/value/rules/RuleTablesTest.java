package io.filon.value.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.Catalogue;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.EventType;
import io.filon.rule.Events;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.sql.RuleRun;
import io.filon.store.DuckStore;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.value.Tables;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RuleTablesTest {

    private static final Events ORDERS = Events.of("Order Completed");

    @AutoClose
    private final DuckStore store = Tables.empty("2025-12-31");

    @Test
    void run_on_empty_tables_and_find_nobody() {
        assertThat(ids(count(ORDERS, Operator.AT_LEAST, 0))).isEmpty();
    }

    @Test
    void count_orders_in_a_window_with_customers_who_have_none() {
        shop();

        Events recent = ORDERS.in(new Window.Last(new Span(30, Span.Unit.DAY)));
        assertThat(ids(count(recent, Operator.AT_LEAST, 1))).containsExactly("ann");
        assertThat(ids(count(recent, Operator.IS, 0))).containsExactly("bob");
    }

    @Test
    void take_what_was_returned_off_the_sum_of_orders() {
        shop();

        assertThat(ids(revenue(ORDERS, "120"))).containsExactly("ann");
        store.run(Sql.of("insert into returns (return_id, order_id, customer_id, returned_on, amount)"
                + " values ('r1', 'o2', 'ann', date '2025-12-30', 40)"));
        assertThat(ids(revenue(ORDERS, "120"))).isEmpty();
        assertThat(ids(revenue(ORDERS, "110"))).containsExactly("ann");
    }

    @Test
    void ask_about_items_of_one_order() {
        shop();
        store.run(Sql.of("update order_lines set category = 'books' where order_id = 'o3'"));

        Filter books =
                new Filter.Items(Filter.Quantifier.ANY, new Filter.Property("category", compare(Operator.IS, "books")));
        assertThat(ids(count(ORDERS.where(books), Operator.AT_LEAST, 1))).containsExactly("bob");
    }

    @Test
    void list_what_the_company_records_of_its_own() {
        shop();
        store.run(
                Sql.of(
                        "insert into events (event_id, customer_id, name, occurred_at, properties) values"
                                + " ('e1', 'ann', 'Guide Read', timestamptz '2025-12-01 10:00:00+00', '{\"pages\": 12, \"topic\": \"wine\"}')"));
        store.run(Sql.of("insert into consents (customer_id, channel, granted, given_at)"
                + " values ('ann', 'email', true, null)"));
        Catalogue catalogue = built();

        EventType guide = catalogue.event("Guide Read").orElseThrow();
        assertThat(guide.property("pages")).contains(FactType.NUMBER);
        assertThat(guide.property("topic")).contains(FactType.TEXT);
        Events read = Events.of("Guide Read").where(new Filter.Property("pages", compare(Operator.ABOVE, "10")));
        assertThat(ids(new Rule.All(
                        List.of(count(read, Operator.IS, 1), Condition.compare("consent.email", Operator.IS, "true")))))
                .containsExactly("ann");
    }

    @Test
    void keep_the_grain_their_scripts_say() {
        shop();
        built();
        for (Script script : RuleTables.scripts()) {
            assertThat(store.number(Sql.of("select count(*) from (select %s from %s group by all having count(*) > 1)"
                            .formatted(String.join(", ", script.grain()), script.name()))))
                    .as(script.name())
                    .isZero();
        }
    }

    private void shop() {
        Tables.line(store, "o1", "ann", "2025-03-10", "100", "40");
        Tables.line(store, "o2", "ann", "2025-12-10", "50", "20");
        Tables.line(store, "o3", "bob", "2025-05-10", "20", "10");
    }

    private Catalogue built() {
        new Valuation(Settings.defaults()).run(store);
        RuleTables tables = new RuleTables(store);
        tables.build();
        return tables.catalogue(Map.of());
    }

    private List<String> ids(Rule rule) {
        CheckedRule checked = CheckedRule.check(rule, built());
        return RuleRun.of(store).ids(checked);
    }

    private static Rule count(Events events, Operator operator, int times) {
        return new Condition.Has(new Measure.Count(events), compare(operator, Integer.toString(times)));
    }

    private static Rule revenue(Events events, String least) {
        return new Condition.Has(
                new Measure.Total(Measure.Function.SUM, "revenue", events), compare(Operator.AT_LEAST, least));
    }

    private static Claim compare(Operator operator, String constant) {
        return new Claim.Compare(operator, new Operand.Constant(constant));
    }
}
