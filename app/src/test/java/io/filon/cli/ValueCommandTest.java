package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.filon.workspace.InitFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValueCommandTest {

    @TempDir
    Path folder;

    @Test
    void cdnow_trained_until_september_counts_and_fits_as_published() throws IOException {
        List<Path> sample = Cli.publicData("cdnow", "CDNOW_sample.*");
        Path list = folder.resolve("customers.csv");

        Cli done = Cli.run(with(
                sample,
                "--train-until",
                "1997-09-30",
                "--json",
                "-",
                "--customers-csv",
                list,
                "--quiet",
                "--models",
                "mbg_nbd,bg_nbd"));

        assertThat(done.code()).as(done.err()).isZero();
        JsonNode value = new JsonMapper().readTree(done.out());
        assertThat(value.get("summary").get("repeat_customers").asInt()).isEqualTo(946);
        assertThat(value.get("summary").get("repeat_purchases").asInt()).isEqualTo(2_457);
        assertThat(value.get("summary").propertyNames()).contains("customers", "distinct_groups");
        for (JsonNode model : value.get("models")) {
            assertThat(model.propertyNames()).contains("name", "parameters", "log_likelihood", "seconds");
            assertThat(model.get("holdout").propertyNames())
                    .contains("bias_percent", "rmse", "mae", "correlation", "auc_active");
            assertThat(model.get("holdout").get("actual").asInt()).isEqualTo(1_882);
        }
        JsonNode chosen = named(value.get("models"), value.get("chosen").asString());
        assertThat(chosen.get("name").asString()).isEqualTo("mbg_nbd");
        assertThat(chosen.get("log_likelihood").asDouble()).isCloseTo(-9582.13572, within(1e-3));
        assertThat(chosen.get("parameters").get("alpha").asDouble())
                .isCloseTo(6.183082, Percentage.withPercentage(0.1));
        List<String> lines = Files.readAllLines(list);
        assertThat(lines).hasSize(2_358);
        assertThat(lines.getFirst())
                .isEqualTo("customer,repeats,last_repeat_weeks,observed_weeks,expected_orders,p_alive,churn,"
                        + "expected_spend,expected_margin,value,value_low,value_high,next_order_on,overdue,"
                        + "value_mean_margin,value_normal_normal,value_gamma_gamma");
        assertThat(lines.get(1)).startsWith("00004,2,30.428571,38.857143,1.26");
    }

    private static JsonNode named(JsonNode models, String name) {
        for (JsonNode model : models) {
            if (model.get("name").asString().equals(name)) {
                return model;
            }
        }
        throw new AssertionError("no " + name);
    }

    /// Orders at a loss stay in: what is modelled adds up to what was observed, and some customers are to cost money.
    @Test
    @Tag("slow")
    void superstore_keeps_orders_at_a_loss() throws IOException {
        Path list = folder.resolve("customers.csv");
        Cli done = Cli.run(with(
                Cli.publicData("superstore", "superstore_us.csv.gz"),
                "--train-until",
                "2016-12-31",
                "--customers-csv",
                list,
                "--json",
                "-",
                "--quiet"));

        assertThat(done.code()).as(done.err()).isZero();
        JsonNode margins = new JsonMapper().readTree(done.out()).get("margins");
        assertThat(margins.size()).isGreaterThan(1);
        int negative = 0;
        for (JsonNode margin : margins) {
            assertThat(margin.get("modelled").asDouble())
                    .as(margin.get("name").asString())
                    .isCloseTo(margin.get("observed").asDouble(), Percentage.withPercentage(5));
            negative += margin.get("negative_customers").asInt();
        }
        assertThat(negative).isPositive();
        List<String> lines = Files.readAllLines(list);
        int last = lines.getFirst().split(",", -1).length - 1;
        assertThat(lines.stream().skip(1).filter(line -> line.split(",", -1)[last].startsWith("-")))
                .hasSize(negative);
    }

    @Test
    void the_json_is_as_its_schema_says() {
        Cli done = Cli.run(with(Cli.cornerShop(), "--json", "-", "--quiet"));

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(new String(InitFiles.schema("value"), StandardCharsets.UTF_8))
                        .validate(done.out(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void shows_one_customers_arithmetic_in_both_languages() {
        Cli spanish = Cli.run(with(Cli.cornerShop(), "--customer", "C01", "--lang", "es"));
        Cli english = Cli.run(with(Cli.cornerShop(), "--customer", "C01", "--lang", "en"));

        assertThat(spanish.out()).contains("Cliente C01").contains("1. ").contains("×");
        assertThat(english.out()).contains("Customer C01").contains("1. ").contains("×");
    }

    @Test
    void refuses_what_makes_no_sense_with_advice() {
        refused("--models", "crystal_ball", "'crystal_ball'. Those there are: nbd, mbg_nbd");
        refused("--models", "mgb_nbd", "Did you mean 'mbg_nbd'?");
        refused("--models", ",", "A name is missing in --models. The models there are: nbd");
        refused("--models", "nbd,,mbg_nbd", "A name is missing in --models");
        refused("--train-until", "2001-01-01", "Choose a day between 2023-02-15 and 2025-12-30");
        refused("--train-until", "2030-01-01", "Choose a day between 2023-02-15 and 2025-12-30");
        refused("--train-until", "31/12/2024", "Write it as 2025-12-31");
        refused("--customer", "C0l", "Did you mean 'C01'?");
        refused("--horizon-days", "0", "must be between 1 and 3650");
        refused("--horizon-days", "-5", "must be between 1 and 3650");
        refused("--horizon-days", "3651", "must be between 1 and 3650");
        refused("--horizon-days", "99999999999", "--horizon-days takes a whole number of nine digits at most");
        refused("--horizon-days", "a year", "which 'a year' is not");
    }

    /// @param advice part of what is said
    private static void refused(String option, String value, String advice) {
        Cli done = Cli.run(with(Cli.cornerShop(), option, value, "--lang", "en"));
        assertThat(done.code()).as(value).isEqualTo(2);
        assertThat(done.err()).contains(advice);
        assertThat(done.out()).isEmpty();
    }

    private static Object[] with(List<Path> files, Object... more) {
        return Stream.of(Stream.of("value"), files.stream(), Stream.of(more))
                .flatMap(part -> part)
                .toArray();
    }
}
