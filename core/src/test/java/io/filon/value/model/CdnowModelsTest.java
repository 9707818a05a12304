package io.filon.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// Four independent peers agree on CDNOW to 4 to 6 digits (lifetimes 0.11.3, CLVTools 0.12.1, BTYD 2.4.3, BTYDplus
/// 1.2.0, run in November 2026): log-likelihoods to 1e-3, parameters to 1e-3 relative, Pareto/NBD's flat beta to 5e-3.
class CdnowModelsTest {

    private final PurchaseHistories sample = Cdnow.sample().histories();

    @Test
    void counts_the_repeats_the_papers_count() {
        assertThat(sample.size()).isEqualTo(2_357);
        assertThat(sample.returned()).isEqualTo(946);
        assertThat(sample.totalRepeats()).isEqualTo(2_457);
        assertThat(Arrays.stream(Cdnow.sample().holdout()).sum()).isEqualTo(1_882);
    }

    @Test
    void bg_nbd_is_the_published_one() {
        FittedModel model = new BgNbd().fit(sample).orThrow();

        check(model, -9582.42921, 0.2425945, 4.413602, 0.7929199, 2.425888);
        double[] errors = {.01256, .3782, .1857, .7054}; // CLVTools
        for (int i = 0; i < 4; i++) {
            assertThat(model.estimates().parameters().get(i).standardError())
                    .isCloseTo(errors[i], Percentage.withPercentage(1));
        }
        assertThat(model.expectedOfNewcomer(273)).isCloseTo(1.195010, within(2e-6));
        assertThat(model.expectedOfNewcomer(546)).isCloseTo(1.857958, within(2e-6));
    }

    @Test
    void mbg_nbd_is_the_peers() {
        FittedModel model = new MbgNbd().fit(sample).orThrow();

        check(model, -9582.13572, 0.5248429, 6.183082, 0.8913595, 1.614003);
        assertThat(model.expectedOfNewcomer(273)).isCloseTo(1.182280, within(2e-6));
        assertThat(model.expectedOfNewcomer(546)).isCloseTo(1.803631, within(2e-6));
    }

    @Test
    void one_phase_of_the_regular_model_is_mbg_nbd() {
        FittedModel random = new MbgNbd().fit(sample).orThrow();
        FittedModel regular = MbgCnbd.of(1, sample).orThrow();

        assertThat(regular.estimates().logLikelihood())
                .isCloseTo(random.estimates().logLikelihood(), within(1e-9));
        assertThat(regular.expectedOrders(sample, 273)).containsExactly(random.expectedOrders(sample, 273));
    }

    @Test
    void pareto_nbd_is_the_published_one() {
        FittedModel model = new ParetoNbd().fit(sample).orThrow();

        check(model, -9594.97618, 0.5532687, 10.577825, 0.6063417);
        assertThat(model.estimates().value(3)).isCloseTo(11.672869, Percentage.withPercentage(0.5));
        assertThat(model.expectedOfNewcomer(273)).isCloseTo(1.213403, within(2e-5)); // beta is flat
        assertThat(model.expectedOfNewcomer(546)).isCloseTo(1.909844, within(5e-5));
    }

    @Test
    void nbd_is_the_peers() {
        check(new Nbd().fit(sample).orThrow(), -9763.6576, 0.3847659, 12.07201);
    }

    @Test
    void gamma_gamma_is_the_published_one() {
        double[] spend = Cdnow.sample().meanSpend();
        int[] repeats = IntStream.range(0, sample.size())
                .map(i -> sample.repeats(sample.groupOf(i)))
                .toArray();

        GammaGamma.Spend model =
                GammaGamma.fit(OrderValues.ofRevenue(repeats, spend)).orThrow();

        assertThat(model.estimates().logLikelihood()).isCloseTo(-4055.91769, within(1e-3));
        double[] expected = {6.249349, 3.744256, 15.44431};
        for (int i = 0; i < 3; i++) {
            assertThat(model.estimates().value(i)).isCloseTo(expected[i], Percentage.withPercentage(0.1));
        }
        assertThat(model.expected(0, 0)).isCloseTo(35.1704, within(1e-3));
        assertThat(IntStream.range(0, repeats.length)
                        .mapToDouble(i -> model.expected(repeats[i], spend[i]))
                        .average()
                        .orElseThrow())
                .isCloseTo(35.2524, within(1e-3));
    }

    /// VALUE's anchors on the hold-out of 39 weeks: total bias in percent, RMSE, MAE.
    @Test
    void forecasts_of_the_hold_out_are_the_peers() {
        double[] actual = Cdnow.sample().holdout();

        checkForecast(new BgNbd(), actual, -12.146, 1.60798, .78545);
        checkForecast(new MbgNbd(), actual, -16.221, 1.60718, .76478);
        checkForecast(new ParetoNbd(), actual, -11.505, 1.60285, .75452);
        checkForecast(new Nbd(), actual, 55.68, 1.860, 1.041);
    }

    private void checkForecast(PurchaseModel model, double[] actual, double biasPercent, double rmse, double mae) {
        double[] forecast = sample.spread(model.fit(sample).orThrow().expectedOrders(sample, 273));
        double sum = 0;
        double squares = 0;
        double absolute = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += forecast[i];
            squares += Math.pow(forecast[i] - actual[i], 2);
            absolute += Math.abs(forecast[i] - actual[i]);
        }
        assertThat((sum / 1882 - 1) * 100).as(model.name()).isCloseTo(biasPercent, within(6e-3));
        assertThat(Math.sqrt(squares / actual.length)).isCloseTo(rmse, within(6e-4));
        assertThat(absolute / actual.length).isCloseTo(mae, within(6e-4));
    }

    static void check(FittedModel model, double logLikelihood, double... parameters) {
        assertThat(model.estimates().logLikelihood()).isCloseTo(logLikelihood, within(1e-3));
        for (int i = 0; i < parameters.length; i++) {
            assertThat(model.estimates().value(i)).isCloseTo(parameters[i], Percentage.withPercentage(0.1));
        }
    }
}
