package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first command of the README, and the audit against the generator's own answer sheet.
@Tag("slow")
class DemoCommandTest {

    @TempDir
    Path folder;

    @Test
    void makes_a_shop_a_page_and_lists() {
        Path shop = folder.resolve("tienda");

        Cli done = Cli.run("demo", shop, "--customers", 300, "--no-open", "--lang", "es-ES");

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(shop.resolve("informe.html")).isNotEmptyFile();
        assertThat(shop.resolve("listas/star_customers.csv")).isNotEmptyFile();
        assertThat(done.out()).contains("informe.html");
    }

    @Test
    void the_audit_reconciles_with_the_answer_sheet() {
        Path shop = folder.resolve("tienda");
        Cli.run("demo", shop, "--customers", 800, "--seed", 5, "--files-only", "--quiet");
        JsonNode truth =
                new JsonMapper().readTree(shop.resolve("truth.json").toFile()).get("totals");

        JsonNode audit = Cli.audit(List.of(shop.resolve("exports")));

        for (String count : List.of("customers", "buyers", "orders", "order_lines", "events")) {
            assertThat(audit.get("base").get(count).asLong())
                    .as(count)
                    .isEqualTo(truth.get(count).asLong());
        }
        assertThat(audit.get("base").get("revenue").decimalValue())
                .isEqualByComparingTo(truth.get("revenue").decimalValue());
        Map<String, BigDecimal> ladder = new HashMap<>();
        audit.get("ladder")
                .forEach(step -> ladder.put(
                        step.get("step").asString(), step.get("amount").decimalValue()));
        for (String cost : List.of(
                "product_cost",
                "shipping_cost",
                "payment_cost",
                "return_cost",
                "service_cost",
                "contact_cost",
                "acquisition_cost")) {
            assertThat(ladder.get(cost).negate())
                    .as(cost)
                    .isEqualByComparingTo(truth.get(cost).decimalValue());
        }
        // the tax of what came back is shared by amount here and line by line there: cents apart
        assertThat(ladder.get("net")).isCloseTo(truth.get("net").decimalValue(), within(new BigDecimal("0.50")));
    }
}
