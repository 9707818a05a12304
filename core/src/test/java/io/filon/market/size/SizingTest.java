package io.filon.market.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.market.size.Input.Origin;
import io.filon.market.size.Size.Limit;
import io.filon.market.size.Sizing.Range;
import io.filon.market.size.Sizing.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizingTest {

    private static final List<Cell> CELLS =
            List.of(new Cell("Madrid", 1_000, 1_000, 8, 1, 1), new Cell("Teruel", 200, 0, 3, 1, 1));

    private static final Input NONE = Input.certain(0, Origin.ASSUMED);

    @Test
    void the_worked_example_of_the_docs_comes_out_to_the_cent() {
        Inputs inputs = inputs(sure(50), sure(0.1), sure(0.2), sure(100), sure(10));

        Size size = new Sizing(CELLS, inputs, 12).likely();

        assertThat(size.total()).isEqualTo(60_000);
        assertThat(size.available()).isEqualTo(50_000);
        assertThat(size.newCustomers()).isCloseTo(19.84, within(1e-9)); // (1,000 - 8) x 0.1 x 0.2
        assertThat(size.customers()).isCloseTo(8 * 0.5 + 19.84 * Math.sqrt(0.5), within(1e-9));
        assertThat(size.obtainable()).isCloseTo(901.45, within(0.005));
        assertThat(size.limit()).isEqualTo(Limit.DEMAND);
    }

    @Test
    void who_stays_with_a_competitor_is_not_to_be_won() {
        Inputs inputs = new Inputs(
                sure(1), sure(50), sure(1), sure(0.1), sure(0.25), sure(0.2), null, null, sure(2), sure(0.5), NONE);

        assertThat(new Sizing(CELLS, inputs, 12).likely().newCustomers())
                .isCloseTo(0.75 * 19.84, within(1e-9)); // (1,000 - 8) x 0.1 x (1 - 0.25) x 0.2
    }

    @Test
    void the_least_of_demand_reach_and_capacity_holds_in_every_draw() {
        Inputs reach = inputs(sure(50), sure(1), sure(0.2), sure(10), sure(10));
        Inputs capacity = inputs(sure(50), sure(1), sure(0.2), sure(1_000), sure(10));

        assertThat(new Sizing(CELLS, reach, 12).likely().limit()).isEqualTo(Limit.REACH);
        assertThat(new Sizing(CELLS, reach, 12).likely().newCustomers()).isCloseTo(24, within(1e-9));
        assertThat(new Sizing(CELLS, capacity, 12).likely().limit()).isEqualTo(Limit.CAPACITY);
        assertThat(new Sizing(CELLS, capacity, 12).likely().newCustomers()).isCloseTo(100, within(1e-9));
    }

    /// The mean of a product of independent inputs is the product of their means.
    @Test
    void drawn_means_agree_with_the_closed_form_within_four_standard_errors() {
        Inputs inputs = new Inputs(
                range(1, 0.9, 1.2),
                range(50, 20, 120),
                range(0.6, 0.3, 0.8),
                sure(1),
                NONE,
                range(0.2, 0.1, 0.4),
                null,
                null,
                NONE,
                NONE,
                NONE);

        Result result = new Sizing(CELLS, inputs, 12).draw(40_000, 0.5, 7);

        double total = inputs.universe().mean() * inputs.value().mean() * 1_200;
        double available = inputs.universe().mean()
                * inputs.servedShare().mean()
                * inputs.value().mean()
                * 1_000;
        assertThat(result.total().mean())
                .isCloseTo(total, within(4 * result.total().error()));
        assertThat(result.available().mean())
                .isCloseTo(available, within(4 * result.available().error()));
    }

    @Test
    void a_triangular_input_has_its_mean_ends_and_middle() {
        Input input = range(2, 1, 5);

        assertThat(input.at(0)).isEqualTo(1);
        assertThat(input.at(1)).isEqualTo(5);
        assertThat(input.at(0.25)).isCloseTo(2, within(1e-12)); // the peak has (2 - 1) / (5 - 1) below it
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            sum += input.at((i + 0.5) / 10_000);
        }
        assertThat(sum / 10_000).isCloseTo(input.mean(), within(1e-4));
    }

    @Test
    void inputs_that_move_together_make_the_range_wider() {
        Inputs inputs = inputs(range(50, 10, 150), sure(0.1), range(0.2, 0.05, 0.5), null, null);
        Sizing sizing = new Sizing(CELLS, inputs, 12);

        Range apart = sizing.draw(20_000, 0, 1).obtainable();
        Range tied = sizing.draw(20_000, 0.8, 1).obtainable();

        assertThat(tied.high() / tied.low()).isGreaterThan(1.3 * apart.high() / apart.low());
    }

    @Test
    void the_same_seed_gives_the_same_answer_and_what_is_obtained_never_passes_what_is_available() {
        Inputs inputs = inputs(range(50, 10, 150), range(1, 0.9, 1), range(1, 0.5, 1), null, null);
        Sizing sizing = new Sizing(CELLS, inputs, 120);

        assertThat(sizing.draw(1_000, 0.5, 3)).isEqualTo(sizing.draw(1_000, 0.5, 3));
        assertThat(sizing.draw(1_000, 0.5, 3).share().high()).isLessThanOrEqualTo(1);
    }

    private static Inputs inputs(
            Input value, Input deciding, Input winRate, @Nullable Input contacts, @Nullable Input capacity) {
        return new Inputs(
                sure(1), value, sure(1), deciding, NONE, winRate, contacts, capacity, sure(2), sure(0.5), NONE);
    }

    private static Input sure(double value) {
        return Input.certain(value, Origin.DECLARED);
    }

    private static Input range(double value, double low, double high) {
        return new Input(value, low, high, Origin.DECLARED, "");
    }
}
