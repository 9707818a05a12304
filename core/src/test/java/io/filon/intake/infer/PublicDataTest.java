package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.problem.FilonException;
import io.filon.store.DuckStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that other people made, under other names and with their columns shuffled.
@Tag("slow")
class PublicDataTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);
    private Path data = Path.of("");

    @BeforeEach
    void find_data() {
        assumeTrue(RawTables.data().isPresent(), "no shared/data on this machine");
        data = RawTables.data().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void reads_the_superstore_from_america(long seed) {
        FilePlan file = one("superstore/superstore_us.csv.gz", seed);

        assertSuperstore(file);
        assertThat(file.column(Role.ORDERED_AT).orElseThrow().format())
                .isEqualTo(new ValueFormat.Moment(List.of("%m/%d/%Y"), false, false));
        assertThat(file.column(Role.AMOUNT).orElseThrow().format()).isEqualTo(new ValueFormat.Numeric('.', false, ""));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3})
    void reads_the_same_superstore_from_europe(long seed) {
        FilePlan file = one("superstore/superstore_eu_semicolon_decimal_comma.csv.gz", seed);

        assertSuperstore(file);
        assertThat(file.column(Role.ORDERED_AT).orElseThrow().format())
                .isEqualTo(new ValueFormat.Moment(List.of("%d/%m/%Y"), false, false));
        assertThat(file.column(Role.AMOUNT).orElseThrow().format()).isEqualTo(new ValueFormat.Numeric(',', false, ""));
        assertThat(file.column(Role.DISCOUNT_RATE).orElseThrow().format())
                .isEqualTo(new ValueFormat.Numeric(',', false, ""));
    }

    private static void assertSuperstore(FilePlan file) {
        assertThat(file.kind()).isEqualTo(Kind.ORDER_LINES);
        assertThat(header(file, Role.ORDER_ID)).isEqualTo("Order ID");
        assertThat(header(file, Role.CUSTOMER_ID)).isEqualTo("Customer ID");
        assertThat(header(file, Role.NAME)).isEqualTo("Customer Name");
        assertThat(header(file, Role.AMOUNT)).isEqualTo("Sales");
        assertThat(header(file, Role.PROFIT)).isEqualTo("Profit");
        assertThat(header(file, Role.QUANTITY)).isEqualTo("Quantity");
        assertThat(header(file, Role.DISCOUNT_RATE)).isEqualTo("Discount");
        assertThat(header(file, Role.PRODUCT_ID)).isEqualTo("Product ID");
        assertThat(header(file, Role.SHIPPED_AT)).isEqualTo("Ship Date");
        assertThat(header(file, Role.TRAIT)).isEqualTo("Segment");
    }

    @Test
    void joins_the_grocery_chain_to_its_calendar_products_and_stores() {
        foodmart("customer", "product", "product_class", "promotion", "region", "store", "time_by_day");
        foodmart("sales_fact_1997", "sales_fact_1998", "sales_fact_dec_1998");

        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);

        for (int sales = 7; sales < 10; sales++) {
            FilePlan file = plan.files().get(sales);
            assertThat(file.kind()).isEqualTo(Kind.ORDER_LINES);
            assertThat(file.synthesizeOrders()).isTrue();
            assertThat(header(file, Role.AMOUNT)).isEqualTo("store_sales");
            assertThat(header(file, Role.COST)).isEqualTo("store_cost");
            assertThat(header(file, Role.QUANTITY)).isEqualTo("unit_sales");
            assertThat(borrowed(plan, sales))
                    .contains("the_date=ordered_at", "product_name=product", "store_country=country");
            assertThat(borrowed(plan, sales)).doesNotContain("last_remodel_date=ordered_at", "SRP=unit_price");
        }
        assertThat(borrowed(plan, 1)).contains("product_category=category");
        assertThat(plan.files().get(0).kind()).isEqualTo(Kind.CUSTOMERS);
        assertThat(plan.files().get(2).kind()).isEqualTo(Kind.LOOKUP);
    }

    private void foodmart(String... names) {
        for (String name : names) {
            tables.data(data.resolve("foodmart/" + name + ".csv.gz"), name + ".csv", 0);
        }
    }

    @Test
    void takes_prices_in_dollars_from_the_product_list() {
        for (String name : List.of("Sales", "Products", "Stores", "Exchange_Rates")) {
            tables.data(data.resolve("global_electronics/" + name + ".csv.gz"), "x" + name, 5);
        }

        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);

        FilePlan sales = plan.files().getFirst();
        assertThat(sales.kind()).isEqualTo(Kind.ORDER_LINES);
        assertThat(sales.column(Role.ORDERED_AT).orElseThrow().format())
                .isEqualTo(new ValueFormat.Moment(List.of("%m-%d-%Y", "%m/%d/%Y"), false, false));
        assertThat(borrowed(plan, 0))
                .contains("Unit Price USD=unit_price", "Unit Cost USD=unit_cost", "Country=country");
        Link products = plan.linksFrom(0).stream()
                .filter(link -> link.to() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(products.borrowed())
                .filteredOn(column -> column.role() == Role.UNIT_PRICE)
                .allMatch(column -> column.format().equals(new ValueFormat.Numeric('.', false, "USD")));
        assertThat(plan.files().get(3).kind()).isEqualTo(Kind.RATES);
        assertThat(plan.currency()).isEqualTo("USD");
        assertThat(plan.currencyStated()).isTrue();
    }

    @Test
    void suggests_that_two_spellings_of_a_product_are_one() {
        for (String name : List.of("sales_pipeline", "accounts", "products", "sales_teams", "data_dictionary")) {
            tables.data(data.resolve("crm_sales_opportunities/" + name + ".csv.gz"), name + ".csv", 7);
        }

        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);

        assertThat(plan.files())
                .extracting(FilePlan::kind)
                .containsExactly(Kind.DEALS, Kind.ACCOUNTS, Kind.PRODUCTS, Kind.LOOKUP, Kind.UNUSED);
        FilePlan deals = plan.files().getFirst();
        assertThat(header(deals, Role.DEAL_AMOUNT)).isEqualTo("close_value");
        assertThat(header(deals, Role.CLOSED_AT)).isEqualTo("close_date");
        assertThat(header(deals, Role.OPENED_AT)).isEqualTo("engage_date");
        assertThat(deals.statuses())
                .containsEntry("won", "won")
                .containsEntry("lost", "lost")
                .containsEntry("engaging", "open")
                .containsEntry("prospecting", "open");
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("key_alias"))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.values()).contains("GTXPro", "GTX Pro"));
    }

    @Test
    void refuses_an_experiment_without_dates_or_customers() {
        tables.data(data.resolve("hillstrom/hillstrom.csv.gz"), "mails.csv", 0);

        assertThatThrownBy(() -> Understanding.plan(store, tables.all(), Corrections.NONE))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("No date found in mails.csv");
    }

    private FilePlan one(String file, long seed) {
        tables.data(data.resolve(file), "something.csv", seed);
        return Understanding.plan(store, tables.all(), Corrections.NONE).files().getFirst();
    }

    private static String header(FilePlan file, Role role) {
        return file.column(role).map(column -> column.header()).orElse("");
    }

    private static List<String> borrowed(Plan plan, int from) {
        return plan.linksFrom(from).stream()
                .flatMap(link -> link.borrowed().stream())
                .map(column -> column.header() + "=" + column.role().word())
                .toList();
    }
}
