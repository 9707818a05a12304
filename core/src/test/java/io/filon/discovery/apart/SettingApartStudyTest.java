package io.filon.discovery.apart;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whole shops through all tables, 100 seeds: a channel that grows and does not matter, other attributes that do not
/// matter, and a region that may.
@Tag("study")
class SettingApartStudyTest {

    private static final int SEEDS = 100;

    @Test
    void names_a_growing_channel_without_effect_in_at_most_ten_of_a_hundred_shops() {
        int channel = 0;
        int anything = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<String> held = held(seed, 1);
            channel += held.contains("acquisition_channel") ? 1 : 0;
            anything += held.isEmpty() ? 0 : 1;
        }
        assertThat(channel).isLessThanOrEqualTo(10);
        assertThat(anything).isLessThanOrEqualTo(10);
    }

    @Test
    void finds_a_region_that_spends_twice_as_much_in_most_shops() {
        int found = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            found += held(seed, 2).contains("region") ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(70);
    }

    private static List<String> held(int seed, double lift) {
        try (DuckStore store = SettingApartTest.run(Shop.of(seed, 2_000, lift))) {
            return SettingApartTest.rows(
                    store, "select distinct attribute from apart_traits where of_group = 'stars' and grade = 'holds'");
        }
    }
}
