package io.filon.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// Four independent peers agree on CDNOW to 4 to 6 digits (lifetimes 0.11.3, CLVTools 0.12.1, BTYD 2.4.3, BTYDplus 1.2.0,
/// run in November 2026): log-likelihoods to 1e-3, parameters to 1e-3 relative, Pareto/NBD's flat beta to 5e-3.
class CdnowModelsTest {

    private static final PurchaseHistories SAMPLE = Cdnow.sample().histories();

    @Test
    void counts_the_repeats_the_papers_count() {
        assertThat(SAMPLE.size()).isEqualTo(2_357);
        assertThat(SAMPLE.returned()).isEqualTo(946);
        assertThat(SAMPLE.totalRepeats()).isEqualTo(2_457);
        assertThat(Arrays.stream(Cdnow.sample().holdout()).sum()).isEqualTo(1_882);
    }

    @Test
    void bg_nbd_is_the_published_one() {
        FittedModel model = new BgNbd().fit(SAMPLE).orThrow();

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
        FittedModel model = new MbgNbd().fit(SAMPLE).orThrow();

        check(model, -9582.13572, 0.5248429, 6.183082, 0.8913595, 1.614003);
        assertThat(model.expectedOfNewcomer(273)).isCloseTo(1.182280, within(2e-6));
        assertThat(model.expectedOfNewcomer(546)).isCloseTo(1.803631, within(2e-6));
    }

    @Test
    void one_phase_of_the_regular_model_is_mbg_nbd() {
        FittedModel random = new MbgNbd().fit(SAMPLE).orThrow();
        FittedModel regular = MbgCnbd.of(1, SAMPLE).orThrow();

        assertThat(regular.estimates().logLikelihood())
                .isCloseTo(random.estimates().logLikelihood(), within(1e-9));
        assertThat(regular.expectedOrders(SAMPLE, 273)).containsExactly(random.expectedOrders(SAMPLE, 273));
    }

    static void check(FittedModel model, double logLikelihood, double... parameters) {
        assertThat(model.estimates().logLikelihood()).isCloseTo(logLikelihood, within(1e-3));
        for (int i = 0; i < parameters.length; i++) {
            assertThat(model.estimates().value(i)).isCloseTo(parameters[i], Percentage.withPercentage(0.1));
        }
    }
}
