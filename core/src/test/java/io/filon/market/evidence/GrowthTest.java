package io.filon.market.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.market.evidence.Growth.Years;
import io.filon.market.size.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void everybody_buying_a_tenth_more_is_growth_of_a_tenth_that_may_stop() {
        List<Years> shop = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            shop.add(new Years(11.0 * i, true, 10.0 * i, true));
        }

        Input growth = Growth.of(shop).orElseThrow();

        assertThat(growth.value()).isCloseTo(0.1, within(1e-12));
        assertThat(growth.low()).isZero();
        assertThat(growth.high()).isCloseTo(0.1, within(1e-12)); // the same people in both years: no doubt
    }

    @Test
    void who_bought_in_one_year_only_counts_in_that_one() {
        List<Years> shop = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            shop.add(new Years(50, true, 0, false));
            shop.add(new Years(0, false, 100, true));
        }

        assertThat(Growth.of(shop).map(Input::value)).contains(-0.5);
        assertThat(Growth.of(shop).map(Input::high)).contains(0.0);
    }

    @Test
    void too_few_buyers_or_a_year_without_sales_say_nothing() {
        List<Years> few = new ArrayList<>();
        List<Years> returned = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            few.add(new Years(50, i < 29, 50, true));
            returned.add(new Years(50, true, 0, true));
        }

        assertThat(Growth.of(few)).isEqualTo(Optional.empty());
        assertThat(Growth.of(returned)).isEqualTo(Optional.empty());
    }

    /// Truth: a tenth more; lognormal sales (sigma 1), seven of ten buy in each year apart, 300 customers; seeds 1
    /// to 400. The upper end is that of a 95 % range, so 10 shops should lie over it; 3 to 20 are within three
    /// standard errors. The lower end reaches no growth, whatever was seen.
    @Test
    void the_true_growth_lies_over_the_range_in_one_shop_of_forty() {
        int over = 0;
        for (int seed = 1; seed <= 400; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            List<Years> shop = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                double usual = 20 * Math.exp(random.nextGaussian());
                shop.add(new Years(
                        1.1 * usual * Math.exp(0.3 * random.nextGaussian()),
                        random.nextDouble() < 0.7,
                        usual * Math.exp(0.3 * random.nextGaussian()),
                        random.nextDouble() < 0.7));
            }
            Input growth = Growth.of(shop).orElseThrow();
            assertThat(growth.low()).isLessThanOrEqualTo(0);
            over += growth.high() < 0.1 ? 1 : 0;
        }
        assertThat(over).isBetween(3, 20);
    }
}
