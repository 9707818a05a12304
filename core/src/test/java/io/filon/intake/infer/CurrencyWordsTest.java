package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.infer.words.CurrencyWords;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Which currency files are in: what columns, headers and events say of it, in codes, signs or words.
class CurrencyWordsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

    @Test
    void a_column_of_currencies_may_hold_signs_or_names() {
        for (String[] each : new String[][] {
            {"€", "EUR"},
            {"Euro", "EUR"},
            {"Euros", "EUR"},
            {"Euro - EUR", "EUR"},
            {"SOLES", "PEN"},
            {"S/", "PEN"},
            {"Peso chileno", "CLP"},
            {"MXN - Peso Mexicano", "MXN"},
            {"US Dollar - USD", "USD"},
            {"Dólares americanos", "USD"},
            {"US$", "USD"},
            {"R$", "BRL"},
            {"cop", "COP"}
        }) {
            try (DuckStore own = DuckStore.inMemory()) {
                RawTables orders = new RawTables(own).with("o.csv", orders("Moneda", each[0]));

                Plan plan = Understanding.plan(own, orders.all(), Corrections.NONE);

                assertThat(plan.currency()).as(each[0]).isEqualTo(each[1]);
                assertThat(plan.currencyStated()).as(each[0]).isTrue();
            }
        }
    }

    @Test
    void amounts_in_a_currency_that_is_named_by_a_sign_count() {
        tables.with("o.csv", orders("Divisa", "€"));

        imported();

        assertThat(
                        rows(
                                "select count(*), sum(amount), min(stated_currency) from order_lines join orders using (order_id)"))
                .containsExactly("12 126.0000 EUR");
    }

    @Test
    void pesos_alone_can_be_several_and_say_so() {
        tables.with("o.csv", orders("Moneda", "Pesos"));

        Plan plan = imported();

        assertThat(plan.currency()).isEqualTo("MXN");
        assertThat(plan.currencyStated()).isFalse();
        assertThat(plan.doubts()).contains(new Doubt("currency_of_several", "", "", 2, List.of("Pesos", "MXN")));
        assertThat(rows("select count(*), sum(amount) from order_lines")).containsExactly("12 126.0000");
    }

    @Test
    void pesos_beside_more_euros_are_no_euros() {
        tables.with(
                "o.csv",
                orders("Moneda", "Euros")
                        + "P1;13/01/2024;C1;Pesos;1.000,00\nP2;13/01/2024;C1;US Dollar - USD;1.000,00\n");

        assertThat(imported().currency()).isEqualTo("EUR");
        assertThat(rows("select count(*), sum(amount) from order_lines")).containsExactly("12 126.0000");
        assertThat(rows("select reason, count(*) from rejected group by 1")).containsExactly("currency_without_rate 2");
    }

    @Test
    void names_of_currencies_find_their_exchange_rates() {
        tables.with("o.csv", orders("Moneda", "Euro") + "P1;13/01/2024;C1;US Dollar - USD;110,00\n")
                .with("rates.csv", """
                        Date,Currency,Rate
                        2024-01-01,USD,1.10
                        2024-02-01,USD,1.20
                        """);

        imported();

        assertThat(rows("select sum(amount) from order_lines where order_id = 'P1'"))
                .containsExactly("100.0000");
    }

    @Test
    void a_column_that_names_no_currency_refuses_nothing() {
        tables.with("o.csv", orders("Moneda", "Nacional"));

        Plan plan = imported();

        assertThat(plan.doubts()).extracting(Doubt::code).contains("assumed_currency");
        assertThat(rows("select count(*) from order_lines")).containsExactly("12");
    }

    @Test
    void a_dollar_sign_in_a_header_says_dollars_of_some_kind() {
        tables.with("o.csv", orders("Canal", "web").replace("Total", "Total ($)"));

        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);

        assertThat(plan.currency()).isEqualTo("USD");
        assertThat(plan.currencyStated()).isFalse();
        assertThat(plan.doubts())
                .extracting(Doubt::code)
                .contains("dollar_sign")
                .doesNotContain("assumed_currency");
    }

    @Test
    void a_sign_of_one_currency_in_a_header_names_it() {
        for (String[] each : new String[][] {
            {"Total (US$)", "USD"}, {"Total R$", "BRL"}, {"Total (S/)", "PEN"}, {"Total euros", "EUR"}
        }) {
            try (DuckStore own = DuckStore.inMemory()) {
                RawTables orders =
                        new RawTables(own).with("o.csv", orders("Canal", "web").replace("Total", each[0]));

                Plan plan = Understanding.plan(own, orders.all(), Corrections.NONE);

                assertThat(plan.currency()).as(each[0]).isEqualTo(each[1]);
                assertThat(plan.currencyStated()).as(each[0]).isTrue();
            }
        }
    }

    @Test
    void events_state_their_currency_within_their_properties() {
        assertThat(ofEvents("""
                        {"order_id": "P%1$d", "value": 20, "currency": "GBP"}""").currency()).isEqualTo("GBP");
        assertThat(ofEvents("""
                        [{"key": "currency", "value": {"string_value": "USD"}}, {"key": "n", "value": {"int_value": "%1$d"}}]""").currency()).isEqualTo("USD");
    }

    @Test
    void events_in_several_currencies_say_that_none_was_changed() {
        Plan plan = ofEvents("""
                        {"order_id": "P%1$d", "value": 20, "currency": "GBP"}""", """
                        {"order_id": "Q%1$d", "value": 20, "currency": "EUR"}""");

        assertThat(plan.doubts()).contains(new Doubt("events_currencies", "", "", 1, List.of("EUR, GBP")));
    }

    private static Plan ofEvents(String... properties) {
        try (DuckStore own = DuckStore.inMemory()) {
            List<List<String>> rows = IntStream.range(0, 24)
                    .mapToObj(at -> List.of(
                            "purchase",
                            "2024-01-%02dT10:00:00Z".formatted(at + 1),
                            "u" + at % 7,
                            properties[at % properties.length].formatted(at)))
                    .toList();
            RawTables events = new RawTables(own)
                    .with("e.csv", ",", List.of("event", "timestamp", "anonymous_id", "properties"), rows, true);
            return Understanding.plan(own, events.all(), Corrections.NONE);
        }
    }

    @Test
    void a_bare_code_or_sign_is_told_from_a_name() {
        assertThat(CurrencyWords.code("eur")).contains("EUR");
        assertThat(CurrencyWords.code("$")).isEmpty();
        assertThat(CurrencyWords.assumed("$")).contains("USD");
        assertThat(CurrencyWords.code("Nuevo Sol")).contains("PEN");
        assertThat(CurrencyWords.known("Madrid centro")).isFalse();
    }

    private static String orders(String header, String currency) {
        return "Nº Pedido;Fecha;Cód. Cliente;%s;Total\n".formatted(header)
                + KindsOfRowsTest.rows(
                        12, at -> "A%d;%d/01/2024;C%d;%s;10,50".formatted(at, at + 13, at % 5, currency));
    }

    private Plan imported() {
        return KindsOfRowsTest.imported(store, tables);
    }

    private List<String> rows(String select) {
        return KindsOfRowsTest.rows(store, select);
    }
}
