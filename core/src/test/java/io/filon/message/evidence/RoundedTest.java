package io.filon.message.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;
import io.filon.message.evidence.Rounded.Bound;
import org.junit.jupiter.api.Test;

class RoundedTest {

    @Test
    void says_the_low_end_rounded_down_when_more_is_better() {
        assertThat(Rounded.of(new Figure(0.41, 0.347, 0.47, Unit.SHARE, Better.MORE)))
                .hasValue(new Rounded(0.3, Unit.SHARE, Bound.MORE));
        assertThat(Rounded.of(new Figure(0.16, 0.124, 0.2, Unit.SHARE, Better.MORE)))
                .hasValue(new Rounded(0.12, Unit.SHARE, Bound.MORE));
        assertThat(Rounded.of(new Figure(58, 47.9, 70, Unit.MONEY, Better.MORE)))
                .hasValue(new Rounded(45, Unit.MONEY, Bound.MORE));
    }

    @Test
    void says_the_high_end_rounded_up_when_less_is_better() {
        assertThat(Rounded.of(new Figure(2.3, 2.1, 2.6, Unit.DAYS, Better.LESS)))
                .hasValue(new Rounded(3, Unit.DAYS, Bound.LESS));
        assertThat(Rounded.of(new Figure(1.5, 1, 2, Unit.DAYS, Better.LESS)))
                .hasValue(new Rounded(2, Unit.DAYS, Bound.AT_MOST));
    }

    @Test
    void an_end_that_is_round_already_is_at_least_so_much() {
        assertThat(Rounded.of(new Figure(0.4, 0.3, 0.5, Unit.SHARE, Better.MORE)))
                .hasValue(new Rounded(0.3, Unit.SHARE, Bound.AT_LEAST));
    }

    @Test
    void what_is_certain_is_said_as_it_is() {
        assertThat(Rounded.of(Figure.certain(0.37, Unit.SHARE, Better.MORE)))
                .hasValue(new Rounded(0.37, Unit.SHARE, Bound.EXACTLY));
    }

    @Test
    void what_may_be_nothing_is_not_said() {
        assertThat(Rounded.of(new Figure(0.02, 0.004, 0.05, Unit.SHARE, Better.MORE)))
                .isEmpty();
    }
}
