package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `filon discover` without a target: a company's exports in, hidden segments out.
class DiscoverBaseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private Path customers = Path.of("");
    private Path orders = Path.of("");

    /// 2,500 customers of two years; those of Soria spend four times as much.
    @BeforeEach
    void makeExports() throws IOException {
        Random random = new Random(5);
        List<String> people = new ArrayList<>(List.of("customer_id,email,city,gender,created_at"));
        List<String> bought = new ArrayList<>(List.of("order_id,customer_id,order_date,total"));
        String[] cities = {"Soria", "Madrid", "Vigo", "Cuenca", "Lugo", "Reus", "Elche", "Jaca"};
        for (int i = 0; i < 2500; i++) {
            String id = "C%05d".formatted(i);
            String city = cities[random.nextInt(cities.length)];
            LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(600));
            people.add("%s,%s@example.org,%s,%s,%s".formatted(id, id, city, random.nextBoolean() ? "f" : "m", first));
            LocalDate day = first;
            while (day.isBefore(LocalDate.of(2026, 1, 1))) {
                double total = Math.exp(3 + 0.5 * random.nextGaussian()) * (city.equals("Soria") ? 4 : 1);
                bought.add("%s-%s,%s,%s,%s".formatted(id, day, id, day, String.format(Locale.ROOT, "%.2f", total)));
                day = day.plusDays(20 + random.nextInt(120));
            }
        }
        customers = Files.write(folder.resolve("customers.csv"), people);
        orders = Files.write(folder.resolve("orders.csv"), bought);
    }

    @Test
    void tells_whom_to_look_for_and_in_whom_to_invest_and_who_they_are() throws IOException {
        Path lists = folder.resolve("lists");
        Cli done = Cli.run("discover", customers, orders, "--json", "-", "--quiet", "--lang", "en", "--lists", lists);

        assertThat(done.code()).as(done.err()).isZero();
        for (JsonNode lens : JsonMapper.shared().readTree(done.out()).get("lenses")) {
            JsonNode best = lens.get("profitable").get(0);
            assertThat(best.get("rule").asString()).contains("city: Soria");
            assertThat(best.get("count_sql").asString()).startsWith("select count(*)");
            assertThat(best.get("low").asDouble())
                    .isGreaterThan(lens.get("net_each").asDouble());
            Path list = lists.resolve(
                    "hidden_%s_more_1.csv".formatted(lens.get("lens").asString()));
            List<String> lines = Files.readAllLines(list);
            assertThat(lines).hasSize(1 + best.get("customers").asInt());
            assertThat(lines.get(1)).contains("@example.org").contains("Soria");
        }
    }

    @Test
    void people_read_the_groups_with_what_can_be_done() {
        Cli done = Cli.run("discover", customers, orders, "--lang", "es");

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out())
                .contains("Desarrollar: en quién invertir")
                .contains("Ciudad: Soria")
                .contains("Sí: por correo")
                .doesNotContain("Grupos pequeños que casi nadie");
    }

    @Test
    void the_same_answer_whatever_the_threads() {
        String one = Cli.run("discover", customers, orders, "--json", "-", "--quiet", "--threads", "1")
                .out();
        String three = Cli.run("discover", customers, orders, "--json", "-", "--quiet", "--threads", "3")
                .out();

        assertThat(three).isEqualTo(one);
    }
}
