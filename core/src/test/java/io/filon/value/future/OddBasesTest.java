package io.filon.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.progress.Progress;
import io.filon.value.contest.PurchaseLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void one_customer(int purchases) {
        Prediction prediction = predict(1, i -> weekly(purchases), 20);

        assertThat(prediction.chances()).isInstanceOf(Prediction.Chances.Unknown.class);
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
        Random random = new Random(3);
        for (int i = 0; i < money.length; i++) {
            money[i] = margin * (0.5 + random.nextDouble());
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
