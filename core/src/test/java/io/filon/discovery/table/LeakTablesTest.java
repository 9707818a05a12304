package io.filon.discovery.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.discovery.search.Column;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole tables of other trades, each with columns written down afterwards and with honest ones that tell much: the
/// first are named, the others not.
class LeakTablesTest {

    private static final int ROWS = 5000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private final SplittableRandom random = new SplittableRandom(23);

    /// How inclined each is to do it, standard normal; what is honest tells of it with noise of its own.
    private final double[] inclined = normal();

    @Test
    void a_gym_whose_members_renew() throws IOException {
        boolean[] renews = does(0, 1.4);
        FlatTable table = read("renewed", "renewed,visits_a_week,plan,city,paid_later,why_they_left,folio", i -> {
            String visits = number(Math.max(0, 2 + 1.5 * seen(i, 1.2)), 1);
            String plan = seen(i, 2.5) > 0.8 ? "year" : "month";
            String later = renews[i] ? number(20 + 5 * random.nextInt(5), 0) : "0";
            String why = !renews[i] && random.nextInt(10) < 7 ? word("price", "moved", "injury") : "";
            return String.join(
                    ",",
                    yes(renews[i]),
                    visits,
                    plan,
                    word("Lugo", "Vigo"),
                    later,
                    why,
                    String.valueOf(70_000 + 2 * i));
        });

        assertThat(suspected(table))
                .containsExactlyInAnyOrder("leak paid_later", "leak_value paid_later", "leak why_they_left");
        // a number given one after another is a date in disguise
        assertThat(table.columns()).extracting(Column::name).doesNotContain("folio");
    }

    @Test
    void software_sold_to_companies() throws IOException {
        boolean[] wins = does(-1, 1.2);
        FlatTable table = read("won", "won,introduced_by,employees,came_to_the_demo,contract_pages,deal_stage", i -> {
            String partner = seen(i, 1.5) > 1 ? "partner" : word("search", "fair", "call");
            String employees = number(Math.exp(4 + 0.8 * seen(i, 2)), 0);
            String demo = yes(seen(i, 0.9) > 0.5);
            String pages = wins[i] || random.nextInt(25) == 0 ? number(3 + random.nextInt(20), 0) : "";
            String stage = random.nextInt(10) < 6 ? wins[i] ? "won" : "lost" : "open";
            return String.join(",", yes(wins[i]), partner, employees, demo, pages, stage);
        });

        assertThat(suspected(table))
                .contains("leak_value deal_stage")
                .anyMatch(said -> said.endsWith(" contract_pages"))
                .allMatch(said -> said.endsWith(" contract_pages") || said.endsWith(" deal_stage"));
    }

    @Test
    void donors_and_what_they_give_next_year() throws IOException {
        double[] gives = IntStream.range(0, ROWS)
                .mapToDouble(i -> Math.exp(3 + 0.9 * seen(i, 0.5)))
                .toArray();
        FlatTable table = read("gives", "gives,given_last_year,age,region,receipts,thanked_by", i -> {
            String last = number(Math.exp(3 + 0.9 * seen(i, 0.6)), 2);
            String age = number(50 + 12 * seen(i, 2), 0);
            String receipts = number(gives[i] * (1 + 0.05 * random.nextDouble()), 2);
            String thanked = random.nextDouble() < (gives[i] > 25 ? 0.7 : 0.1) ? word("Ana", "Luis") : "";
            return String.join(",", number(gives[i], 2), last, age, word("north", "south"), receipts, thanked);
        });

        assertThat(suspected(table)).containsExactlyInAnyOrder("leak receipts", "leak_filled thanked_by");
    }

    @Test
    void loans_that_are_not_paid_back() throws IOException {
        boolean[] fails = does(-1.5, 1.1);
        FlatTable table = read("fails", "fails,score,income,owns_home,reminders,balance", i -> {
            String score = number(650 - 60 * seen(i, 0.8), 0);
            String income = number(Math.exp(10.2 - 0.3 * seen(i, 1.5)), -2);
            String reminders = fails[i] ? number(1 + random.nextInt(6), 0) : random.nextInt(15) == 0 ? "1" : "0";
            String balance = number(fails[i] ? 3000 * random.nextDouble() : 50 * random.nextDouble(), 2);
            return String.join(",", yes(fails[i]), score, income, yes(seen(i, 2) < 0), reminders, balance);
        });

        assertThat(suspected(table))
                .anyMatch(said -> said.endsWith(" reminders"))
                .anyMatch(said -> said.endsWith(" balance"))
                .allMatch(said -> said.endsWith(" reminders") || said.endsWith(" balance"));
    }

    private double[] normal() {
        return random.doubles(ROWS).map(u -> Math.log(u / (1 - u)) / 1.81).toArray();
    }

    private boolean[] does(double offset, double slope) {
        boolean[] does = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            does[i] = random.nextDouble() < 1 / (1 + Math.exp(-offset - 2 * slope * inclined[i]));
        }
        return does;
    }

    /// What can be seen of an inclination.
    private double seen(int i, double noise) {
        return (inclined[i] + noise * random.nextGaussian()) / Math.sqrt(1 + noise * noise);
    }

    private String word(String... words) {
        return words[random.nextInt(words.length)];
    }

    private static String yes(boolean does) {
        return does ? "yes" : "no";
    }

    private static String number(double value, int decimals) {
        double step = Math.pow(10, -decimals);
        return String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "f", Math.rint(value / step) * step);
    }

    private FlatTable read(String target, String header, IntFunction<String> line) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        IntStream.range(0, ROWS).mapToObj(line).forEach(lines::add);
        Path file = Files.write(folder.resolve("table.csv"), lines);
        TableOptions options = new TableOptions(target, "", "", List.of(), true);
        return FlatTable.read(DuckStore.inMemory(), file, folder, options, Progress.NONE);
    }

    /// Kind of suspicion and column.
    private static List<String> suspected(FlatTable table) {
        return table.warnings().stream()
                .filter(warning -> warning.code().startsWith("leak"))
                .map(warning -> warning.code() + " "
                        + warning.values().getFirst().toString().replaceAll(" .*", ""))
                .toList();
    }
}
