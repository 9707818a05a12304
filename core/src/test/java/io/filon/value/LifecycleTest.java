package io.filon.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.workspace.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final LocalDate AS_OF = LocalDate.parse("2025-12-31");

    @AutoClose
    private final DuckStore store = Tables.empty("2025-12-31");

    @Test
    void a_customer_of_one_purchase_moves_on_the_day_after_each_limit() {
        // six gaps of 100 days are longer than a year
        rhythmOf(100);
        List.of(100, 101, 150, 151, 300, 301, 600, 601).forEach(this::boughtOnceBefore);
        value();

        assertThat(stages())
                .containsEntry("100 days", "new")
                .containsEntry("101 days", "active")
                .containsEntry("150 days", "active")
                .containsEntry("151 days", "at_risk")
                .containsEntry("300 days", "at_risk")
                .containsEntry("301 days", "dormant_low_value")
                .containsEntry("600 days", "dormant_low_value")
                .containsEntry("601 days", "lost");
    }

    @Test
    void nobody_is_lost_within_a_year() {
        // six gaps of 20 days are not
        rhythmOf(20);
        List.of(60, 61, 365, 366).forEach(this::boughtOnceBefore);
        value();

        assertThat(stages())
                .containsEntry("60 days", "at_risk")
                .containsEntry("61 days", "dormant_low_value")
                .containsEntry("365 days", "dormant_low_value")
                .containsEntry("366 days", "lost");
    }

    @Test
    void the_own_rhythm_counts_as_much_as_three_gaps_of_the_base() {
        rhythmOf(100);
        for (int i = 0; i < 4; i++) {
            Tables.line(store, "x" + i, "ann", AS_OF.minusDays(10 + i * 40).toString(), "10", "9");
        }
        value();

        assertThat(store.text(Sql.of("select usual_gap_days from lifecycle where customer_id = 'ann'")))
                .hasValue("70.0");
    }

    @Test
    void everybody_who_bought_is_in_one_stage() {
        rhythmOf(30);
        for (int i = 0; i < 200; i++) {
            Tables.line(
                    store,
                    "x" + i,
                    "x" + i % 60,
                    AS_OF.minusDays((i * 37L) % 900).toString(),
                    "10",
                    i % 13 + "");
        }
        value();

        assertThat(store.number(Sql.of("select count(*) from lifecycle"))).isEqualTo(61);
        assertThat(store.number(Sql.of("select count(distinct customer_id) from lifecycle")))
                .isEqualTo(61);
    }

    @Test
    void with_no_repeat_at_all_the_gap_is_an_assumption() {
        Tables.line(store, "a", "ann", "2025-12-01", "10", "9");
        value();

        assertThat(stages()).containsEntry("ann", "new");
        assertThat(store.text(Sql.of("select value from assumptions where name = 'usual_gap_days' and used")))
                .hasValue("122.0");
    }

    @Test
    void values_of_different_years_are_compared_in_the_prices_of_today() {
        Tables.line(store, "a", "ann", "2023-06-01", "100", "50");
        Tables.line(store, "b", "bob", "2025-06-01", "150", "50");
        Settings.Stars stars = Settings.defaults().stars();
        Settings usual = Settings.defaults();
        Settings settings = new Settings(
                "",
                "ARS",
                "UTC",
                "es-AR",
                usual.purchase(),
                usual.unit(),
                usual.errorRate(),
                usual.taxes(),
                stars,
                usual.costs(),
                usual.engine(),
                Map.of("2023", 1.0, "2024", 2.0, "2025", 4.0),
                usual.fixedTraits());
        new Valuation(settings).run(store);

        assertThat(store.text(Sql.of("select net_total from customer_facts where customer_id = 'ann'")))
                .hasValue("200.0000");
        assertThat(store.text(Sql.of("select net from customer_ledger where customer_id = 'ann'")))
                .hasValue("50.0000");
    }

    /// One customer whose many purchases, all `gap` days apart, set the rhythm of the base.
    private void rhythmOf(int gap) {
        for (int i = 0; i < 9; i++) {
            Tables.line(
                    store, "r" + i, "regular", AS_OF.minusDays((long) gap * i).toString(), "1000", "1");
        }
    }

    private void boughtOnceBefore(int days) {
        Tables.line(store, "o" + days, days + " days", AS_OF.minusDays(days).toString(), "10", "9");
    }

    private void value() {
        new Valuation(Settings.defaults()).run(store);
    }

    private Map<String, String> stages() {
        Map<String, String> stages = new TreeMap<>();
        store.stream(
                Sql.of("select customer_id, stage from lifecycle"),
                row -> stages.put(String.valueOf(row.get("customer_id")), String.valueOf(row.get("stage"))));
        return stages;
    }
}
