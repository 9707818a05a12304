package io.filon.discovery.apart;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.value.Tables;
import io.filon.value.Tables.Line;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingApartTest {

    private static final Pattern SOURCE = Pattern.compile("(?m)\\b(?:from|join) ([a-z_]+)");
    private static final Pattern OWN = Pattern.compile("(?m)^([a-z_]+) as \\($|\\) as ([a-z_]+)$");

    @Test
    void finds_what_matters_in_a_shop_and_says_what_it_is_worth() {
        try (DuckStore store = run(Shop.of(1, 1_500, 3))) {
            assertThat(rows(
                            store,
                            "select attribute, value, grade from apart_traits where of_group = 'stars' "
                                    + "and grade = 'holds' and score > 0 and like_value = ''"))
                    .contains("region north holds");
            assertThat(rows(
                            store,
                            "select extra > 0, extra_without_best > 0, times_low > 1, net_each > net_others "
                                    + "from apart_traits where of_group = 'stars' and value = 'north'"))
                    .containsExactly("true true true true");
        }
    }

    @Test
    void gives_the_same_answer_twice() {
        try (DuckStore store = run(Shop.of(2, 600, 2))) {
            List<String> first = rows(store, "select * from apart_traits order by of_group, place");
            new SettingApart(Settings.defaults()).run(store);

            assertThat(rows(store, "select * from apart_traits order by of_group, place"))
                    .isEqualTo(first)
                    .isNotEmpty();
        }
    }

    @Test
    void says_how_much_history_is_missing() {
        try (DuckStore store = Tables.empty("2025-01-31")) {
            for (int i = 0; i < 80; i++) {
                Tables.line(store, "o" + i, "c" + i, "2025-01-%02d".formatted(1 + i % 31), "50", "20");
            }
            run(store);

            assertThat(rows(store, "select window_days, from_on is null from outcome_window"))
                    .containsExactly("0 true");
            assertThat(rows(store, "select state from apart_tests")).containsOnly("few_customers");
        }
    }

    @Test
    void shows_what_carries_no_date_and_does_not_test_it() {
        try (DuckStore store = Shop.of(3, 800, 1)) {
            store.run(Sql.of("insert into traits (customer_id, name, value) select customer_id, 'tier', "
                    + "case when sum(amount) > 250 then 'gold' else 'plain' end from order_lines group by 1"));
            store.run(Sql.of("insert into traits (customer_id, name, value) select customer_id, 'Profesión', "
                    + "case when hash(customer_id) % 3 = 0 then 'vet' else 'cook' end from customers"));
            run(store);

            assertThat(rows(
                            store,
                            "select distinct attribute, evidence, candidate from attribute_values where named "
                                    + "order by 1"))
                    .containsExactly("Profesión fixed true", "tier undated true");
            assertThat(rows(store, "select distinct grade from apart_traits where attribute = 'tier'"))
                    .containsExactly("undated");
        }
    }

    @Test
    void does_not_use_what_was_only_known_later() {
        try (DuckStore store = Shop.of(4, 400, 1)) {
            store.run(Sql.of("insert into answers (source_id, row_no, customer_id, question, answer, answered_on) "
                    + "select 's', 1, customer_id, 'late', 'yes', date '2025-12-30' from customers"));
            run(store);

            assertThat(rows(store, "select * from known_before where attribute = 'late'"))
                    .isEmpty();
        }
    }

    /// A sign-up form is read as traits and as answers: counted twice, a value's code would become another value's.
    @Test
    void counts_an_answer_that_is_also_a_trait_once() {
        try (DuckStore store = Shop.of(6, 400, 1)) {
            for (String name : List.of("Profesión", "plan")) {
                store.run(Sql.of(
                        "insert into traits (customer_id, name, value) select customer_id, ?, "
                                + "case when hash(customer_id) % 3 = 0 then 'vet' else 'cook' end from customers",
                        name));
                store.run(Sql.of(
                        "insert into answers (source_id, row_no, customer_id, question, answer, answered_on) "
                                + "select 's', 1, customer_id, name, value, date '2023-01-01' from traits where name = ?",
                        name));
            }
            run(store);

            assertThat(rows(store, "select distinct attribute, evidence from known_before where named order by 1"))
                    .containsExactly("Profesión fixed", "plan dated");
            assertThat(rows(
                            store,
                            "select count(*) from (select customer_id from known_before "
                                    + "group by customer_id, attribute, named having count(*) > 1)"))
                    .containsExactly("0");
            assertThat(rows(
                            store,
                            "select count(*) from apart_traits where named and customers <> (select count(*) "
                                    + "from known_before where known_before.attribute = apart_traits.attribute "
                                    + "and known_before.value = apart_traits.value)"))
                    .containsExactly("0");
        }
    }

    @Test
    void takes_a_burst_of_first_orders_for_customers_who_were_there_before() {
        try (DuckStore store = Tables.empty("2025-12-31")) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String day = i < 150
                        ? "2023-01-%02d".formatted(1 + i % 28)
                        : "202%d-%02d-15".formatted(4 + i % 2, 3 + i % 9);
                lines.add(new Line("o" + i, "c" + i, day, "50", "20"));
                lines.add(new Line("p" + i, "c" + i, "2025-12-1" + i % 10, "50", "20"));
            }
            Tables.lines(store, lines);
            run(store);

            assertThat(rows(
                            store,
                            "select count(*), max(first_order_on) < date '2024-06-01' from already_there "
                                    + "join buyers using (customer_id)"))
                    .containsExactly("150 true");
        }
    }

    @Test
    void scripts_run_on_empty_tables_say_what_they_read_and_keep_their_grain() {
        try (DuckStore store = run(Shop.of(5, 60, 1))) {
            for (Script script : SettingApart.scripts()) {
                String grain = String.join(", ", script.grain());
                assertThat(store.number(
                                Sql.of("select count(*) from (select %s from %s group by all having count(*) > 1)"
                                        .formatted(grain, script.name()))))
                        .as("%s has one row per %s", script.name(), grain)
                        .isZero();
                assertThat(new TreeSet<>(script.reads())).as(script.name()).isEqualTo(sources(script));
            }
            run(Tables.empty("2025-12-31")).close();
        }
    }

    private static TreeSet<String> sources(Script script) {
        TreeSet<String> reads = new TreeSet<>();
        Matcher sources = SOURCE.matcher(script.text().replaceAll("(?m)^ *--.*$", ""));
        while (sources.find()) {
            reads.add(sources.group(1));
        }
        Matcher own = OWN.matcher(script.text());
        while (own.find()) {
            reads.remove(own.group(1) == null ? own.group(2) : own.group(1));
        }
        return reads;
    }

    static DuckStore run(DuckStore store) {
        new Valuation(Settings.defaults()).run(store);
        new SettingApart(Settings.defaults()).run(store);
        return store;
    }

    static List<String> rows(DuckStore store, String select) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(select),
                row -> rows.add(String.join(
                        " ", row.values().stream().map(String::valueOf).toList())));
        return rows;
    }
}
