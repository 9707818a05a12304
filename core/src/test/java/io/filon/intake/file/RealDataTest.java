package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Public data sets, against the row and column counts that their index publishes.
@Tag("slow")
class RealDataTest {

    @TempDir
    private Path folder;

    private Reader reader;
    private Path data;

    @BeforeEach
    void open() {
        Optional<Path> found = found();
        Assumptions.assumeThat(found).as("folder shared/data").isPresent();
        data = found.orElseThrow();
        reader = new Reader(folder);
    }

    private static Optional<Path> found() {
        String named = System.getenv("FILON_DATA");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "cdnow/CDNOW_master.txt, 69659, 4, true, UTF-8",
        "cdnow/CDNOW_sample.txt, 6919, 5, false, UTF-8",
        "cdnow/cdnow_customers_summary.csv, 2357, 4, true, UTF-8",
        "cdnow/cdnow_customers_summary_with_transactions.csv, 2357, 5, true, UTF-8",
        "superstore/superstore_us.csv, 9994, 21, true, UTF-8",
        "superstore/superstore_eu_semicolon_decimal_comma.csv, 9994, 21, true, UTF-8",
        "hillstrom/hillstrom.csv, 64000, 12, true, UTF-8",
        "online_shoppers_intention/online_shoppers_intention.csv, 12330, 18, true, UTF-8",
        "eshop_clickstream/e-shop_clothing_2008.csv, 165474, 14, true, UTF-8",
        "crm_sales_opportunities/sales_pipeline.csv, 8800, 8, true, UTF-8",
        "crm_sales_opportunities/accounts.csv, 85, 7, true, UTF-8",
        "crm_sales_opportunities/products.csv, 7, 3, true, UTF-8",
        "crm_sales_opportunities/sales_teams.csv, 35, 3, true, UTF-8",
        "crm_sales_opportunities/data_dictionary.csv, 21, 3, true, UTF-8",
        "lead_scoring/lead_scoring.csv, 9240, 37, true, UTF-8",
        "olist_marketing_funnel/olist_marketing_qualified_leads_dataset.csv, 8000, 4, true, UTF-8",
        "olist_marketing_funnel/olist_closed_deals_dataset.csv, 842, 14, true, UTF-8",
        "global_electronics/Sales.csv, 62884, 9, true, UTF-8",
        "global_electronics/Customers.csv, 15266, 10, true, windows-1252",
        "global_electronics/Products.csv, 2517, 10, true, UTF-8",
        "global_electronics/Stores.csv, 67, 5, true, UTF-8",
        "global_electronics/Exchange_Rates.csv, 11215, 3, true, UTF-8",
        "foodmart/customer.csv, 10281, 29, true, UTF-8",
        "foodmart/sales_fact_1997.csv, 86837, 8, true, UTF-8",
        "foodmart/product.csv, 1560, 15, true, UTF-8",
        "foodmart/product_class.csv, 110, 5, true, UTF-8",
        "foodmart/promotion.csv, 1864, 7, true, UTF-8",
        "foodmart/store.csv, 25, 24, true, UTF-8",
        "foodmart/time_by_day.csv, 730, 10, true, UTF-8",
        "foodmart/region.csv, 110, 7, true, UTF-8",
        "completejourney/transactions_sample.csv, 75000, 11, true, UTF-8",
        "completejourney/demographics.csv, 801, 8, true, UTF-8",
        "completejourney/campaigns.csv, 6589, 2, true, UTF-8",
        "completejourney/campaign_descriptions.csv, 27, 4, true, UTF-8",
        "completejourney/coupons.csv, 116204, 3, true, UTF-8",
        "completejourney/coupon_redemptions.csv, 2102, 4, true, UTF-8",
        "completejourney/products.csv, 92331, 7, true, UTF-8",
        "completejourney/promotions_sample.csv, 360535, 5, true, UTF-8"
    })
    void reads_every_row_and_column(String file, long rows, int columns, boolean header, String encoding) {
        RawTable table = reader.table(data.resolve(file + ".gz"));

        assertThat(List.of(table.rows(), table.rejected(), table.headers().size(), table.header(), table.encoding()))
                .isEqualTo(List.of(rows, 0L, columns, header, encoding));
    }

    @Test
    void reads_a_folder_of_events_with_the_same_columns() {
        Reading reading = reader.read(data.resolve("sparkify_events"));

        assertThat(reading.tables())
                .hasSize(30)
                .allMatch(table -> table.headers().size() == 18);
        assertThat(reading.tables().stream().mapToLong(RawTable::rows).sum()).isEqualTo(8056);
    }

    @Test
    void ignores_the_notice_in_a_folder() {
        Reading reading = reader.read(data.resolve("foodmart"));

        assertThat(reading.tables()).hasSize(10);
        assertThat(reading.ignored()).hasSize(1);
    }

    @Test
    void reads_doubled_carriage_returns() throws Exception {
        String text =
                gunzipped(data.resolve("lead_scoring/lead_scoring.csv.gz")).replace("\r\n", "\r\r\n");
        Reading reading = reader.read(reader.write("lead_scoring.csv", text));
        RawTable table = reading.tables().getFirst();

        assertThat(table.rows()).isEqualTo(9240);
        assertThat(reading.lines().lineOf(table, 9239)).isEqualTo(9241);
    }

    private static String gunzipped(Path file) throws Exception {
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
