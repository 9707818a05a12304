package io.filon.value.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.stats.Ranking;
import io.filon.value.model.BgNbd;
import io.filon.value.model.Cdnow;
import io.filon.value.model.FittedModel;
import io.filon.value.model.GammaGamma;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.OrderValues;
import io.filon.value.model.ParetoNbd;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.PurchaseModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who stays away in the 39 weeks held out, what is spent in them, and how many purchases a model expects of the whole
/// cohort by a week: as measured with lifetimes, CLVTools and scipy in November 2026, to the digits printed there.
class CdnowHoldoutTest {

    private static final int DAYS = Cdnow.HOLDOUT_DAYS;

    /// @param came whether each customer bought
    private record Base(PurchaseHistories known, boolean[] came) {

        static Base of(Cdnow cdnow) {
            double[] orders = cdnow.holdout();
            boolean[] came = new boolean[orders.length];
            for (int i = 0; i < came.length; i++) {
                came[i] = orders[i] > 0;
            }
            return new Base(cdnow.histories(), came);
        }

        double share(IntPredicate saidToCome) {
            return IntStream.range(0, came.length)
                            .filter(i -> saidToCome.test(i) == came[i])
                            .count()
                    / (double) came.length;
        }

        int hiatus(int i) {
            return known.observedDays(known.groupOf(i)) - known.lastDays(known.groupOf(i));
        }

        double[] alive(PurchaseModel model) {
            return known.spread(model.fit(known).orThrow().alive(known));
        }

        double[] none(PurchaseModel model) {
            return known.spread(model.fit(known).orThrow().noPurchase(known, DAYS));
        }

        double auc(double[] coming) {
            return Ranking.auc(coming, came);
        }

        double brier(double[] none) {
            return IntStream.range(0, came.length)
                    .mapToDouble(i -> Math.pow(none[i] - (came[i] ? 0 : 1), 2))
                    .average()
                    .orElseThrow();
        }

        void isRight(double right, double... alive) {
            assertThat(share(i -> alive[i] > .5)).isCloseTo(right, within(6e-5));
        }

        /// @param close wider where weeks as rounded fractions put some of those last seen on the edge outside
        void wasSeen(int weeks, double right, double close) {
            assertThat(share(i -> hiatus(i) <= 7 * weeks)).isCloseTo(right, within(close));
        }

        void ranks(double auc, double[] coming) {
            assertThat(auc(coming)).isCloseTo(auc, within(6e-5));
        }
    }

    @Test
    void who_stays_away_is_told_as_well_as_measured_elsewhere() {
        Base base = Base.of(Cdnow.sample());

        assertThat(base.share(i -> false)).isCloseTo(.7098, within(6e-5));
        base.wasSeen(13, .7794, 1e-3); // two customers, as in PastTest
        base.wasSeen(26, .7709, 6e-5);
        base.wasSeen(39, .2902, 6e-5);
        base.isRight(.7743, base.alive(new ParetoNbd()));
        base.isRight(.7751, base.alive(new MbgNbd()));
        base.isRight(.3390, base.alive(new BgNbd()));
        base.ranks(.3158, base.alive(new BgNbd()));
        base.ranks(.6866, base.alive(new MbgNbd()));
        base.ranks(.7569, negative(base.none(new BgNbd())));
        base.ranks(.7601, negative(base.none(new MbgNbd())));
        base.ranks(
                .7714,
                IntStream.range(0, base.came.length)
                        .mapToDouble(i -> -base.hiatus(i))
                        .toArray());
        assertThat(base.brier(base.none(new BgNbd()))).isCloseTo(.1612, within(6e-5));
        assertThat(base.brier(base.none(new MbgNbd()))).isCloseTo(.1614, within(6e-5));
    }

    @Test
    @Tag("slow")
    void the_same_of_the_whole_base() {
        Base base = Base.of(Cdnow.master());

        assertThat(base.share(i -> false)).isCloseTo(.7006, within(6e-5));
        base.wasSeen(13, .7734, 2e-4);
        base.wasSeen(26, .7639, 2e-4);
        base.wasSeen(39, .2994, 2e-4);
        base.isRight(.7721, base.alive(new ParetoNbd()));
        base.isRight(.7725, base.alive(new MbgNbd()));
        base.isRight(.3473, base.alive(new BgNbd()));
        base.ranks(.3195, base.alive(new BgNbd()));
        base.ranks(.7002, base.alive(new MbgNbd()));
        base.ranks(.7466, negative(base.none(new BgNbd())));
        base.ranks(.7547, negative(base.none(new MbgNbd())));
        assertThat(base.brier(base.none(new BgNbd()))).isCloseTo(.1654, within(6e-5));
        assertThat(base.brier(base.none(new MbgNbd()))).isCloseTo(.1661, within(6e-5));
    }

    @Test
    void purchases_of_the_cohort_by_week_39_and_78_are_the_peers() {
        expects(new BgNbd(), 2_493.96, 4_160.61, .006);
        expects(new ParetoNbd(), 2_524.93, 4_270.00, .05); // beta is flat
    }

    private static void expects(PurchaseModel model, double week39, double week78, double close) {
        PurchaseHistories known = Cdnow.sample().histories();
        FittedModel fitted = model.fit(known).orThrow();
        assertThat(cohort(known, fitted, 0)).isCloseTo(week39, within(close));
        assertThat(cohort(known, fitted, DAYS)).isCloseTo(week78, within(close));
    }

    private static double cohort(PurchaseHistories known, FittedModel fitted, int later) {
        return IntStream.range(0, known.groups())
                .mapToDouble(
                        group -> known.customers(group) * fitted.expectedOfNewcomer(known.observedDays(group) + later))
                .sum();
    }

    @Test
    void spend_of_the_hold_out_is_the_peers() {
        Cdnow cdnow = Cdnow.sample();
        PurchaseHistories known = cdnow.histories();
        double[] orders = known.spread(new BgNbd().fit(known).orThrow().expectedOrders(known, DAYS));
        double[] mean = cdnow.meanSpend();
        int[] repeats = IntStream.range(0, known.size())
                .map(i -> known.repeats(known.groupOf(i)))
                .toArray();
        GammaGamma.Spend spend =
                GammaGamma.fit(OrderValues.ofRevenue(repeats, mean)).orThrow();
        double[] forecast = new double[orders.length];
        Arrays.setAll(forecast, i -> orders[i] * spend.expected(repeats[i], mean[i]));
        double[] actual =
                cdnow.byCustomer().stream().mapToDouble(CdnowHoldoutTest::spent).toArray();

        Accuracy accuracy = Accuracy.of(forecast, actual, cdnow.holdout());

        assertThat(accuracy.actual()).isCloseTo(70_976.39, within(.005));
        assertThat(Arrays.stream(forecast).sum()).isCloseTo(59_931.63, within(2.0));
        assertThat(accuracy.biasPercent()).isCloseTo(-15.56, within(.006));
        assertThat(accuracy.rmse()).isCloseTo(72.299, within(6e-3));
        assertThat(accuracy.mae()).isCloseTo(30.408, within(6e-3));
        assertThat(accuracy.correlation()).isCloseTo(.5647, within(6e-5));
    }

    private static double spent(TreeMap<LocalDate, Double> days) {
        return days.tailMap(Cdnow.SPLIT, false).headMap(Cdnow.SPLIT.plusDays(DAYS), true).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }
}
