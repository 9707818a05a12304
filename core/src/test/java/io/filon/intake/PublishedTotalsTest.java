package io.filon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.load.Lines;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The totals that the public data sets are known for, from plans written by hand.
class PublishedTotalsTest {

    private static final String[] SUPERSTORE = {
        "Order ID = order_id",
        "Customer ID = customer_id",
        "Customer Name = name",
        "Segment = trait",
        "Product ID = product_id",
        "Product Name = product",
        "Category = category",
        "Sub-Category = subcategory",
        "City = city",
        "State = region"
    };

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path folder;

    @Test
    void superstore_in_its_american_spelling() {
        imported(plan().file(
                        "us.csv",
                        Kind.ORDER_LINES,
                        PublishedData.file("superstore/superstore_us.csv.gz"),
                        with(
                                SUPERSTORE,
                                "Order Date = ordered_at %m/%d/%Y",
                                "Ship Date = shipped_at %m/%d/%Y",
                                "Sales = amount .",
                                "Quantity = quantity .",
                                "Discount = discount_rate .",
                                "Profit = profit .")));

        checkSuperstore();
    }

    @Test
    void superstore_in_its_european_spelling() {
        imported(plan().file(
                        "eu.csv",
                        Kind.ORDER_LINES,
                        PublishedData.file("superstore/superstore_eu_semicolon_decimal_comma.csv.gz"),
                        with(
                                SUPERSTORE,
                                "Order Date = ordered_at %d/%m/%Y",
                                "Ship Date = shipped_at %d/%m/%Y",
                                "Sales = amount ,",
                                "Quantity = quantity ,",
                                "Discount = discount_rate ,",
                                "Profit = profit ,")));

        checkSuperstore();
    }

    private void checkSuperstore() {
        assertThat(text("select count(*), sum(amount), sum(profit), sum(amount - cost) from order_lines"))
                .isEqualTo("9994 2297200.8603 286397.0217 286397.0217");
        assertThat(text("select count(*), count(distinct customer_id) from orders where counts"))
                .isEqualTo("5009 793");
        assertThat(text("select count(*) from customers")).isEqualTo("793");
        assertThat(text("select count(*), count(distinct value) from traits")).isEqualTo("793 3");
        checkAccounts();
    }

    @Test
    void cdnow_master() {
        imported(plan().file(
                        "master.txt",
                        Kind.ORDERS,
                        PublishedData.cdnow(folder),
                        "customer_id = customer_id",
                        "date = ordered_at %Y%m%d",
                        "number_of_cds = quantity .",
                        "dollar_value = amount ."));

        assertThat(text("select count(*), sum(amount), cast(sum(quantity) as bigint) from order_lines"))
                .isEqualTo("69659 2500315.6300 167881");
        assertThat(text("select count(*), count(distinct customer_id) from orders where counts"))
                .isEqualTo("69659 23570");
        assertThat(text("select as_of from run")).isEqualTo("1998-06-30");
        checkAccounts();
    }

    @Test
    void global_electronics_in_dollars_whatever_the_currency_column_says() {
        String dates = "%m/%d/%Y|%m-%d-%Y";
        imported(plan().in("USD")
                .file(
                        "Sales.csv",
                        Kind.ORDER_LINES,
                        PublishedData.file("global_electronics/Sales.csv.gz"),
                        "Order Number = order_id",
                        "Line Item = line_no .",
                        "Order Date = ordered_at " + dates,
                        "Delivery Date = delivered_at " + dates,
                        "CustomerKey = customer_id",
                        "ProductKey = product_id",
                        "Quantity = quantity .",
                        "Currency Code = currency")
                .file(
                        "Customers.csv",
                        Kind.CUSTOMERS,
                        HandMadePlan.utf8(
                                PublishedData.file("global_electronics/Customers.csv.gz"), folder.resolve("c.csv")),
                        "CustomerKey = customer_id",
                        "Name = name",
                        "Gender = gender",
                        "City = city",
                        "Country = country",
                        "Birthday = birth_on " + dates)
                .file(
                        "Products.csv",
                        Kind.PRODUCTS,
                        PublishedData.file("global_electronics/Products.csv.gz"),
                        "ProductKey = product_id",
                        "Product Name = product",
                        "Category = category",
                        "Unit Price USD = unit_price . USD",
                        "Unit Cost USD = unit_cost . USD")
                .file(
                        "Rates.csv",
                        Kind.RATES,
                        PublishedData.file("global_electronics/Exchange_Rates.csv.gz"),
                        "Date = rate_on " + dates,
                        "Currency = currency",
                        "Exchange = rate .")
                .link("Sales.csv", "CustomerKey", "Customers.csv", "CustomerKey")
                .link(
                        "Sales.csv",
                        "ProductKey",
                        "Products.csv",
                        "ProductKey",
                        "Unit Price USD = unit_price . USD",
                        "Unit Cost USD = unit_cost . USD",
                        "Category = category"));

        assertThat(text("select count(*), sum(amount), sum(cost) from order_lines"))
                .isEqualTo("62884 55755479.5900 23092791.2100");
        assertThat(text("select count(*), count(distinct customer_id) from orders where counts"))
                .isEqualTo("26326 11887");
        assertThat(text("select count(*), count(birth_on) from customers")).isEqualTo("15266 15266");
        assertThat(text("select count(*) from order_lines where category is null"))
                .isEqualTo("0");
        assertThat(text("select count(*) from customers where name like '%ü%'")).isNotEqualTo("0");
        checkAccounts();
    }

    @Test
    void crm_sales_opportunities_with_a_product_spelled_in_two_ways() {
        imported(plan().in("USD")
                .file(
                        "pipeline.csv",
                        Kind.DEALS,
                        PublishedData.file("crm_sales_opportunities/sales_pipeline.csv.gz"),
                        "opportunity_id = deal_id",
                        "sales_agent = owner",
                        "product = product",
                        "account = account_id",
                        "deal_stage = stage",
                        "engage_date = opened_at %Y-%m-%d",
                        "close_date = closed_at %Y-%m-%d",
                        "close_value = deal_amount .")
                .with(
                        java.util.Map.of("won", "won", "lost", "lost", "engaging", "open", "prospecting", "open"),
                        java.util.Map.of(),
                        "inferred")
                .file(
                        "accounts.csv",
                        Kind.ACCOUNTS,
                        PublishedData.file("crm_sales_opportunities/accounts.csv.gz"),
                        "account = account_id",
                        "sector = sector",
                        "revenue = account_revenue .",
                        "employees = employees .",
                        "office_location = country",
                        "subsidiary_of = parent_id")
                .file(
                        "products.csv",
                        Kind.PRODUCTS,
                        PublishedData.file("crm_sales_opportunities/products.csv.gz"),
                        "product = product",
                        "series = category",
                        "sales_price = unit_price .")
                .link("pipeline.csv", "account", "accounts.csv", "account")
                .link(
                        "pipeline.csv",
                        "product",
                        "products.csv",
                        "product",
                        List.of(new Link.Alias("GTXPro", "GTX Pro", 1480))));

        assertThat(text("select count(*), cast(sum(amount) as bigint) from deals where state = 'won'"))
                .isEqualTo("4238 10005534");
        assertThat(
                        text(
                                "select count(*) filter (where state = 'lost'), count(*) filter (where state = 'open') from deals"))
                .isEqualTo("2473 2089");
        assertThat(text("select count(*) from deals where product_id not in (select product_id from products)"))
                .isEqualTo("0");
        assertThat(text("select count(*), count(account_id) from customers")).isEqualTo("85 85");
        checkAccounts();
    }

    @Test
    void olist_leads_and_the_deals_they_became() {
        imported(plan().in("BRL")
                .file(
                        "leads.csv",
                        Kind.LEADS,
                        PublishedData.file("olist_marketing_funnel/olist_marketing_qualified_leads_dataset.csv.gz"),
                        "mql_id = lead_id",
                        "first_contact_date = created_at %Y-%m-%d",
                        "origin = channel",
                        "landing_page_id = trait")
                .file(
                        "deals.csv",
                        Kind.DEALS,
                        PublishedData.file("olist_marketing_funnel/olist_closed_deals_dataset.csv.gz"),
                        "mql_id = lead_id",
                        "seller_id = customer_id",
                        "won_date = closed_at %Y-%m-%d %H:%M:%S",
                        "business_segment = trait"));

        assertThat(text("select count(*) from leads")).isEqualTo("8000");
        assertThat(text("select count(*) from deals where state = 'won'")).isEqualTo("842");
        assertThat(text("select count(*) from customers")).isEqualTo("8000");
        assertThat(text("select count(*) from deals join leads using (lead_id, customer_id)"))
                .isEqualTo("842");
        checkAccounts();
    }

    @Test
    void foodmart_with_days_in_a_calendar_file() {
        HandMadePlan made = plan().in("USD")
                .file(
                        "time_by_day.csv",
                        Kind.LOOKUP,
                        PublishedData.file("foodmart/time_by_day.csv.gz"),
                        "time_id = key",
                        "the_date = ordered_at %Y-%m-%d %H:%M:%S");
        for (String name : List.of("sales_fact_1997", "sales_fact_1998", "sales_fact_dec_1998")) {
            made.file(
                            name,
                            Kind.ORDER_LINES,
                            PublishedData.file("foodmart/" + name + ".csv.gz"),
                            "product_id = product_id",
                            "time_id = key",
                            "customer_id = customer_id",
                            "store_id = store",
                            "store_sales = amount .",
                            "store_cost = cost .",
                            "unit_sales = quantity .")
                    .oneOrderACustomerAndDay()
                    .link(name, "time_id", "time_by_day.csv", "time_id", "the_date = ordered_at %Y-%m-%d");
        }
        imported(made.file(
                "customer.csv",
                Kind.CUSTOMERS,
                PublishedData.file("foodmart/customer.csv.gz"),
                "customer_id = customer_id",
                "fullname = name",
                "phone1 = phone",
                "yearly_income = trait",
                "education = trait",
                "birthdate = birth_on %Y-%m-%d",
                "gender = gender"));

        assertThat(text("select count(*), sum(amount), round(sum(cost), 2), count(distinct customer_id) "
                        + "from order_lines where year_of(ordered_on) = 1997"))
                .isEqualTo("86837 565238.1300 225627.23 5581");
        assertThat(text("select count(*) from order_lines where year_of(ordered_on) = 1998"))
                .isEqualTo(Integer.toString(164558 + 18325));
        assertThat(text("select count(*) from customers")).isEqualTo("10281");
        assertThat(text("select count(*) from traits")).isEqualTo("20562");
        assertThat(text("select count(*) from sources where rows_merged > 0")).isEqualTo("0");
        checkAccounts();
    }

    @Test
    void sparkify_events() {
        HandMadePlan made = plan().in("USD");
        for (int day = 1; day <= 30; day++) {
            String name = "2018-11-%02d-events.json".formatted(day);
            made.json(
                    name,
                    PublishedData.file("sparkify_events/" + name + ".gz"),
                    "userId = customer_id",
                    "sessionId = session_id",
                    "ts = occurred_at epoch 1000",
                    "page = event_name",
                    "level = trait",
                    "userAgent = device");
        }
        imported(made);

        assertThat(text("select count(*), count(distinct customer_id), count(distinct session_id) from events"))
                .isEqualTo("8056 97 941");
        assertThat(text("select count(*) from events where name = 'Submit Upgrade'"))
                .isEqualTo("8");
        assertThat(text("select min(occurred_at) >= timestamptz '2018-11-01 00:00:00+00' from events"))
                .isEqualTo("true");
        assertThat(text("select count(*) from events where property(properties, 'level') in ('free', 'paid')"))
                .isEqualTo("8056");
        checkAccounts();
    }

    private HandMadePlan plan() {
        return new HandMadePlan(store, folder);
    }

    private void imported(HandMadePlan made) {
        Plan plan = made.plan();
        new Import(store, Lines.afterHeader())
                .run(plan, List.of(), Options.at(Instant.parse("2026-01-01T00:00:00Z")), Progress.NONE);
    }

    private void checkAccounts() {
        assertThat(text("select count(*) from sources where rows_read <> rows_kept + rows_merged + rows_rejected"))
                .isEqualTo("0");
        assertThat(text("select count(*) from rejected")).isEqualTo("0");
    }

    /// The first row's values with blanks between.
    private String text(String select) {
        return store.text(Sql.of("select concat_ws(' ', *columns(*)) from (" + select + ")"))
                .orElse("");
    }

    private static String[] with(String[] some, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(some), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }
}
