package io.filon.discovery.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.discovery.search.Bundles.Bundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every set of attributes is read exactly once, and few cubes hold them all.
class BundlesTest {

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "2,2", "2,3", "3,3", "8,3", "30,1", "30,2", "30,3", "33,3"})
    void every_set_is_read_once(int attributes, int order) {
        int[] widths = IntStream.range(0, attributes).map(i -> 2 + i % 15).toArray();

        List<String> read = new ArrayList<>();
        for (Bundle bundle : bundles(widths, order, 10_000)) {
            assertThat(bundle.attributes()).isSorted().doesNotHaveDuplicates();
            for (int bits : bundle.sets()) {
                read.add(Arrays.toString(Bundles.chosen(bundle.attributes(), bits)));
            }
        }

        long all = order == 1
                ? attributes
                : order == 2
                        ? attributes * (attributes - 1L) / 2
                        : attributes * (attributes - 1L) * (attributes - 2) / 6;
        assertThat(read).doesNotHaveDuplicates().hasSize((int) all);
    }

    @Test
    void thirty_attributes_take_far_fewer_cubes_than_there_are_sets() {
        int[] wide = IntStream.range(0, 30).map(_ -> 16).toArray();
        int[] narrow = IntStream.range(0, 30).map(_ -> 5).toArray();

        // 1,015 is the least that fours need for 4,060 sets of three
        assertThat(bundles(wide, 3, 1_000_000)).hasSizeLessThan(1_500);
        assertThat(bundles(wide, 2, 1_000_000)).hasSizeLessThan(110);
        assertThat(bundles(narrow, 3, 1_000_000)).hasSizeLessThan(400);
        assertThat(bundles(wide, 3, 1_000)).as("cubes bigger than the base").hasSize(4_060);
    }

    private static List<Bundle> bundles(int[] widths, int order, int customers) {
        Bundles bundles = new Bundles(widths, order, customers, 1);
        List<Bundle> all = new ArrayList<>();
        for (Optional<Bundle> next = bundles.next(); next.isPresent(); next = bundles.next()) {
            all.add(next.get());
        }
        return all;
    }
}
