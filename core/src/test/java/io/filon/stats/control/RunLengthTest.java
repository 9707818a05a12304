package io.filon.stats.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLengthTest {

    /// Lucas and Saccucci (1990), table 3, as printed in Montgomery's *Introduction to Statistical Quality Control*,
    /// table 9.11: limits to three decimals, lengths to three figures.
    @ParameterizedTest
    @CsvSource({
        "0.40, 3.054, 0, 500", "0.25, 2.998, 0, 500", "0.20, 2.962, 0, 500", "0.10, 2.814, 0, 500",
        "0.05, 2.615, 0, 500", "0.40, 3.054, 0.5, 71.2", "0.25, 2.998, 0.5, 48.2", "0.20, 2.962, 0.5, 41.8",
        "0.10, 2.814, 0.5, 31.3", "0.40, 3.054, 1, 14.3", "0.25, 2.998, 1, 11.1", "0.20, 2.962, 1, 10.5",
        "0.10, 2.814, 1, 10.3", "0.20, 2.962, 2, 3.7", "0.10, 2.814, 2, 4.4"
    })
    void agrees_with_the_published_table(double weight, double limit, double shift, double published) {
        assertThat(new RunLength(weight).average(limit, shift)).isCloseTo(published, withPercentage(1.5));
    }

    @Test
    void the_limit_gives_back_the_length_asked() {
        RunLength chart = new RunLength(0.2);

        assertThat(chart.limit(500)).isCloseTo(2.962, offset(0.002));
        assertThat(chart.average(chart.limit(108), 0)).isCloseTo(108, offset(0.01));
    }

    @Test
    void agrees_with_a_simulation() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        double weight = 0.2;
        double limit = 2.2;
        double reach = limit * Math.sqrt(weight / (2 - weight));
        int runs = 4_000;
        long points = 0;
        for (int run = 0; run < runs; run++) {
            double memory = 0;
            do {
                memory = (1 - weight) * memory + weight * random.nextGaussian();
                points++;
            } while (Math.abs(memory) <= reach);
        }

        // run lengths are about geometric, so their mean is known within 1 / sqrt(runs)
        assertThat((double) points / runs)
                .isCloseTo(new RunLength(weight).average(limit, 0), withPercentage(300 / Math.sqrt(runs)));
    }
}
