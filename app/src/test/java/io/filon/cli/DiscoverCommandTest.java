package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `filon discover` as scripts and people use it.
class DiscoverCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private Path table = Path.of("");

    /// 4,000 customers; those of Madrid over 50 are worth three times the others.
    @BeforeEach
    void makeTable() throws IOException {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        lines.add("customer_id;city;age;note;profit;stage;same;empty;joined");
        String[] cities = {"Madrid", "Vigo", "Soria", "Select"};
        for (int i = 0; i < 4000; i++) {
            String city = cities[random.nextInt(4)];
            int age = 20 + random.nextInt(60);
            double worth = Math.exp(3 + 0.6 * random.nextGaussian()) * (city.equals("Madrid") && age > 50 ? 3 : 1);
            lines.add("C%05d;%s;%d;free text %d;%s;%s;1;;%d-0%d-11"
                    .formatted(
                            i,
                            city,
                            age,
                            i,
                            "%.2f".formatted(worth).replace('.', ','),
                            worth > 40 ? "Won" : "Lost",
                            2021 + i % 4,
                            1 + i % 9));
        }
        table = folder.resolve("clientes.csv");
        Files.write(table, lines);
    }

    @Test
    void tells_the_group_that_is_there_with_figures_rule_and_members() throws IOException {
        Path covers = folder.resolve("who.csv");
        JsonNode found =
                discover("--target", "profit", "--id", "customer_id", "--exclude", "stage", "--covers", covers);

        JsonNode best = found.get("segments").get(0);
        assertThat(best.get("rule").asString()).isEqualTo("city = Madrid and age > 50");
        assertThat(best.get("confirmed").asBoolean()).isTrue();
        assertThat(best.get("grade").asString()).isEqualTo("confirmed");
        assertThat(best.get("sentence_es").asString()).startsWith("Clientes con city «Madrid» y con age de más de 50");
        assertThat(best.get("sentence_en").asString())
                .startsWith("Customers with city “Madrid” and with age of more than 50");
        assertThat(best.get("low").asDouble())
                .isGreaterThan(found.get("target_mean").asDouble());
        assertThat(best.get("mean").asDouble())
                .isBetween(best.get("low").asDouble(), best.get("high").asDouble());
        assertThat(best.get("stability").get("periods").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(best.get("segment").asString()).contains("city: Madrid").contains("age: '> 50'");
        List<String> lines = Files.readAllLines(covers);
        assertThat(lines).hasSize(4001);
        assertThat(lines.stream().filter(line -> line.matches("C\\d+,1.*")).count())
                .isEqualTo(best.get("customers").asLong());
    }

    @Test
    void says_what_was_left_out() {
        String warnings = discover("--target", "profit").get("warnings").toString();

        assertThat(warnings)
                .contains("customer_id")
                .contains("note")
                .contains("same")
                .contains("empty")
                .contains("joined");
    }

    @Test
    void a_word_can_be_the_target_and_what_is_not_stated_is_named() {
        JsonNode found = discover(
                "--target",
                "stage",
                "--positive",
                "Won",
                "--exclude",
                "profit",
                "--plain",
                "--depth",
                "1",
                "--top",
                "400");

        assertThat(found.get("segments").toString()).contains("city not stated").contains("city = Madrid");
        assertThat(found.get("segments").get(0).get("confirmed").asBoolean()).isFalse();
    }

    @Test
    void the_plain_ranking_is_by_size_and_difference() {
        JsonNode found = discover("--target", "profit", "--plain", "--depth", "2", "--top", "50");
        double last = Double.MAX_VALUE;
        double mean = found.get("target_mean").asDouble();

        assertThat(found.get("segments").size()).isEqualTo(50);
        for (JsonNode segment : found.get("segments")) {
            double quality = Math.sqrt(segment.get("customers").asInt())
                    * (segment.get("mean").asDouble() - mean);
            assertThat(segment.get("quality").asDouble())
                    .isCloseTo(quality, org.assertj.core.api.Assertions.within(1e-9));
            assertThat(quality).isLessThanOrEqualTo(last + 1e-9);
            last = quality;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--target profti|Did you mean 'profit'?",
                "--target note|--positive",
                "--target same|nothing to compare",
                "--target empty|is empty",
                "--target stage --positive Wonn|is never 'Wonn'",
                "--target profit --bins 99|between 2 and 62",
                "--target profit --exclude citty|Did you mean 'city'?",
                "--target profit --rank gain|--plain",
                "--target profit --fdr bonferroni|bh, by",
                "--target profit --lists there|--covers",
                "--covers who.csv|--target",
            })
    void refuses_with_the_remedy(String options, String said) {
        List<Object> arguments = new ArrayList<>(List.of("discover", table, "--quiet", "--lang", "en"));
        arguments.addAll(List.of(options.split(" ")));
        Cli done = Cli.run(arguments.toArray());

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains(said).doesNotContain("Exception");
    }

    @Test
    void a_column_that_sorts_customers_by_the_outcome_is_suspicious() {
        assertThat(discover("--target", "profit").get("warnings").toString()).contains("'stage' alone explains");
        assertThat(discover("--target", "stage", "--positive", "Won")
                        .get("warnings")
                        .toString())
                .contains("of 'profit > ");
    }

    @Test
    void the_ranking_by_gain_gives_a_needless_condition_nothing() {
        JsonNode found = discover(
                "--target", "profit", "--exclude", "stage", "--plain", "--rank", "gain", "--depth", "2", "--top", "30");

        assertThat(found.get("segments").toString()).contains("city = Madrid and age > 5");
        assertThat(found.get("segments").toString()).doesNotContain("city = Vigo and");
    }

    @Test
    void a_more_careful_guard_confirms_no_more() {
        int usual = confirmed(discover("--target", "profit", "--exclude", "stage"));
        int careful = confirmed(discover("--target", "profit", "--exclude", "stage", "--fdr", "by"));

        assertThat(careful).isBetween(1, usual);
    }

    private static int confirmed(JsonNode found) {
        int confirmed = 0;
        for (JsonNode segment : found.get("segments")) {
            confirmed += segment.get("confirmed").asBoolean() ? 1 : 0;
        }
        return confirmed;
    }

    @Test
    void people_read_sentences() {
        Cli done = Cli.run("discover", table, "--target", "profit", "--exclude", "stage", "--lang", "es");

        assertThat(done.code()).isZero();
        assertThat(done.out())
                .contains("Clientes con city «Madrid»")
                .contains("Comprobado con clientes que no se usaron");
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "lead_scoring, lead_scoring.csv.gz, Converted",
        "online_shoppers_intention, online_shoppers_intention.csv.gz, Revenue",
        "superstore, superstore_eu_semicolon_decimal_comma.csv.gz, Profit"
    })
    void public_data_needs_no_configuration(String data, String file, String target) {
        Path table = Cli.publicData(data, file).getFirst();

        Cli done = Cli.run(
                "discover", table, "--target", target, "--depth", "2", "--json", "-", "--quiet", "--lang", "en");

        assertThat(done.code()).as(done.err()).isZero();
        JsonNode found = JsonMapper.shared().readTree(done.out());
        assertThat(found.get("segments").size()).isPositive();
        assertThat(found.get("segments").get(0).get("confirmed").asBoolean()).isTrue();
    }

    private JsonNode discover(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("discover", table, "--json", "-", "--quiet", "--lang", "en"));
        arguments.addAll(List.of(options));
        Cli done = Cli.run(arguments.toArray());
        assertThat(done.code()).as(done.err()).isZero();
        return JsonMapper.shared().readTree(done.out());
    }
}
