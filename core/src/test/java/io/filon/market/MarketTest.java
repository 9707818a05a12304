package io.filon.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.filon.Loop;
import io.filon.problem.FilonException;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketTest {

    private static final Path SHOP = Path.of("../examples/corner-shop");

    private static final String DECLARED = """
            horizon_months: 12
            universe:
              file: universo.csv
              count: hogares
            match: {provincia: region}
            serve: {provincia: madrid}
            value: 50
            deciding: 0.1
            win_rate: 0.2
            contacts: 100
            capacity: 10
            cycle_months: 2
            churn: 0.5
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    /// docs/reference/market.md works it out by hand: five customers of Madrid bought in 2025.
    @Test
    void the_corner_shops_market_is_the_one_worked_out_by_hand() throws IOException {
        Found found =
                market(DECLARED, "Provincia;hogares\nMadrid;1.000\nTeruel;200\n".replace("Provincia", "provincia"));

        Found.Group madrid = found.groups().getFirst();
        long customers = madrid.customers();
        assertThat(customers).isEqualTo(boughtIn("Madrid")).isEqualTo(5);
        assertThat(madrid.served()).isEqualTo(1_000);
        assertThat(found.groups().get(1).served()).isZero();
        assertThat(found.result().total().middle()).isEqualTo(60_000);
        assertThat(found.result().available().middle()).isEqualTo(50_000);
        assertThat(found.result().newCustomers().middle()).isCloseTo(19.9, within(1e-9));
        assertThat(found.result().obtainable().middle()).isCloseTo(828.57, within(0.005));
        assertThat(found.result().limits().demand()).isEqualTo(1);
        assertThat(found.missing()).isEmpty();
    }

    @Test
    void without_a_win_rate_what_can_be_won_is_not_said() throws IOException {
        Found found = market(DECLARED.replace("win_rate: 0.2\n", ""), "provincia;hogares\nMadrid;1000\n");

        assertThat(found.missing()).containsExactly("win_rate");
        assertThat(found.canWin()).isFalse();
        assertThat(found.inputs()).doesNotContainKey("win_rate");
    }

    @Test
    void too_few_buyers_to_say_what_one_is_worth_size_no_market() throws IOException {
        Found found = market(DECLARED.replace("value: 50\n", ""), "provincia;hogares\nMadrid;1000\n");

        assertThat(found.result()).isNull();
        assertThat(found.missing()).contains("value");
    }

    @Test
    void names_that_are_not_there_are_told_all_at_once() {
        FilonException wrong = catchThrowableOfType(
                FilonException.class,
                () -> market(
                        DECLARED.replace("match: {provincia: region}", "match: {provincia: regoin, zona: region}")
                                .replace("serve: {provincia: madrid}", "serve: {provincia: Madriz}"),
                        "provincia;hogares\nMadrid;1000\n"));

        assertThat(wrong.problems().stream().map(problem -> problem.code()))
                .containsExactlyInAnyOrder("market.unknown_near", "market.unknown", "market.unknown_near");
    }

    @Test
    void a_count_that_is_none_is_told_with_its_line() {
        FilonException wrong = catchThrowableOfType(
                FilonException.class, () -> market(DECLARED, "provincia;hogares\nMadrid;1000\nTeruel;muchos\n"));

        assertThat(wrong.problems().getFirst().code()).isEqualTo("market.count");
        assertThat(wrong.problems().getFirst().values()).containsExactly("universo.csv", "3", "muchos");
    }

    private Found market(String yaml, String universe) throws IOException {
        Files.writeString(folder.resolve("market.yaml"), yaml);
        Files.writeString(folder.resolve("universo.csv"), universe);
        Workspace workspace = Workspace.at(folder);
        try (Run run = Run.begin(workspace, new DuckStore.Limits("", 1))) {
            Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
            loop.understand(files(), List.of());
            return loop.market(200, 1);
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(SHOP)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /// Counted from the files themselves: customers of the province with an order of 2025 that counts.
    private static long boughtIn(String province) throws IOException {
        List<String> there = Files.readAllLines(SHOP.resolve("clientes.csv")).stream()
                .map(line -> line.split(";"))
                .filter(cells -> cells[4].equals(province))
                .map(cells -> cells[0])
                .toList();
        return Files.readAllLines(SHOP.resolve("pedidos.csv")).stream()
                .skip(1)
                .map(line -> line.split(";"))
                .filter(cells -> String.join(";", cells).contains("/2025")
                        && !String.join(";", cells).contains("cancelado"))
                .flatMap(cells -> java.util.Arrays.stream(cells).filter(there::contains))
                .distinct()
                .count();
    }
}
