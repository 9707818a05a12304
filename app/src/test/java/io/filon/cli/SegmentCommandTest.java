package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands on segments, on the corner shop: 30 customers, 27 of them buyers, 2 star customers.
class SegmentCommandTest {

    @TempDir
    static Path folder;

    private static Path company;

    @BeforeAll
    static void workspace() {
        company = folder.resolve("shop");
        assertThat(Cli.run("init", company, "--lang", "en").code()).isZero();
        List<Object> arguments = Stream.of(
                        Stream.of("import"), Cli.cornerShop().stream(), Stream.of("--workspace", company, "--quiet"))
                .flatMap(part -> part)
                .map(Object.class::cast)
                .toList();
        assertThat(Cli.run(arguments.toArray()).code()).isZero();
    }

    @Test
    void lists_what_an_imported_company_has() {
        JsonNode list = json("list");

        assertThat(list.get("customers").asLong()).isEqualTo(30);
        JsonNode stars = list.get("segments").get(0);
        assertThat(stars.get("key").asString()).isEqualTo("star_customers");
        assertThat(stars.get("customers").asLong()).isEqualTo(2);
        assertThat(stars.get("origin").asString()).isEqualTo("built_in");
        assertThat(stars.get("actionable").asString()).isEqualTo("no");
        assertThat(stars.get("failing").toString()).contains("size");
        long owned = 0;
        for (JsonNode segment : list.get("segments")) {
            owned += segment.get("owned").asLong();
        }
        assertThat(owned + list.get("nobodys").asLong()).isEqualTo(30);
    }

    @Test
    void lists_the_templates_on_plain_files() {
        List<Object> arguments = Stream.of(
                        Stream.of("segment", "list", "--templates", "--lang", "es", "--files"),
                        Cli.cornerShop().stream())
                .flatMap(part -> part)
                .map(Object.class::cast)
                .toList();

        Cli done = Cli.run(arguments.toArray());

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("champions", "Campeones", "30 clientes");
    }

    @Test
    void counts_a_name_a_file_and_a_rule_written_here() throws IOException {
        Path file = Files.writeString(folder.resolve("buyers.yaml"), "name: Buyers\nrule: {orders: \">= 1\"}\n");

        assertThat(json("count", "everyone").get("customers").asLong()).isEqualTo(30);
        assertThat(json("count", file).get("customers").asLong()).isEqualTo(27);
        JsonNode inline = json("count", "orders: \">= 1\"");
        assertThat(inline.get("customers").asLong()).isEqualTo(27);
        assertThat(inline.get("sentence").asString()).contains("at least 1 order");
        assertThat(json("count", "star_customers").get("name").asString()).isEqualTo("Star customers");
    }

    @Test
    void previews_with_checks_and_members() {
        JsonNode preview = json("preview", "orders: \">= 1\"", "--rows", "3");

        assertThat(preview.get("profile").get("customers").asLong()).isEqualTo(27);
        assertThat(preview.get("profile").get("mean_net12m").isNull()).isTrue();
        assertThat(preview.get("examples").size()).isEqualTo(3);
        assertThat(preview.get("checks").get(0).get("code").asString()).isEqualTo("size");
        assertThat(preview.get("checks").get(0).get("says_code").asString()).isEqualTo("segment.check.size.no");
        assertThat(run("preview", "orders: 1", "--rows", "-1").code()).isEqualTo(2);
    }

    @Test
    void explains_one_customer() {
        JsonNode explanation = json("explain", "star_customers", "C01");

        assertThat(explanation.get("belongs").asBoolean()).isTrue();
        assertThat(run("explain", "star_customers", "C01").out())
                .contains("C01 is in")
                .contains("✓");
        Cli wrong = run("explain", "star_customers", "C0l");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("C0l").contains("C01");
    }

    @Test
    void tells_who_is_in_several() {
        JsonNode overlap = json("overlap", "orders: \">= 1\"", "star_customers", "orders: 0");

        long customers = 0;
        for (JsonNode region : overlap.get("regions")) {
            customers += region.get("customers").asLong();
        }
        assertThat(customers).isEqualTo(30);
        assertThat(overlap.get("regions").get(1).get("in").toString()).isEqualTo("[\"rule-2\"]");
    }

    @Test
    void tells_what_moved_and_why() {
        JsonNode movement = json("movement", "--since", "2025-06-30", "--why", "at_risk");

        JsonNode why = movement.get("why");
        long sum = 0;
        for (String part : List.of("before", "merges", "erasures", "data", "time", "behaviour", "definition")) {
            sum += why.get(part).asLong();
        }
        assertThat(sum).isEqualTo(why.get("after").asLong());
        assertThat(movement.get("movement").get("flows").size()).isPositive();
        assertThat(run("movement", "--since", "2030-01-01").code()).isEqualTo(2);
        assertThat(run("movement", "--alerts", "3").code()).isEqualTo(2);
    }

    @Test
    void remembers_what_was_decided_on_an_earlier_day() {
        assertThat(run("list", "--as-of", "2025-06-30", "--quiet").code()).isZero();
        assertThat(run("list", "--as-of", "2025-12-31", "--quiet").code()).isZero();

        JsonNode movement = json("movement").get("movement");

        assertThat(movement.get("from").asString()).isEqualTo("2025-06-30");
        assertThat(movement.get("recorded").asBoolean()).isTrue();
    }

    @Test
    void saves_once_and_not_over_another() throws IOException {
        Cli saved = run("save", "champions", "--as", "best");

        assertThat(saved.code()).as(saved.err()).isZero();
        Path file = company.resolve("segments/best.yaml");
        assertThat(file).content().contains("name: Campeones");
        assertThat(run("save", "orders: 2", "--as", "best").err()).contains("best.yaml", "--replace");
        assertThat(run("save", "orders: 2", "--as", "best", "--name", "Two", "--replace")
                        .code())
                .isZero();
        assertThat(file).content().contains("name: Two").contains("orders: 2");
        assertThat(run("save", "orders: 2").code()).isEqualTo(2);
        assertThat(run("save", "champions", "--as", "lost").err()).contains("lost");
        Files.delete(file);
    }

    @Test
    void a_rule_with_mistakes_is_the_users_input() {
        Cli done = run("count", "{ordrs: 2, net: many}");

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains("'ordrs'").contains("orders").contains("'many'");
        assertThat(run("count", "activ_vip").err()).contains("active_vip");
    }

    private static JsonNode json(Object... arguments) {
        Cli done = run(Stream.of(Stream.of(arguments), Stream.of("--json", "-", "--quiet"))
                .flatMap(part -> part)
                .toArray());
        assertThat(done.code()).as(done.err()).isZero();
        return JsonMapper.shared().readTree(done.out());
    }

    private static Cli run(Object... arguments) {
        return Cli.run(
                Stream.of(Stream.of("segment"), Stream.of(arguments), Stream.of("--workspace", company, "--lang", "en"))
                        .flatMap(part -> part)
                        .toArray());
    }
}
