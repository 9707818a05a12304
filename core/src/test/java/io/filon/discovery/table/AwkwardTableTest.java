package io.filon.discovery.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.discovery.confirm.Discovery;
import io.filon.discovery.confirm.Finding;
import io.filon.discovery.confirm.Wanted;
import io.filon.discovery.search.Column;
import io.filon.problem.FilonException;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables as companies have them: whales, copies, empty columns, notes, hundreds of columns. The group that is there,
/// vets of the north worth three times the others, is found all the same; nothing else is.
class AwkwardTableTest {

    private static final int ROWS = 3000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private final SplittableRandom random = new SplittableRandom(7);
    private final String[] jobs = words("vet", "cook", "clerk", "smith");
    private final String[] regions = words("north", "south", "east");
    private final double[] worth = IntStream.range(0, ROWS)
            .mapToDouble(i -> Math.exp(3 + 0.5 * random.nextGaussian())
                    * (jobs[i].equals("vet") && regions[i].equals("north") ? 3 : 1))
            .toArray();

    @Test
    void one_whale_makes_no_group_and_hides_none() {
        worth[11] = 1e8;

        assertThat(confirmed(read("worth", ""))).containsExactly("job = vet and region = north");
    }

    @Test
    void copies_of_a_tenth_of_the_rows_do_not_count() {
        List<String> lines = lines("");
        lines.addAll(lines.subList(1, 1 + ROWS / 10));
        FlatTable table = FlatTable.read(store(), write(lines), scratch(), options("worth"), Progress.NONE);

        assertThat(table.target().values()).hasSize(ROWS);
        assertThat(codes(table)).contains("repeated");
        assertThat(confirmed(table)).containsExactly("job = vet and region = north");
    }

    @Test
    void what_cannot_describe_a_group_is_left_out_and_said() {
        FlatTable table = read(
                "worth",
                "same,empty,note,email,code",
                i -> "1,,%s wrote %d lines,a%d@example.org,X-%d".formatted(jobs[i], i, i, i * 7));

        assertThat(names(table)).containsExactlyInAnyOrder("job", "region");
        assertThat(codes(table)).contains("constant", "empty", "free_text", "id");
        assertThat(confirmed(table)).containsExactly("job = vet and region = north");
    }

    @Test
    void five_hundred_columns_hide_nothing_and_make_nothing_up() {
        String headers = IntStream.range(0, 500).mapToObj(c -> "x" + c).collect(Collectors.joining(","));
        FlatTable table = read(
                "worth",
                headers,
                _ -> IntStream.range(0, 500)
                        .mapToObj(_ -> String.valueOf(random.nextInt(3)))
                        .collect(Collectors.joining(",")));

        assertThat(table.columns()).hasSize(502);
        Wanted pairs = new Wanted(false, 2, 50, 0, 4, 2, 1);
        assertThat(confirmed(table, pairs))
                .contains("job = vet and region = north")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void of_a_thousand_words_the_frequent_ones_describe() {
        FlatTable table = read("worth", "town", i -> "t" + (i % 3 == 0 ? i % 1000 : 0));

        assertThat(codes(table)).contains("many_values");
        assertThat(confirmed(table)).containsExactly("job = vet and region = north");
    }

    @Test
    void a_target_of_losses_only_is_a_target() {
        for (int i = 0; i < ROWS; i++) {
            worth[i] = -worth[i];
        }
        Wanted low = new Wanted(true, 0, 20, 0, 16, 2, 1);

        assertThat(confirmed(read("worth", ""), low)).containsExactly("job = vet and region = north");
        assertThat(confirmed(read("worth", ""))).noneMatch(rule -> rule.equals("job = vet and region = north"));
    }

    @ParameterizedTest
    @CsvSource({"same, target_equal", "empty, target_empty", "job, target_text", "jobb, no_column_near"})
    void a_target_that_cannot_be_compared_is_refused(String target, String code) {
        assertThatThrownBy(() -> read(target, "same,empty", _ -> "1,"))
                .isInstanceOfSatisfying(
                        FilonException.class,
                        refused -> assertThat(refused.problems())
                                .anyMatch(problem -> problem.code().equals("discover." + code)));
    }

    @Test
    void rows_that_are_purchases_are_said_and_a_customers_rows_stay_together() {
        FlatTable table = read("worth", "Customer ID", i -> "C" + i % 300);

        assertThat(codes(table)).contains("rows");
        assertThat(table.keys()[5]).isEqualTo(table.keys()[305]).isNotEqualTo(table.keys()[6]);
    }

    private String[] words(String... words) {
        return IntStream.range(0, ROWS)
                .mapToObj(_ -> words[random.nextInt(words.length)])
                .toArray(String[]::new);
    }

    private FlatTable read(String target, String headers) {
        return read(target, headers, _ -> "");
    }

    private FlatTable read(String target, String headers, IntFunction<String> cells) {
        return FlatTable.read(store(), write(lines(headers, cells)), scratch(), options(target), Progress.NONE);
    }

    private List<String> lines(String headers) {
        return lines(headers, _ -> "");
    }

    private List<String> lines(String headers, IntFunction<String> cells) {
        String more = headers.isEmpty() ? "" : ",";
        List<String> lines = new ArrayList<>(List.of("customer_no,job,region,worth" + more + headers));
        for (int i = 0; i < ROWS; i++) {
            String own = String.format(Locale.ROOT, "K%05d,%s,%s,%.2f", i, jobs[i], regions[i], worth[i]);
            lines.add(own + more + cells.apply(i));
        }
        return lines;
    }

    private DuckStore store() {
        return DuckStore.inMemory();
    }

    private Path write(List<String> lines) {
        try {
            return Files.write(folder.resolve("table.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path scratch() {
        return folder;
    }

    private static TableOptions options(String target) {
        return new TableOptions(target, "", "", List.of(), false);
    }

    private static List<String> names(FlatTable table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static List<String> codes(FlatTable table) {
        return table.warnings().stream().map(Warning::code).toList();
    }

    private static List<String> confirmed(FlatTable table) {
        return confirmed(table, Wanted.HIGH);
    }

    private static List<String> confirmed(FlatTable table, Wanted wanted) {
        return new Discovery(table.columns(), table.target(), table.keys(), table.periods(), wanted, Progress.NONE)
                .confirmed().findings().stream()
                        .filter(Finding::confirmed)
                        .map(Finding::rule)
                        .toList();
    }
}
