package io.filon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.load.Lines;
import io.filon.intake.load.Loader;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Script;
import io.filon.store.Sql;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every file of SQL runs on empty tables and is what its header says.
class ScriptsTest {

    /// The contract of docs/reference/tables.md.
    private static final String TABLES = """
            run: as_of as_of_end zone currency horizon_days
            sources: source_id file content_hash recipe kind rows_read rows_kept rows_merged rows_rejected read_at position
            rejected: source_id file line reason content
            doubts: code file column_name severity detail
            customers: customer_id external_ids email phone name created_on birth_on gender country region city postal_code acquisition_channel acquisition_cost account_id company tags is_staff
            traits: customer_id name value party source purpose observed_at expires_at
            accounts: account_id name parent_id sector employees revenue country region
            products: product_id name category subcategory brand unit_price unit_cost
            orders: order_id customer_id ordered_on ordered_at status counts channel acquisition_source payment_method coupon country region city postal_code stated_currency stated_total discount tax tax_stated shipping_charged shipping_cost payment_fee commission shipped promised_on delivered_on source_id
            order_lines: order_id line_no customer_id ordered_on product_id product category subcategory quantity list_amount discount amount cost profit is_return source_id
            returns: return_id order_id customer_id returned_on amount quantity reason cost
            deals: deal_id customer_id account_id lead_id name product_id owner stage state amount opened_on closed_on channel
            leads: lead_id customer_id email created_on channel campaign status converted converted_on country company
            subscriptions: subscription_id customer_id plan started_on ended_on amount period_days
            events: event_id customer_id anonymous_id name occurred_at session_id channel device page order_id product_id amount category source feature results load_seconds is_robot properties source_id
            tickets: ticket_id customer_id order_id opened_at opened_on solved_on channel reason handle_minutes cost satisfaction
            spend: source_id row_no campaign channel spent_on amount impressions clicks conversions conversion_value
            touches: source_id row_no customer_id campaign channel sent_at kind cost is_control
            answers: source_id row_no customer_id question answer answered_on
            consents: customer_id channel granted given_at evidence
            reviews: source_id row_no customer_id product_id rating text reviewed_on
            """;

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @BeforeEach
    void import_nothing() {
        new Import(store, Lines.afterHeader())
                .run(
                        new Plan(List.of(), List.of(), List.of(), "EUR", false),
                        List.of(),
                        Options.at(Instant.parse("2026-01-01T00:00:00Z")),
                        Progress.NONE);
    }

    @Test
    void make_every_table_of_the_contract_with_its_columns() {
        TABLES.lines().forEach(line -> {
            String[] sides = line.split(": ", 2);
            assertThat(columns(sides[0])).as(sides[0]).containsExactly(sides[1].split(" "));
        });
    }

    @Test
    void keep_the_types_of_the_contract_when_empty() {
        assertThat(type("order_lines", "amount")).isEqualTo("DECIMAL(18,4)");
        assertThat(type("order_lines", "list_amount")).isEqualTo("DECIMAL(18,4)");
        assertThat(type("order_lines", "line_no")).isEqualTo("INTEGER");
        assertThat(TABLES.lines().map(line -> line.split(":")[0]))
                .allSatisfy(table -> assertThat(store.number(Sql.of(
                                "select count(*) from duckdb_columns() where table_name = ? and data_type like 'DECIMAL(%' and data_type <> 'DECIMAL(18,4)'",
                                table)))
                        .isZero());
        assertThat(type("orders", "ordered_at")).isEqualTo("TIMESTAMP WITH TIME ZONE");
        assertThat(type("returns", "amount")).isEqualTo("DECIMAL(18,4)");
        assertThat(type("run", "as_of_end")).isEqualTo("TIMESTAMP WITH TIME ZONE");
        assertThat(type("traits", "observed_at")).isEqualTo("TIMESTAMP WITH TIME ZONE");
        assertThat(type("sources", "rows_kept")).isEqualTo("BIGINT");
        assertThat(type("tickets", "satisfaction")).isEqualTo("DOUBLE");
    }

    @Test
    void read_what_their_headers_say() {
        Set<String> known = new TreeSet<>(store.tables());
        for (Script script : scripts()) {
            Set<String> read = known.stream()
                    .filter(table -> !table.equals(script.name()))
                    .filter(table -> script.text()
                            .lines()
                            .filter(line -> !line.startsWith("--"))
                            .anyMatch(line -> line.matches(".*\\b(from|join|,) +" + table + "\\b.*")))
                    .filter(table -> !script.text().contains("\n" + table + " as ("))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(new TreeSet<>(script.reads())).as(script.name()).isEqualTo(read);
        }
    }

    @Test
    void have_the_grain_their_headers_say() {
        for (Script script : scripts()) {
            assertThat(columns(script.name())).as(script.name()).containsAll(script.grain());
        }
    }

    private static List<Script> scripts() {
        return Stream.concat(
                        Import.SCRIPTS.stream().map(name -> Script.beside(Import.class, name)),
                        Stream.of(Script.beside(Loader.class, "rates")))
                .toList();
    }

    private List<String> columns(String table) {
        return Arrays.asList(store.text(Sql.of(
                        "select string_agg(column_name, ' ' order by column_index) from duckdb_columns() where table_name = ?",
                        table))
                .orElse("")
                .split(" ", -1));
    }

    private String type(String table, String column) {
        return store.text(Sql.of(
                        "select data_type from duckdb_columns() where table_name = ? and column_name = ?",
                        table,
                        column))
                .orElse("");
    }
}
