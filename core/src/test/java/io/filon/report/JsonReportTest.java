package io.filon.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.filon.testing.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void writes_a_pipeline_without_orders() {
        Golden.assertMatches(getClass(), "deals_es.json", written("es-ES", AuditSamples.deals()));
    }

    @Test
    void keeps_every_digit_of_money_and_no_exponent() {
        String json = written("en", AuditSamples.fullShop());

        assertThat(json).contains("\"revenue\" : 1297695.3500", "\"won_value\" : 0.0000");
        assertThat(json).doesNotContainPattern("\\d[eE][+-]?\\d+[,\\s}]");
    }

    @Test
    void says_under_why_why_there_is_no_peak() {
        assertThat(written("es-ES", AuditSamples.flatMargin()))
                .contains("\"peak_net_share\" : null")
                .contains("\"why\" : \"Sin costes por cliente")
                .contains("\"why_code\" : ");
    }

    @Test
    void names_what_scripts_rely_on() {
        assertThat(written("en", AuditSamples.fullShop()))
                .contains("\"as_of\" : \"2026-06-30\"", "\"rows_merged\"", "\"loss_making_buyers\"", "\"by_year\"");
    }

    @Test
    void fits_its_published_schema() throws IOException {
        Schema schema = schema();
        for (Audit audit : AuditSamples.all()) {
            assertThat(schema.validate(written("es-MX", audit), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void breaks_its_schema_when_a_member_is_missing() throws IOException {
        String broken = written("en", AuditSamples.deals()).replace("\"loss_making_buyers\"", "\"losing\"");

        assertThat(schema().validate(broken, InputFormat.JSON)).hasSize(2);
    }

    private static Schema schema() throws IOException {
        try (InputStream text =
                Objects.requireNonNull(JsonReport.class.getResourceAsStream("/io/filon/schema/audit.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        }
    }

    static String written(String tag, Audit audit) {
        return new JsonReport(Language.of(Locale.forLanguageTag(tag), audit.currency())).write(audit);
    }
}
