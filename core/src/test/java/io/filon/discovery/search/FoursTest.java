package io.filon.discovery.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.discovery.search.Fours.Last;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every set of three attributes is counted exactly once, alone or in one set of four.
class FoursTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8, 13, 30, 33})
    void every_three_are_counted_once(int attributes) {
        int[] widths = IntStream.range(0, attributes).map(i -> 2 + i % 15).toArray();

        List<String> counted = new ArrayList<>();
        sets(widths, 10_000).forEach(set -> {
            for (int left = set.length == 3 ? 3 : 0; left < 4 && left <= set.length; left++) {
                int without = left;
                counted.add(Arrays.toString(IntStream.range(0, set.length)
                        .filter(i -> i != without)
                        .map(i -> set[i])
                        .sorted()
                        .toArray()));
            }
        });

        assertThat(counted).doesNotHaveDuplicates().hasSize(attributes * (attributes - 1) * (attributes - 2) / 6);
    }

    @Test
    void thirty_attributes_take_about_a_quarter_of_the_counting() {
        int[] widths = IntStream.range(0, 30).map(_ -> 16).toArray();

        // 1,015 would be a quarter of 4,060; some fours lack their fourth, as there are no 32
        assertThat(sets(widths, 1_000_000)).hasSizeLessThan(1_250);
        assertThat(sets(widths, 50_000)).as("cubes bigger than the base").hasSize(4_060);
    }

    private static List<int[]> sets(int[] widths, int customers) {
        Fours fours = new Fours(widths, customers);
        List<int[]> sets = new ArrayList<>();
        for (int first = 0; first < widths.length; first++) {
            for (int second = first + 1; second < widths.length; second++) {
                for (Last last : fours.of(first, second)) {
                    sets.add(
                            last.alone()
                                    ? new int[] {first, second, last.third()}
                                    : new int[] {first, second, last.third(), last.fourth()});
                }
            }
        }
        return sets;
    }
}
