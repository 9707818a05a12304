package io.filon.value.model;

import static io.filon.value.model.FortyDigitsTest.AHEAD_DAYS;
import static io.filon.value.model.FortyDigitsTest.CLOSE;
import static io.filon.value.model.FortyDigitsTest.estimates;
import static io.filon.value.model.FortyDigitsTest.number;
import static io.filon.value.model.FortyDigitsTest.rising;
import static io.filon.value.model.FortyDigitsTest.weeks;
import static org.assertj.core.api.Assertions.assertThat;

import io.filon.value.model.Estimates.Parameter;
import io.filon.value.model.FortyDigitsTest.Case;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// As [FortyDigitsTest]: regular buyers, newcomers, how many orders with which chance, what an order brings, contracts.
class FortyDigitsMoreTest {

    static Stream<Case> regular() {
        return Stream.of(
                new Case(.525, 6.183, .891, 1.614, 0, 0, 273),
                new Case(.525, 6.183, 1.0, 1.614, 7, 240, 273),
                new Case(.525, 6.183, 1.0000001, 1.614, 3, 30, 273),
                new Case(.9, 2.0, .8, 2.5, 500, 600, 730),
                new Case(1.2, 3.0, 1.0, 2.5, 2_000, 7_000, 7_300));
    }

    @ParameterizedTest
    @MethodSource("regular")
    void regular_buyers_agree(Case c) {
        for (int k : new int[] {2, 3}) {
            double[] logs = {Math.log(c.r()), Math.log(c.alpha()), Math.log(c.third()), Math.log(c.fourth())};
            double logGaps = c.x() * Math.log(3.5);
            PurchaseHistories one = FortyDigitsTest.history(c).withLogGaps(logGaps);
            FittedBetaGeo model = new FittedBetaGeo(estimates(c), 1, k);
            Dfp[] shares = shares(c, k);
            Dfp here = sum(shares).multiply(rising(c.fourth(), c.x() + 1));
            Dfp now = number(c.alpha()).add(weeks(c.observedDays()));
            Dfp before = number(c.alpha()).add(weeks(c.lastDays()));
            Dfp gone = now.divide(before)
                    .pow(size(c, k, 0))
                    .multiply(number(c.third()))
                    .multiply(rising(c.fourth(), c.x()));
            Dfp alive = here.divide(here.add(gone));

            Dfp likelihood = number(c.alpha())
                    .pow(number(c.r()))
                    .multiply(rising(c.r(), k * c.x()))
                    .multiply(here.add(gone))
                    .divide(rising(number(c.third()).add(number(c.fourth())), c.x() + 1))
                    .divide(now.pow(size(c, k, 0)));
            double gaps = (k - 1) * (logGaps - c.x() * Math.log(7)) - c.x() * Math.log(k - 1); // (k-1)! is k-1

            assertThat(-new BetaGeoLikelihood(one, 1, k, 7).valueAndGradient(logs, new double[4]))
                    .isCloseTo(likelihood.log().toDouble() + gaps, CLOSE);
            assertThat(model.alive(one)[0]).isCloseTo(alive.toDouble(), CLOSE);
            assertThat(model.expectedOrders(one, AHEAD_DAYS)[0])
                    .isCloseTo(alive.multiply(expected(c, k, shares)).toDouble(), CLOSE);
            Dfp none = number(1).subtract(alive.multiply(reached(c, k, shares, 1)[1]));
            assertThat(model.noPurchase(one, AHEAD_DAYS)[0]).isCloseTo(none.toDouble(), CLOSE);
        }
    }

    /// How likely j phases are done since the last purchase, up to a factor: v^j (y)_j / j!
    private static Dfp[] shares(Case c, int k) {
        Dfp v = weeks(c.observedDays() - c.lastDays()).divide(number(c.alpha()).add(weeks(c.observedDays())));
        Dfp[] result = new Dfp[k];
        result[0] = number(1);
        for (int j = 1; j < k; j++) {
            result[j] = result[j - 1].multiply(v).multiply(size(c, k, j - 1)).divide(number(j));
        }
        return result;
    }

    private static Dfp size(Case c, int k, int phases) {
        return number(c.r()).add(k * c.x() + phases);
    }

    private static Dfp sum(Dfp[] values) {
        return Stream.of(values).reduce(number(0), Dfp::add);
    }

    /// Chances to get to the m-th purchase if nobody left: a negative binomial number of phases.
    private static Dfp[] reached(Case c, int k, Dfp[] shares, int most) {
        Dfp now = number(c.alpha()).add(weeks(c.observedDays()));
        Dfp step = weeks(AHEAD_DAYS).divide(now.add(weeks(AHEAD_DAYS)));
        Dfp[] result = IntStream.rangeClosed(0, most).mapToObj(m -> number(0)).toArray(Dfp[]::new);
        for (int j = 0; j < k; j++) {
            Dfp y = size(c, k, j);
            Dfp chance = now.divide(now.add(weeks(AHEAD_DAYS))).pow(y);
            Dfp fewer = number(0);
            int phases = 0;
            for (int m = 1; m <= most; m++) {
                for (; phases < k * m - j; phases++) {
                    fewer = fewer.add(chance);
                    chance = chance.multiply(y.add(phases))
                            .divide(number(phases + 1))
                            .multiply(step);
                }
                result[m] = result[m].add(
                        number(1).subtract(fewer).multiply(shares[j]).divide(sum(shares)));
            }
        }
        return result;
    }

    private static Dfp expected(Case c, int k, Dfp[] shares) {
        Dfp[] reached = reached(c, k, shares, 20 + 2 * c.x());
        Dfp n = number(c.fourth()).add(c.x() + 1);
        Dfp stay = number(1);
        Dfp sum = number(0);
        for (int m = 1; m < reached.length && reached[m].greaterThan(number(1e-30)); m++) {
            sum = sum.add(stay.multiply(reached[m]));
            stay = stay.multiply(n.add(m - 1)).divide(n.add(number(c.third())).add(m - 1));
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("io.filon.value.model.FortyDigitsTest#betaGeo")
    void newcomers_agree(Case c) {
        Case fresh = new Case(c.r(), c.alpha(), c.third(), c.fourth(), 0, 0, 0);
        for (int firstCounts : new int[] {0, 1}) {
            Dfp stayed = FortyDigitsTest.stayed(fresh, firstCounts);
            Dfp alive = stayed.divide(stayed.add(FortyDigitsTest.left(fresh, firstCounts)));

            assertThat(new FittedBetaGeo(estimates(c), firstCounts, 1).expectedOfNewcomer(AHEAD_DAYS))
                    .isCloseTo(
                            FortyDigitsTest.expected(fresh, firstCounts, alive).toDouble(), CLOSE);
        }
        assertThat(new FittedPareto(estimates(c)).expectedOfNewcomer(AHEAD_DAYS))
                .isCloseTo(FortyDigitsTest.paretoExpected(fresh).toDouble(), CLOSE);
    }

    /// How many orders with which chance: in all 1, none as often as said, on average as many as expected.
    @ParameterizedTest
    @MethodSource("regular")
    void chances_agree_with_their_mean(Case c) {
        PurchaseHistories one = FortyDigitsTest.history(c);
        for (FittedModel model : List.of(
                new FittedBetaGeo(estimates(c), 0, 1),
                new FittedBetaGeo(estimates(c), 1, 1),
                new FittedBetaGeo(estimates(c), 1, 2),
                new FittedPareto(estimates(c)))) {
            double[] chances = model.chances(one, 0, AHEAD_DAYS, 2_000);

            assertThat(Arrays.stream(chances).sum()).isCloseTo(1, CLOSE);
            assertThat(chances[0]).isCloseTo(model.noPurchase(one, AHEAD_DAYS)[0], CLOSE);
            assertThat(IntStream.range(0, chances.length)
                            .mapToDouble(m -> m * chances[m])
                            .sum())
                    .isCloseTo(model.expectedOrders(one, AHEAD_DAYS)[0], CLOSE);
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 3.74, 15.44, 1", "6, 3.74, 15.44, 500", "2, 1.0000001, .5, 2000", "1, 12, 4000, 3"})
    void what_an_order_brings_agrees(int p, double q, double gamma, int days) {
        double mean = 35;
        double[] logs = {Math.log(p), Math.log(q), Math.log(gamma)};
        int shape = p * days;
        Dfp all = number(gamma).add(number(mean).multiply(days));
        double value = rising(q, shape)
                .multiply(number(gamma).pow(number(q)))
                .multiply(number(mean).pow(number(shape - 1)))
                .multiply(number(days).pow(number(shape)))
                .divide(rising(1, shape - 1))
                .divide(all.pow(number(q).add(shape)))
                .log()
                .toDouble();

        assertThat(-GammaGamma.likelihood(new int[] {days}, new double[] {mean}).valueAndGradient(logs, new double[3]))
                .isCloseTo(value, CLOSE);
        List<Parameter> parameters =
                List.of(new Parameter("p", p, 0), new Parameter("q", q, 0), new Parameter("gamma", gamma, 0));
        Dfp expected = number(p).multiply(all).divide(number(q).add(shape - 1));
        assertThat(new GammaGamma.Spend(new Estimates(parameters, 0)).expected(days, mean))
                .isCloseTo(expected.toDouble(), CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"0.704, 1.182, 12", "1, 1, 500", "1.0000001, 40, 2000", "30, 0.01, 3"})
    void contracts_agree(double alpha, double beta, int renewals) {
        ShiftedBetaGeo.Retention model = new ShiftedBetaGeo.Retention(
                new Estimates(List.of(new Parameter("alpha", alpha, 0), new Parameter("beta", beta, 0)), 0));
        Dfp both = number(alpha).add(number(beta));

        assertThat(model.survival(renewals))
                .isCloseTo(rising(beta, renewals).divide(rising(both, renewals)).toDouble(), CLOSE);
        assertThat(model.renewal(renewals))
                .isCloseTo(number(beta).add(renewals).divide(both.add(renewals)).toDouble(), CLOSE);
    }
}
