package io.filon.discovery.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.discovery.PlantedTable;
import io.filon.discovery.chance.Sample;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much of what is planted is found, and how much of what is confirmed is false.
@Tag("study")
class PlantedStudyTest {

    private static final int SEEDS = Integer.getInteger("study.seeds", 10);

    @ParameterizedTest
    @CsvSource({"50000,0.8", "200000,0.9"})
    void finds_what_is_planted_and_little_else(int rows, double floor) {
        List<Recall> recalls = LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> {
                    PlantedTable table = new PlantedTable(seed, rows, 10);
                    Wanted wanted = new Wanted(false, 0, 200, 0, 16, 2, 1);
                    Recall recall = Recall.of(
                            table, new Discovery(table.columns(), Target.of(table.profit()), wanted).confirmed());
                    print("%d customers, seed %d: %s%n", rows, seed, recall);
                    return recall;
                })
                .toList();
        double found = recalls.stream().mapToInt(Recall::found).sum();
        double strong = recalls.stream().mapToInt(Recall::strong).sum();
        double[] wrong = recalls.stream()
                .mapToDouble(recall -> recall.wrong() / Math.max(1.0, recall.confirmed()))
                .toArray();
        Sample shares = Sample.of(wrong);
        print("%d customers: found %.0f of %.0f; false share %.3f%n", rows, found, strong, shares.mean());

        assertThat(found / strong).isGreaterThanOrEqualTo(floor);
        assertThat(shares.mean()).isLessThanOrEqualTo(0.05 + 2 * Math.sqrt(shares.squaredError()));
    }

    @SuppressWarnings("SystemOut") // a study's result is what it prints
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
