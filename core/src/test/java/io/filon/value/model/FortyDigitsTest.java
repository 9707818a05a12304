package io.filon.value.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.value.model.Estimates.Parameter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every formula against 60-digit arithmetic (Hipparchus' Dfp) by another route: sums of positive terms and the
/// textbook's hypergeometric series. Agreement to 1e-10 relative, also where doubles are tried: 2,000 purchases, a = 1,
/// alpha on either side of beta.
class FortyDigitsTest {

    private static final DfpField FIELD = new DfpField(60);
    static final Percentage CLOSE = Percentage.withPercentage(1e-8);
    static final int AHEAD_DAYS = 273;

    record Case(double r, double alpha, double third, double fourth, int x, int lastDays, int observedDays) {}

    static Stream<Case> betaGeo() {
        return Stream.of(
                new Case(.243, 4.414, .793, 2.426, 0, 0, 273),
                new Case(.243, 4.414, .793, 2.426, 2, 210, 273),
                new Case(.525, 6.183, 1.0, 1.614, 7, 240, 273),
                new Case(.525, 6.183, 1.0000001, 1.614, 3, 30, 273),
                new Case(.7, 3.0, .001, 2.0, 4, 100, 400),
                new Case(.7, 3.0, 40, 2.0, 4, 390, 400),
                new Case(.9, 2.0, .8, 2.5, 0, 0, 1), // came yesterday: far ahead of what is known
                new Case(.9, 2.0, .8, 2.5, 500, 600, 730),
                new Case(1.2, 3.0, 1.0, 2.5, 2_000, 7_000, 7_300));
    }

    @ParameterizedTest
    @MethodSource("betaGeo")
    void beta_geometric_models_agree(Case c) {
        for (int firstCounts : new int[] {0, 1}) {
            PurchaseHistories one = history(c);
            double[] logs = {Math.log(c.r), Math.log(c.alpha), Math.log(c.third), Math.log(c.fourth)};
            FittedBetaGeo model = new FittedBetaGeo(estimates(c), firstCounts, 1);

            Dfp stayed = stayed(c, firstCounts);
            Dfp left = left(c, firstCounts);
            Dfp alive = stayed.divide(stayed.add(left));

            assertThat(-new BetaGeoLikelihood(one, firstCounts, 1, 7).valueAndGradient(logs, new double[4]))
                    .isCloseTo(likelihood(c, stayed.add(left)), CLOSE);
            assertThat(model.alive(one)[0]).isCloseTo(alive.toDouble(), CLOSE);
            assertThat(model.expectedOrders(one, AHEAD_DAYS)[0])
                    .isCloseTo(expected(c, firstCounts, alive).toDouble(), CLOSE);
            double none = number(1)
                    .subtract(alive.multiply(
                            number(1).subtract(ratio(c).pow(number(c.r).add(c.x)))))
                    .toDouble();
            assertThat(model.noPurchase(one, AHEAD_DAYS)[0]).isCloseTo(none, CLOSE);
        }
    }

    static Stream<Case> pareto() {
        return Stream.of(
                new Case(.553, 10.578, .606, 11.669, 0, 0, 273),
                new Case(.553, 10.578, .606, 11.669, 2, 210, 273),
                new Case(.553, 30.0, .606, 2.0, 3, 100, 273),
                new Case(.553, 2.0, .606, 30.0, 3, 100, 273),
                new Case(.553, 10.0, 1.0, 10.0, 6, 60, 273),
                new Case(1.5, 0.01, .8, 50, 1, 7, 700),
                new Case(.9, 20.0, .8, 5.0, 500, 600, 730),
                new Case(1.2, 3.0, 1.0000001, 9.0, 2_000, 7_000, 7_300));
    }

    @ParameterizedTest
    @MethodSource("pareto")
    void pareto_nbd_agrees(Case c) {
        PurchaseHistories one = history(c);
        double[] logs = {Math.log(c.r), Math.log(c.alpha), Math.log(c.third), Math.log(c.fourth)};
        Dfp y = number(c.r).add(c.x);
        Dfp s = number(c.third);
        Dfp main = end(c, number(c.alpha), y).multiply(end(c, number(c.fourth), s));
        Dfp integral = s.multiply(deathIntegral(c, y, s));
        Dfp scale = number(c.alpha)
                .pow(number(c.r))
                .multiply(number(c.fourth).pow(s))
                .multiply(rising(c.r, c.x));

        double value = main.add(integral).multiply(scale).log().toDouble();
        Dfp alive = main.divide(main.add(integral));

        assertThat(-new ParetoNbd.Likelihood(one, 7).valueAndGradient(logs, new double[4]))
                .isCloseTo(value, CLOSE);
        FittedPareto model = new FittedPareto(estimates(c));
        assertThat(model.alive(one)[0]).isCloseTo(alive.toDouble(), CLOSE);
        assertThat(model.expectedOrders(one, AHEAD_DAYS)[0])
                .isCloseTo(alive.multiply(paretoExpected(c)).toDouble(), CLOSE);

        // a history that goes on without a purchase, over the history
        Case later = new Case(c.r, c.alpha, c.third, c.fourth, c.x, c.lastDays, c.observedDays + AHEAD_DAYS);
        Dfp none = end(later, number(c.alpha), y)
                .multiply(end(later, number(c.fourth), s))
                .add(s.multiply(deathIntegral(later, y, s)))
                .divide(main.add(integral));
        assertThat(model.noPurchase(one, AHEAD_DAYS)[0]).isCloseTo(none.toDouble(), CLOSE);
    }

    @ParameterizedTest
    @MethodSource("betaGeo")
    void nbd_agrees(Case c) {
        PurchaseHistories one = history(c);
        FittedModel model = new Nbd().fit(manyWhoDiffer()).orThrow().at(new double[] {c.r, c.alpha});
        Dfp y = number(c.r).add(c.x);
        Dfp now = number(c.alpha).add(weeks(c.observedDays));

        assertThat(model.expectedOrders(one, AHEAD_DAYS)[0])
                .isCloseTo(y.multiply(weeks(AHEAD_DAYS)).divide(now).toDouble(), CLOSE);
        assertThat(model.noPurchase(one, AHEAD_DAYS)[0])
                .isCloseTo(now.divide(now.add(weeks(AHEAD_DAYS))).pow(y).toDouble(), CLOSE);
        double likelihood = number(c.alpha)
                .pow(number(c.r))
                .multiply(rising(c.r, c.x))
                .divide(now.pow(y))
                .log()
                .toDouble();
        assertThat(-Nbd.likelihood(one, 7)
                        .valueAndGradient(new double[] {Math.log(c.r), Math.log(c.alpha)}, new double[2]))
                .isCloseTo(likelihood, CLOSE);
    }

    private static PurchaseHistories manyWhoDiffer() {
        int[] repeats = new int[200];
        int[] last = new int[200];
        int[] observed = new int[200];
        for (int i = 0; i < 200; i++) {
            repeats[i] = i % 2 == 0 ? 0 : i % 13;
            last[i] = repeats[i] == 0 ? 0 : 200;
            observed[i] = 300;
        }
        return PurchaseHistories.of(repeats, last, observed);
    }

    /// ∫ (alpha+u)^-y (beta+u)^-(s+1) du by the series of 2F1, as Fader and Hardie (2005) give it.
    private static Dfp deathIntegral(Case c, Dfp y, Dfp s) {
        boolean alphaLarger = c.alpha >= c.fourth;
        Dfp larger = number(Math.max(c.alpha, c.fourth));
        Dfp apart = larger.subtract(number(Math.min(c.alpha, c.fourth)));
        Dfp power = y.add(s);
        Dfp second = alphaLarger ? s.add(1) : y;
        Dfp from = larger.add(weeks(c.lastDays));
        Dfp to = larger.add(weeks(c.observedDays));
        Dfp low = series(power, second, apart.divide(from)).divide(from.pow(power));
        Dfp high = series(power, second, apart.divide(to)).divide(to.pow(power));
        return low.subtract(high).divide(power);
    }

    /// 2F1(a, b; a + 1; z) = Σ a/(a+n) (b)_n z^n / n!
    private static Dfp series(Dfp a, Dfp b, Dfp z) {
        Dfp term = number(1);
        Dfp sum = number(1);
        for (int n = 0; n < 400_000; n++) {
            term = term.multiply(b.add(n)).divide(number(n + 1)).multiply(z);
            Dfp part = term.multiply(a).divide(a.add(n + 1));
            sum = sum.add(part);
            if (part.abs().lessThan(sum.multiply(number(1e-55))) && n > b.toDouble() * z.toDouble()) {
                return sum;
            }
        }
        throw new IllegalStateException("no convergence at " + z);
    }

    /// y/(alpha+T) times the time active, by its Taylor-free form in 60 digits; s = 1 is its logarithm.
    static Dfp paretoExpected(Case c) {
        Dfp a = number(c.alpha).add(weeks(c.observedDays));
        Dfp b = number(c.fourth).add(weeks(c.observedDays));
        Dfp later = b.add(weeks(AHEAD_DAYS));
        Dfp rate = number(c.r).add(c.x).divide(a);
        if (c.third == 1) {
            return rate.multiply(b).multiply(later.divide(b).log());
        }
        Dfp less = number(c.third).subtract(1);
        return rate.multiply(b)
                .divide(less)
                .multiply(number(1).subtract(b.divide(later).pow(less)));
    }

    static Dfp stayed(Case c, int firstCounts) {
        return end(c, number(c.alpha), number(c.r).add(c.x))
                .multiply(rising(c.fourth, c.x + firstCounts))
                .divide(rising(number(c.third).add(number(c.fourth)), c.x + firstCounts));
    }

    static Dfp left(Case c, int firstCounts) {
        int leaves = c.x + firstCounts;
        if (leaves == 0) {
            return number(0);
        }
        return number(1)
                .divide(number(c.alpha).add(weeks(c.lastDays)).pow(number(c.r).add(c.x)))
                .multiply(rising(c.fourth, leaves - 1))
                .multiply(number(c.third))
                .divide(rising(number(c.third).add(number(c.fourth)), leaves));
    }

    private static double likelihood(Case c, Dfp both) {
        return both.multiply(number(c.alpha).pow(number(c.r)))
                .multiply(rising(c.r, c.x))
                .log()
                .toDouble();
    }

    /// Sum over m of the chances to stay through m - 1 purchases and to get to the m-th: positive terms only.
    static Dfp expected(Case c, int firstCounts, Dfp alive) {
        Dfp y = number(c.r).add(c.x);
        Dfp step = weeks(AHEAD_DAYS).divide(number(c.alpha).add(weeks(c.observedDays + AHEAD_DAYS)));
        Dfp chance = ratio(c).pow(y);
        Dfp reached = number(1).subtract(chance);
        Dfp stay = number(1);
        Dfp sum = number(0);
        Dfp n = number(c.fourth).add(c.x + firstCounts);
        for (int m = 1; m < 200_000 && reached.greaterThan(number(1e-40)); m++) {
            sum = sum.add(stay.multiply(reached));
            stay = stay.multiply(n.add(m - 1)).divide(n.add(number(c.third)).add(m - 1));
            chance = chance.multiply(y.add(m - 1)).divide(number(m)).multiply(step);
            reached = reached.subtract(chance);
        }
        return alive.multiply(sum);
    }

    static Dfp ratio(Case c) {
        Dfp now = number(c.alpha).add(weeks(c.observedDays));
        return now.divide(now.add(weeks(AHEAD_DAYS)));
    }

    private static Dfp end(Case c, Dfp scale, Dfp power) {
        return number(1).divide(scale.add(weeks(c.observedDays)).pow(power));
    }

    static Dfp rising(double p, int n) {
        return rising(number(p), n);
    }

    static Dfp rising(Dfp p, int n) {
        Dfp product = number(1);
        for (int i = 0; i < n; i++) {
            product = product.multiply(p.add(i));
        }
        return product;
    }

    static Dfp weeks(int days) {
        return FIELD.newDfp(days).divide(7);
    }

    static Dfp number(double value) {
        return FIELD.newDfp(value);
    }

    static PurchaseHistories history(Case c) {
        return PurchaseHistories.of(new int[] {c.x}, new int[] {c.lastDays}, new int[] {c.observedDays});
    }

    static Estimates estimates(Case c) {
        return new Estimates(
                Arrays.stream(new double[] {c.r, c.alpha, c.third, c.fourth})
                        .mapToObj(value -> new Parameter("p", value, 0))
                        .toList(),
                0);
    }
}
