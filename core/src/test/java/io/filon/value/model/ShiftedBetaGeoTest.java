package io.filon.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Fader and Hardie (2007), the regular and high-end customers of their figure 1: of 1,000 contracts each, seven
/// years.
class ShiftedBetaGeoTest {

    @Test
    void reproduces_the_papers_regular_customers() {
        double[] ended = {369, 163, 86, 56, 37, 27, 21};
        double[] running = {0, 0, 0, 0, 0, 0, 0, 241};

        ShiftedBetaGeo.Retention model = ShiftedBetaGeo.fit(ended, running).orThrow();

        assertThat(model.estimates().value(0)).isCloseTo(0.704, within(5e-4));
        assertThat(model.estimates().value(1)).isCloseTo(1.182, within(5e-4));
        assertThat(model.survival(12)).isCloseTo(0.173, within(0.01)); // what happened until year 12
    }

    @Test
    void reproduces_the_papers_high_end_customers() {
        double[] ended = {131, 126, 90, 60, 42, 34, 26};
        double[] running = {0, 0, 0, 0, 0, 0, 0, 491};

        ShiftedBetaGeo.Retention model = ShiftedBetaGeo.fit(ended, running).orThrow();

        assertThat(model.estimates().value(0)).isCloseTo(0.668, within(5e-4));
        assertThat(model.estimates().value(1)).isCloseTo(3.806, within(5e-3));
        assertThat(model.survival(12)).isCloseTo(0.394, within(0.03));
    }

    @Test
    void too_few_ends_are_said_to_be_too_few() {
        assertThat(ShiftedBetaGeo.fit(new double[] {1, 2}, new double[] {5, 5, 90}))
                .isEqualTo(new Fit.TooFew<>(10, 3));
    }
}
