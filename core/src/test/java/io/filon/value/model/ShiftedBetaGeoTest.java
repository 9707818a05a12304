package io.filon.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Fader and Hardie (2007), table 1: 1,000 regular and 1,000 high-end contracts, fitted to seven years. The survival of
/// both to year 12 was checked against four independent public copies of that table, the estimates against two public
/// replications of the paper; the paper itself could not be opened here.
class ShiftedBetaGeoTest {

    @Test
    void reproduces_the_papers_regular_customers() {
        double[] ended = {369, 163, 86, 56, 37, 27, 21};
        double[] running = {0, 0, 0, 0, 0, 0, 0, 241};

        ShiftedBetaGeo.Retention model = ShiftedBetaGeo.fit(ended, running).orThrow();

        assertThat(model.estimates().value(0)).isCloseTo(0.704, within(5e-4));
        assertThat(model.estimates().value(1)).isCloseTo(1.182, within(5e-4));
        assertThat(model.survival(12)).isCloseTo(0.173, within(0.01)); // what happened until year 12
        assertThat(ended).containsExactly(lost(100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1), within(1e-6));
    }

    @Test
    void reproduces_the_papers_high_end_customers() {
        double[] ended = {131, 126, 90, 60, 42, 34, 26};
        double[] running = {0, 0, 0, 0, 0, 0, 0, 491};

        ShiftedBetaGeo.Retention model = ShiftedBetaGeo.fit(ended, running).orThrow();

        assertThat(model.estimates().value(0)).isCloseTo(0.668, within(5e-4));
        assertThat(model.estimates().value(1)).isCloseTo(3.806, within(5e-3));
        assertThat(model.survival(12)).isCloseTo(0.394, within(0.03));
        assertThat(ended).containsExactly(lost(100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1), within(1e-6));
        double[] published = {.851, .747, .610, .489, .414, .378}; // of years 1, 2, 4, 7, 10 and 12
        int[] years = {1, 2, 4, 7, 10, 12};
        for (int i = 0; i < years.length; i++) {
            assertThat(model.survival(years[i])).isCloseTo(published[i], within(6e-4));
        }
    }

    /// Contracts of 1,000 that ended each year, from the percentages that survived.
    private static double[] lost(double... survived) {
        return IntStream.range(1, survived.length)
                .mapToDouble(year -> 10 * (survived[year - 1] - survived[year]))
                .toArray();
    }

    @Test
    void too_few_ends_are_said_to_be_too_few() {
        assertThat(ShiftedBetaGeo.fit(new double[] {1, 2}, new double[] {5, 5, 90}))
                .isEqualTo(new Fit.TooFew<>(10, 3));
    }
}
