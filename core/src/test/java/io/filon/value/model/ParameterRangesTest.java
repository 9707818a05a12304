package io.filon.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.stats.Objective;
import io.filon.stats.Profile;
import io.filon.value.model.Estimates.Range;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often intervals of parameters that are to hold in 95 of 100 cases hold, on bases drawn from MBG/NBD with the
/// parameters of CDNOW. `mvn -Pstudy test -Dtest=ParameterRangesTest`, 400 seeds; fewer by
/// `-DargLine=-Dstudy.seeds=100`.
class ParameterRangesTest {

    private static final double[] TRUTH = {.525, 6.183, .891, 1.614};
    private static final int KNOWN = 400;

    /// Of a parabola the bounds are known.
    @Test
    void bounds_of_a_parabola() {
        Objective parabola = (x, slopes) -> {
            slopes[0] = 2 * (x[0] - 1) + (x[1] + 2);
            slopes[1] = 4 * (x[1] + 2) + (x[0] - 1);
            return (x[0] - 1) * (x[0] - 1) + 2 * (x[1] + 2) * (x[1] + 2) + (x[0] - 1) * (x[1] + 2);
        };

        double[] bounds = new Profile(parabola, new double[] {1, -2}, 0.5, 12).bounds(0, 3);

        double half = Math.sqrt(0.5 / (1 - 1.0 / 8)); // least over the other: (1 - 1/8) (x - 1)²
        assertThat(bounds[0]).isCloseTo(1 - half, within(1e-3));
        assertThat(bounds[1]).isCloseTo(1 + half, within(1e-3));
    }

    @Test
    void ranges_are_around_the_estimates() {
        PurchaseHistories histories = draw(1);
        for (PurchaseModel model : List.of(new Nbd(), new MbgNbd(), new BgNbd(), new ParetoNbd(), new MbgCnbd())) {
            Estimates estimates = model.fit(histories).orThrow().estimates();
            List<Range> ranges = model.ranges(histories, estimates);
            for (int i = 0; i < ranges.size(); i++) {
                assertThat(ranges.get(i).low()).as(model.name()).isPositive().isLessThan(estimates.value(i));
                assertThat(ranges.get(i).high()).as(model.name()).isGreaterThan(estimates.value(i));
            }
        }
    }

    @Test
    @Tag("study")
    void ranges_hold_in_19_cases_of_20() {
        int seeds = Integer.getInteger("study.seeds", 400);
        int[] held = new int[4];
        int[] heldByCurvature = new int[4];
        int unknown = 0;
        for (int seed = 0; seed < seeds; seed++) {
            PurchaseHistories histories = draw(seed);
            if (!(new MbgNbd().fit(histories) instanceof Fit.Fitted<FittedModel>(FittedModel model))) {
                unknown++;
                continue;
            }
            Estimates estimates = model.estimates();
            List<Range> ranges = new MbgNbd().ranges(histories, estimates);
            for (int i = 0; i < 4; i++) {
                held[i] += ranges.get(i).low() <= TRUTH[i]
                                && TRUTH[i] <= ranges.get(i).high()
                        ? 1
                        : 0;
                double error = estimates.parameters().get(i).standardError();
                heldByCurvature[i] += Math.abs(estimates.value(i) - TRUTH[i]) <= 1.96 * error ? 1 : 0;
            }
        }
        int fitted = seeds - unknown;
        for (int i = 0; i < 4; i++) {
            System.out.printf(
                    "%-6s profile %.3f, curvature %.3f of %d bases (%d not identified)%n",
                    List.of("r", "alpha", "a", "b").get(i),
                    (double) held[i] / fitted,
                    (double) heldByCurvature[i] / fitted,
                    fitted,
                    unknown);
            assertThat((double) held[i] / fitted).isCloseTo(.95, within(.02 + 2.6 * Math.sqrt(.0475 / fitted)));
        }
    }

    private static PurchaseHistories draw(int seed) {
        return SimulatedBase.draw(seed, 2_357, TRUTH[0], TRUTH[1] * 7, TRUTH[2], TRUTH[3], KNOWN, 0)
                .histories();
    }
}
