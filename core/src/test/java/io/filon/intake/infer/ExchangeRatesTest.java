package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which lists are exchange rates, with days or without, and which way their rates go.
class ExchangeRatesTest {

    @Test
    void a_list_without_days_holds_on_all_of_them() {
        for (String header : List.of(
                "currency,rate",
                "divisa,cambio",
                "moneda,tipo_cambio",
                "divisa,cambio_a_eur",
                "currency,rate_to_eur",
                "Currency,Exchange rate to EUR")) {
            assertThat(dollars(header + "\nEUR,1\nUSD,0.92\nGBP,1.17\n"))
                    .as(header)
                    .isEqualTo("92.0000");
        }
    }

    @Test
    void of_a_pair_of_currencies_one_changes() {
        assertThat(dollars("from_currency,to_currency,rate\nUSD,EUR,0.92\nGBP,EUR,1.17\n"))
                .isEqualTo("92.0000");
        assertThat(dollars("rate,quote_currency,base_currency\n1.25,USD,EUR\n0.85,GBP,EUR\n"))
                .isEqualTo("80.0000");
    }

    @Test
    void a_header_says_which_way_rates_go() {
        String days = "\n2024-01-01,USD,0.80\n2024-02-01,USD,0.90\n";

        assertThat(dollars("date,currency,rate_to_eur" + days)).isEqualTo("80.0000");
        assertThat(dollars("fecha,divisa,cambio a euros" + days)).isEqualTo("80.0000");
        assertThat(dollars("date,currency,rate_per_eur" + days)).isEqualTo("125.0000");
    }

    @Test
    void what_currencies_are_worth_says_it_else() {
        assertThat(dollars("date,currency,rate\n2024-01-01,USD,0.80\n")).isEqualTo("80.0000");
        assertThat(dollars("date,currency,rate\n2024-01-01,USD,1.25\n")).isEqualTo("80.0000");
        assertThat(dollars("currency,rate\nUSD,1\nEUR,0.80\n")).isEqualTo("80.0000");
        assertThat(dollars("currency,rate\nUSD,1\nEUR,1.25\n")).isEqualTo("80.0000");
    }

    @Test
    void rates_that_go_either_way_are_doubted() {
        try (DuckStore store = DuckStore.inMemory()) {
            Plan plan = new Imported(store)
                    .with("sales.csv", sales("USD"))
                    .with("rates.csv", "currency,rate\nUSD,0.92\n")
                    .plan();

            assertThat(plan.doubts())
                    .contains(new Doubt(
                            "rate_direction", "rates.csv", "rate", 2, List.of("USD", 0.92, "EUR", "rate_per_EUR")));
        }
    }

    @Test
    void a_currency_far_from_the_own_leaves_no_doubt() {
        try (DuckStore store = DuckStore.inMemory()) {
            Plan plan = new Imported(store)
                    .with("sales.csv", sales("USD"))
                    .with("rates.csv", "currency,rate\nUSD,1.08\nMXN,19.8\n")
                    .plan();

            assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("rate_direction");
        }
    }

    @Test
    void prices_of_goods_in_several_currencies_are_no_rates() {
        try (DuckStore store = DuckStore.inMemory()) {
            Plan plan = new Imported(store)
                    .with("sales.csv", sales("EUR"))
                    .with("prices.csv", "product,currency,rate\nTable,USD,120\nChair,GBP,40\n")
                    .plan();

            assertThat(plan.files().getLast().kind()).isNotEqualTo(Kind.RATES);
        }
    }

    /// What 100 dollars come to in euros.
    private static String dollars(String rates) {
        try (DuckStore store = DuckStore.inMemory()) {
            Imported imported =
                    new Imported(store).with("sales.csv", sales("USD")).with("rates.csv", rates);
            imported.run();
            return imported.rows("select amount from order_lines where order_id = 'X1'").stream()
                    .findFirst()
                    .orElse("no sale");
        }
    }

    private static String sales(String other) {
        return IntStream.range(0, 24)
                .mapToObj(at -> "A%d,2024-01-%02d,C%d,EUR,%d.50\n".formatted(at, at + 1, at % 7, 20 + at))
                .collect(Collectors.joining(
                        "",
                        "order_id,date,customer_id,currency,total\n",
                        "X1,2024-01-15,C3,%s,100.00\n".formatted(other)));
    }
}
