package io.filon.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.progress.Progress;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.Nbd;
import io.filon.value.model.SimulatedBase;
import io.filon.value.trait.Traits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The contest is free to choose a prediction below nothing: of customers of whom every fifth loses money with each
/// order, one like the other.
class LossMakersTest {

    private static final int CUSTOMERS = 1_500;
    private static final int UNTIL = 500;

    private final PurchaseLog log = SimulatedBase.draw(8, CUSTOMERS, .9, 30, .6, 3, UNTIL, 180)
            .log(8, UNTIL + 180, Traits.NONE, customer -> customer % 5 == 0 ? -15 : 20);
    private final Prediction prediction = new FutureValue(
                    log,
                    new Question(new Question.Learning.Until(UNTIL), 180, List.of(new Nbd(), new MbgNbd())),
                    Progress.NONE)
            .predict();

    @Test
    void who_loses_money_with_every_order_is_foretold_to_go_on() {
        double[] orders = prediction.known().outcome(log, 180).orders();
        int[] back = IntStream.range(0, orders.length)
                .filter(i -> prediction.known().repeats(i) > 2)
                .toArray();

        assertThat(prediction.contest().values().chosen().name()).isEqualTo("normal_normal");
        assertThat(back).hasSizeGreaterThan(200);
        double right = IntStream.of(back)
                .filter(i -> (prediction.known().customer()[i] % 5 == 0)
                        == (prediction.customers().value()[i] < 0))
                .count();
        assertThat(right / back.length).isGreaterThan(.95);
    }

    @Test
    void what_is_modelled_adds_up_to_what_was_left() {
        for (Prediction.Worth worth : prediction.worths()) {
            assertThat(worth.modelled() / worth.observed()).as(worth.name()).isCloseTo(1, within(.05));
        }
    }
}
