package io.filon.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.progress.Progress;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.model.BgNbd;
import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.Nbd;
import io.filon.value.model.ParetoNbd;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.PurchaseModel;
import io.filon.value.model.SimulatedBase;
import io.filon.value.model.covariates.MbgNbdCovariates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bases on which models run away or have nothing to learn: an answer with a reason, no NaN, ranges around the value.
class OddBasesTest {

    @Test
    void everybody_bought_once() {
        Prediction prediction = predict(30, i -> new int[] {i % 200}, 20);

        assertThat(prediction.chances()).isInstanceOf(Prediction.Chances.Unknown.class);
        assertThat(prediction.customers().orders()).containsOnly(0);
        assertThat(prediction.customers().low()).containsOnly(0);
        tooFew(prediction, 0);
    }

    /// Each model says why it was not learnt.
    private static void tooFew(Prediction prediction, int returned) {
        assertThat(prediction.fits())
                .hasSize(Question.ALL.size())
                .filteredOn(model -> !(model.model() instanceof MbgNbdCovariates)) // which misses traits first
                .extracting(Prediction.Model::fit)
                .containsOnly(new Fit.TooFew<>(10, returned));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void one_customer(int purchases) {
        Prediction prediction = predict(1, i -> weekly(purchases), 20);

        assertThat(prediction.chances()).isInstanceOf(Prediction.Chances.Unknown.class);
        assertThat(prediction.contest().orders().chosen().rule()).isTrue();
        tooFew(prediction, purchases > 1 ? 1 : 0);
    }

    @Test
    void orders_that_left_nothing() {
        Random random = new Random(4);
        Prediction prediction = predict(
                200, i -> random.ints(1 + i % 9, 0, 600).sorted().distinct().toArray(), 0);

        assertThat(prediction.customers().value()).containsOnly(0);
        assertThat(prediction.total().orders()).isPositive();
    }

    @Test
    void everybody_buys_every_day() {
        Prediction prediction = predict(30, i -> daily(200), 20);

        assertThat(prediction.customers().orders()).contains(new double[] {365}, within(4.0));
        assertThat(prediction.fits())
                .as("customers do not differ")
                .extracting(Prediction.Model::fit)
                .noneMatch(Fit.Fitted.class::isInstance);
    }

    @Test
    void zero_and_negative_orders_among_others() {
        Random random = new Random(5);
        int[] sign = {1, 0, -1};
        Prediction prediction = predict(
                300,
                i -> random.ints(1 + i % 9, 0, 600).sorted().distinct().toArray(),
                (order, days) -> sign[order % 3] * 20.0);

        assertThat(prediction.total().low()).isLessThan(prediction.total().high());
    }

    @Test
    void every_order_is_of_a_billion() {
        Random random = new Random(6);
        Prediction prediction = predict(
                200, i -> random.ints(1 + i % 9, 0, 600).sorted().distinct().toArray(), 1e9);

        assertThat(prediction.total().value()).isGreaterThan(1e10);
        assertThat(prediction.valueError().half(IntStream.range(0, 200).toArray()))
                .isFinite();
    }

    @Test
    void twenty_years_of_history() {
        Random random = new Random(7);
        Prediction prediction = predict(
                400, i -> random.ints(1 + i % 30, 0, 7_300).sorted().distinct().toArray(), 20);

        assertThat(prediction.contest().origins().choosing()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(prediction.total().value()).isPositive();
    }

    /// From arrays: fitted and scored, nothing but numbers, and in all as many orders as were to come.
    @Test
    @Tag("slow")
    void a_million_customers() {
        SimulatedBase base = SimulatedBase.draw(1, 1_000_000, .525, 6.183 * 7, .891, 1.614, 273, 180);
        PurchaseHistories histories = base.histories();
        long came = 0;
        for (int[] days : base.purchaseDays()) {
            came += IntStream.of(days).filter(day -> day > 273).count();
        }
        for (PurchaseModel model : List.of(new Nbd(), new MbgNbd(), new BgNbd(), new ParetoNbd())) {
            FittedModel fitted = model.fit(histories).orThrow();
            double[] orders = histories.spread(fitted.expectedOrders(histories, 180));
            double[] none = histories.spread(fitted.noPurchase(histories, 180));

            assertThat(DoubleStream.of(orders).allMatch(one -> one >= 0 && Double.isFinite(one)))
                    .as(model.name())
                    .isTrue();
            assertThat(DoubleStream.of(none).allMatch(one -> one >= 0 && one <= 1))
                    .as(model.name())
                    .isTrue();
            if (model instanceof MbgNbd) { // from which they were drawn
                assertThat(DoubleStream.of(orders).sum() / came).isCloseTo(1, within(.02));
            }
        }
    }

    @Test
    void twenty_years_of_orders_of_a_billion() {
        Random random = new Random(1);
        Prediction prediction = predict(
                60, i -> random.ints(3 + i % 40, 0, 7_300).sorted().distinct().toArray(), 1e9);

        assertThat(prediction.total().value()).isGreaterThan(1e9);
    }

    @Test
    void orders_at_a_loss_make_negative_value() {
        Random random = new Random(2);
        Prediction prediction = predict(
                200, i -> random.ints(1 + i % 9, 0, 600).sorted().distinct().toArray(), -15);

        assertThat(prediction.total().value()).isNegative();
    }

    private static int[] daily(int days) {
        return IntStream.range(0, days).toArray();
    }

    private static int[] weekly(int weeks) {
        return IntStream.range(0, weeks).map(week -> 7 * week).toArray();
    }

    private static Prediction predict(int customers, IntFunction<int[]> days, double margin) {
        Random random = new Random(3);
        return predict(customers, days, (order, all) -> margin * (0.5 + random.nextDouble()));
    }

    /// @param margin of each order, by its place among all and how many there are
    private static Prediction predict(
            int customers, IntFunction<int[]> days, ToDoubleBiFunction<Integer, Integer> margin) {
        List<String> ids = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        int[] start = new int[customers + 1];
        int last = 0;
        for (int i = 0; i < customers; i++) {
            ids.add("c%04d".formatted(i));
            for (int day : days.apply(i)) {
                all.add(day);
                last = Math.max(last, day);
            }
            start[i + 1] = all.size();
        }
        double[] money = new double[all.size()];
        for (int i = 0; i < money.length; i++) {
            money[i] = margin.applyAsDouble(i, money.length);
        }
        int[] day = all.stream().mapToInt(Integer::intValue).toArray();
        double[] revenue = new double[money.length];
        for (int i = 0; i < money.length; i++) {
            revenue[i] = Math.abs(money[i]) * 2;
        }
        Prediction prediction = new FutureValue(
                        new PurchaseLog(ids, start, day, revenue, money, last), Question.aboutNextYear(), Progress.NONE)
                .predict();
        Prediction.Columns columns = prediction.customers();
        for (int i = 0; i < customers; i++) {
            assertThat(columns.orders()[i]).isFinite().isNotNegative();
            assertThat(columns.value()[i]).isFinite();
            assertThat(columns.low()[i]).isLessThanOrEqualTo(columns.value()[i]);
            assertThat(columns.high()[i]).isGreaterThanOrEqualTo(columns.value()[i]);
        }
        assertThat(prediction.total().value()).isFinite();
        return prediction;
    }
}
