package io.filon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.infer.Corrections;
import io.filon.intake.infer.Understanding;
import io.filon.intake.plan.Plan;
import io.filon.intake.recipe.Samples;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Known exports from their file to the tables: every figure here was worked out by hand from the few rows.
class SampleExportsTest {

    private static final String MONEY =
            "select count(*), sum(amount), (select sum(discount) from orders where counts), "
                    + "(select sum(amount) from returns) from order_lines where order_id in (select order_id from orders where counts)";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path scratch;

    @Test
    void shopify_orders_on_several_rows() {
        imported("shopify_orders");

        assertThat(
                        rows(
                                "select order_id, ordered_on, status, counts, stated_total, shipping_charged, discount, tax from orders order by 1"))
                .containsExactly(
                        "#1001 2025-03-04 shipped true 95.0000 5.0000 10.0000 16.4900",
                        "#1002 2025-03-06 shipped true 60.0000 0.0000 0.0000 10.4100",
                        "#1003 2025-03-09 cancelled false 45.0000 5.0000 0.0000 7.8100");
        assertThat(rows("select order_id, line_no, product, quantity, amount, discount from order_lines order by 1, 2"))
                .startsWith("#1001 1 Vela de cera 2.0000 60.0000 0.0000", "#1001 2 Candil 1.0000 40.0000 10.0000");
        assertThat(rows("select order_id, amount from returns")).containsExactly("#1002 30.0000");
        assertThat(rows("select email, city from customers order by 1")).startsWith("ana@example.org Madrid");
        assertThat(rows("select rows_kept, rows_rejected from sources")).containsExactly("4 0");
    }

    @Test
    void shopify_customers_meet_their_orders_by_address() {
        imported("shopify_orders", "shopify_customers");

        assertThat(rows("select count(distinct customer_id) from orders")).containsExactly("3");
        assertThat(rows("select name, phone from customers where email = 'bruno@example.org'"))
                .containsExactly("Bruno Sanz +34600000002");
    }

    @Test
    void woocommerce_in_three_layouts() {
        imported("woocommerce_suite");
        assertThat(rows(MONEY)).containsExactly("2 150.0000 10.0000");
        assertThat(rows("select customer_id, tax, stated_total from orders where counts order by ordered_on"))
                .containsExactly("15 0.0000 114.9500", "elio@example.org 0.0000 60.5000");
    }

    @Test
    void woocommerce_one_row_a_product() {
        imported("woocommerce_advanced");

        assertThat(rows(MONEY)).containsExactly("3 110.0000 0.0000");
        assertThat(rows("select shipping_charged, tax from orders where order_id = '811'"))
                .containsExactly("5.0000 0.0000");
    }

    @Test
    void woocommerce_analytics_without_address() {
        imported("woocommerce_analytics");

        assertThat(rows(MONEY)).containsExactly("2 110.0000 0.0000");
    }

    @Test
    void prestashop_with_spanish_figures_and_days() {
        imported("prestashop_orders", "prestashop_customers");

        assertThat(rows("select order_id, ordered_on, status, stated_total from orders order by ordered_on"))
                .containsExactly(
                        "XKBKNABJK 2025-01-14 shipped 1250.4000",
                        "OHSATSERP 2025-01-15 paid 45.0000",
                        "UOYEVOLI 2025-01-16 cancelled 20.1000");
        assertThat(rows("select email, created_on from customers where email = 'hugo@example.org'"))
                .containsExactly("hugo@example.org 2024-03-20");
    }

    @Test
    void magento_grid() {
        imported("magento_orders");

        assertThat(rows(MONEY)).containsExactly("2 181.5000 0.0000 10.5000");
        assertThat(rows("select status, ordered_on from orders order by 2"))
                .containsExactly("delivered 2025-01-07", "paid 2025-01-19", "cancelled 2025-01-21");
    }

    @Test
    void stripe_payments_in_the_currency_paid_out() {
        imported("stripe_payments");

        assertThat(rows(MONEY)).containsExactly("2 138.0000 0.0000 4.5000");
        assertThat(rows("select sum(payment_fee), min(stated_currency), max(stated_currency) from orders"))
                .containsExactly("2.5700 EUR EUR");
        assertThat(rows("select order_id, status from orders where not counts")).containsExactly("ch_3 cancelled");
    }

    @Test
    void stripe_subscriptions() {
        imported("stripe_subscriptions");

        assertThat(rows("select subscription_id, plan, started_on, ended_on, amount from subscriptions order by 1"))
                .containsExactly("sub_1 anual 2024-04-01 120.0000", "sub_2 mensual 2024-06-02 2025-03-02 18.0000");
    }

    @Test
    void hubspot_deals_of_contacts_and_companies() {
        imported("hubspot_contacts", "hubspot_companies", "hubspot_deals");

        assertThat(rows("select state, count(*), sum(amount) from deals group by 1 order by 1"))
                .containsExactly("lost 1 3000.0000", "open 1 8000.0000", "won 2 13500.5000");
        assertThat(rows("select distinct customer_id, account_id from deals order by 1"))
                .containsExactly("101 900", "102 901");
        assertThat(rows("select account_id, name, sector, employees, revenue from accounts order by 1"))
                .containsExactly("900 Solaria del Sur Energía 120 4500000.0000", "901 Telas Roig Moda 35 1200000.0000");
        assertThat(rows("select customer_id, email, created_on, acquisition_channel from customers order by 1"))
                .startsWith("101 olga@example.org 2024-11-05 Organic Search");
        assertThat(rows("select value from traits where name = 'Sector de interés' order by 1"))
                .containsExactly("Energía", "Moda");
    }

    @Test
    void pipedrive_deals() {
        imported("pipedrive_deals");

        assertThat(rows("select state, count(*), sum(amount), max(closed_on) from deals group by 1 order by 1"))
                .containsExactly("lost 1 3000.0000 2025-02-15", "open 1 8000.0000", "won 1 12500.5000 2025-02-10");
    }

    @Test
    void salesforce_opportunities_leads_and_accounts() {
        imported("salesforce_opportunities", "salesforce_leads", "salesforce_accounts");

        assertThat(rows("select state, sum(amount) from deals group by 1 order by 1"))
                .containsExactly("lost 2000.0000", "open 900.0000", "won 5400.0000");
        assertThat(rows("select lead_id, channel, converted, converted_on from leads order by 1"))
                .containsExactly("00Q1 Web true 2025-01-20", "00Q2 Event false");
        assertThat(rows("select account_id, parent_id from accounts order by 1"))
                .containsExactly("001A", "001B 001A");
    }

    @Test
    void people_of_mailing_tools() {
        imported("mailchimp_audience", "brevo_contacts", "klaviyo_profiles", "shopify_orders");

        assertThat(
                        rows(
                                "select email, name, created_on from customers where email not like '%a@example.org' order by 1"))
                .contains("victor@example.org Víctor Ochoa 2024-02-11", "gus@example.org Gus Haro 2024-04-20");
        assertThat(rows("select value from traits where name in ('Interés', 'INTERES', 'Talla') order by 1"))
                .containsExactly("L", "M", "Queso", "Surf", "Vino", "Yoga");
    }

    @Test
    void spend_of_four_advertisers() {
        imported("meta_ads", "google_ads", "linkedin_ads", "tiktok_ads");

        assertThat(
                        rows(
                                "select channel, count(*), sum(amount), sum(impressions), sum(clicks), min(spent_on) from spend group by 1 order by 1"))
                .containsExactly(
                        "Google Ads 3 176.0000 10800 301 2025-03-01",
                        "LinkedIn Ads 2 141.5000 5500 39 2025-03-01",
                        "Meta Ads 3 1249.7500 74300 1290 2025-03-01",
                        "TikTok Ads 2 83.2000 41800 570 2025-03-01");
        assertThat(rows("select sum(conversions), sum(conversion_value) from spend where channel = 'Google Ads'"))
                .containsExactly("7.5 449.5000");
    }

    @Test
    void tiendanube_orders_on_several_rows() {
        imported("tiendanube_orders");

        assertThat(rows(MONEY)).containsExactly("2 30000.0000 3000.0000");
        assertThat(rows("select order_id, ordered_on, status, city from orders order by 1"))
                .containsExactly("201 2025-02-14 shipped Rosario", "202 2025-02-17 cancelled Córdoba");
    }

    @Test
    void vtex_orders_with_promotions_already_off() {
        imported("vtex_orders");

        assertThat(rows(MONEY)).containsExactly("2 190.0000 0.0000");
        assertThat(rows("select sum(discount) from order_lines")).containsExactly("10.0000");
        assertThat(rows("select order_id, shipping_charged, promised_on from orders where counts"))
                .containsExactly("v100-01 20.0000 2025-01-17");
    }

    @Test
    void mercado_libre_charges_are_costs() {
        imported("mercadolibre_sales");

        assertThat(rows("select order_id, ordered_on, status, commission, shipping_cost from orders order by 1"))
                .containsExactly(
                        "2000001 2025-01-14 delivered 2600.0000 1500.0000",
                        "2000002 2025-01-20 cancelled 1300.0000 0.0000");
        assertThat(rows("select sum(amount) from order_lines")).containsExactly("30000.7500");
    }

    @Test
    void invoices_and_orders_of_spanish_back_offices() {
        imported("holded_invoices");
        assertThat(rows("select count(*), sum(stated_total) from orders")).containsExactly("3 1452.6100");
        assertThat(rows("select sum(amount) from order_lines")).containsExactly("1200.5000");
        assertThat(rows("select sum(tax) from orders")).containsExactly("0.0000");
    }

    @Test
    void odoo_orders_and_their_lines() {
        imported("odoo_orders", "odoo_order_lines");

        assertThat(rows("select order_id, status, counts, stated_total from orders order by 1"))
                .containsExactly(
                        "S00021 paid true 1210.0000",
                        "S00022 pending true 242.0000",
                        "S00023 paid true 363.6100",
                        "S00031 paid true 229.9000",
                        "S00032 cancelled false 24.2000");
        assertThat(
                        rows(
                                "select order_id, product, amount, discount from order_lines where order_id like 'S0003%' order by order_id, line_no"))
                .containsExactly(
                        "S00031 [A1] Aceite 90.0000 10.0000",
                        "S00031 [F1] Filtro 100.0000 0.0000",
                        "S00032 [F1] Filtro 20.0000 0.0000");
    }

    @Test
    void shops_on_a_market_place_and_at_the_counter() {
        imported("amazon_orders", "square_items");

        assertThat(rows("select order_id, sum(amount), sum(discount) from order_lines group by 1 order by 1"))
                .containsExactly(
                        "404-1 54.0000 6.0000", "404-2 40.0000 0.0000", "TX1 4.5000 0.5000", "TX2 -1.5000 0.0000");
    }

    @Test
    void square_payments() {
        imported("square_transactions");

        assertThat(rows(MONEY)).containsExactly("2 7.5000 0.0000");
        assertThat(rows("select sum(payment_fee) from orders")).containsExactly("0.0900");
    }

    @Test
    void leads_of_rd_station() {
        imported("rd_station_leads");

        assertThat(rows("select email, created_on, channel, campaign from leads order by 1"))
                .startsWith("ines@example.org 2025-01-15 Busca Orgânica ebook-vendas");
    }

    @Test
    void tickets_of_three_help_desks() {
        imported("zendesk_tickets", "freshdesk_tickets", "intercom_conversations");

        assertThat(rows("select ticket_id, opened_on, solved_on, channel, handle_minutes from tickets order by 1"))
                .containsExactly(
                        "70001 2025-03-06 2025-03-07 Web form",
                        "70002 2025-03-18 Email",
                        "801 2025-02-02 2025-02-03 Email",
                        "802 2025-02-15 Portal",
                        "9001 2025-03-01 2025-03-01 Messenger",
                        "9002 2025-03-22 Email");
    }

    @Test
    void answers_of_four_forms() {
        imported("typeform", "google_forms", "google_forms_english", "surveymonkey", "shopify_orders");

        assertThat(
                        rows(
                                "select count(*), count(distinct question), count(distinct customer_id), min(answered_on), max(answered_on) from answers"))
                .containsExactly("16 8 2 2025-04-01 2025-04-15");
        assertThat(rows("select count(*) from answers where answered_on is null"))
                .containsExactly("0");
    }

    @Test
    void events_of_google_and_segment() {
        imported("ga4_events", "segment_events");

        assertThat(
                        rows(
                                "select name, anonymous_id, order_id, amount, device, cast(occurred_at as date) from events order by occurred_at, name"))
                .containsExactly(
                        "Order Completed a-1 A-1 49.9000 mobile 2025-03-01",
                        "page_view 1111.2222 mobile 2025-03-01",
                        "purchase 1111.2222 A-1 49.9000 mobile 2025-03-01",
                        "Inicio a-2 2025-03-01",
                        "session_start 3333.4444 desktop 2025-03-02",
                        "identify a-2 2025-03-02");
    }

    @Test
    void events_of_mixpanel_whose_properties_say_who_and_when() {
        imported("mixpanel_events");

        assertThat(rows("select name, customer_id, order_id, amount from events order by occurred_at"))
                .containsExactly("Page View c-1", "Order Completed c-1 A-9 25.5000", "Page View $device:18f3");
        assertThat(rows("select order_id, ordered_on, amount from order_lines"))
                .containsExactly("A-9 2025-03-07 25.5000");
    }

    @Test
    void a_report_without_customers_orders_or_spend_is_set_aside() {
        Plan plan = imported("ga4_report", "shopify_orders");

        assertThat(plan.doubts())
                .anyMatch(doubt ->
                        doubt.code().startsWith("unused_") && doubt.file().contains("ga4_report"));
    }

    private Plan imported(String... recipes) {
        List<Path> files = Stream.of(recipes).map(Samples::file).toList();
        Reading reading = RawFiles.readAll(store, files, scratch, Progress.NONE);
        Plan plan = Understanding.plan(store, reading.tables(), Corrections.NONE);
        assertThat(plan.files().stream().map(file -> file.recipe())).containsExactly(recipes);
        Options options = Options.at(Instant.parse("2026-01-01T00:00:00Z"));
        new Import(store, reading.lines()::linesOf).run(plan, reading.duplicates(), options, Progress.NONE);
        return plan;
    }

    /// Each row's values that are not null.
    private List<String> rows(String sql) {
        List<String> rows = new java.util.ArrayList<>();
        store.stream(
                Sql.of(sql),
                row -> rows.add(row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        return rows;
    }
}
