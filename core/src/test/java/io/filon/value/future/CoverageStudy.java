package io.filon.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.progress.Progress;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.SimulatedBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often what is shown as "eight cases of ten" holds on bases drawn from MBG/NBD with the parameters of CDNOW.
/// The total's range does not reach it yet: 0.68 with 60 seeds, see `docs/concepts/future-value.md`.
/// `mvn -Pstudy test -Dtest=CoverageStudy`, 1,000 seeds; fewer by `-DargLine=-Dstudy.seeds=100`.
@Tag("study")
class CoverageStudy {

    private static final int KNOWN = 400;
    private static final int AHEAD = 180;

    @Test
    void ranges_hold_in_eight_cases_of_ten() {
        int seeds = Integer.getInteger("study.seeds", 1_000);
        double total = 0;
        double customers = 0;
        for (int seed = 0; seed < seeds; seed++) {
            SimulatedBase base = SimulatedBase.draw(seed, 2_000, .525, 6.183 * 7, .891, 1.614, KNOWN, AHEAD);
            PurchaseLog log = log(base, seed);
            Prediction prediction = new FutureValue(
                            log,
                            new Question(new Question.Learning.Until(KNOWN), AHEAD, List.of(new MbgNbd())),
                            Progress.NONE)
                    .predict();
            double[] actual = prediction.known().outcome(log, AHEAD).margin();
            double sum = 0;
            double held = 0;
            for (int i = 0; i < actual.length; i++) {
                sum += actual[i];
                held += prediction.customers().low()[i] <= actual[i]
                                && actual[i] <= prediction.customers().high()[i]
                        ? 1.0 / actual.length
                        : 0;
            }
            customers += held / seeds;
            total +=
                    prediction.total().low() <= sum && sum <= prediction.total().high() ? 1.0 / seeds : 0;
        }
        System.out.printf("%d seeds: total %.3f, one customer at least %.3f%n", seeds, total, customers);

        assertThat(total).isCloseTo(.80, within(.02 + 2.6 * Math.sqrt(.16 / seeds)));
        // most customers buy nothing: a range that starts at 0 holds more often than promised, never less
        assertThat(customers).isGreaterThan(.78);
    }

    private static PurchaseLog log(SimulatedBase base, int seed) {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>();
        int[] start = new int[base.purchaseDays().length + 1];
        for (int i = 0; i < base.purchaseDays().length; i++) {
            ids.add("c%05d".formatted(i));
            start[i + 1] = start[i] + base.purchaseDays()[i].length;
        }
        int[] day = new int[start[ids.size()]];
        double[] margin = new double[day.length];
        double[] revenue = new double[day.length];
        for (int i = 0; i < ids.size(); i++) {
            double own = 20 + 6 * random.nextGaussian();
            for (int j = start[i]; j < start[i + 1]; j++) {
                day[j] = base.purchaseDays()[i][j - start[i]];
                margin[j] = own + 8 * random.nextGaussian();
                revenue[j] = Math.abs(margin[j]) + 30;
            }
        }
        return new PurchaseLog(ids, start, day, revenue, margin, KNOWN + AHEAD);
    }
}
