package io.filon.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How often ranges hold: expected orders and value of a group, value of one customer.
/// `mvn -Pstudy test -Dtest=CoverageStudyTest`, 1,000 seeds of each size; fewer by `-DargLine=-Dstudy.seeds=100`,
/// another hundred by `"-DargLine=-Dstudy.seeds=100 -Dstudy.from=100"`.
class CoverageStudyTest {

    private static final int SEEDS = Integer.getInteger("study.seeds", 1_000);
    private static final int FROM = Integer.getInteger("study.from", 0);

    /// Drawn from the model itself, the winners of the contest given.
    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000})
    @Tag("study")
    void ranges_hold_in_eight_cases_of_ten(int size) {
        Coverage coverage = new Coverage(size, 16);
        run(coverage, coverage::runWithoutContest, SEEDS);

        coverage.groups.forEach((group, tally) ->
                assertThat(tally.rate()).as(group).isCloseTo(.80, within(.02 + 2.6 * tally.standardError())));
        assertThat(coverage.held / coverage.customers).isCloseTo(coverage.promised / coverage.customers, within(.02));
        assertThat(coverage.exactlyHeld / coverage.exactly).isCloseTo(.80, within(.02));
    }

    /// Two purchases of one day count as one, which the models do not know: totals are foretold some 1.5 % too high.
    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000})
    @Tag("study")
    void where_some_buy_twice_a_day_ranges_hold_less_often_the_more_customers_there_are(int size) {
        Coverage coverage = new Coverage(size, 1);
        run(coverage, coverage::run, SEEDS);

        coverage.groups.forEach(
                (group, tally) -> assertThat(tally.rate()).as(group).isGreaterThan(.70 - 2.6 * tally.standardError()));
    }

    /// A floor that breaks when ranges are far too narrow.
    @Test
    @Tag("slow")
    void ranges_are_not_far_too_narrow() {
        Coverage coverage = new Coverage(1_000, 1);
        run(coverage, coverage::run, 20);

        coverage.groups.values().forEach(tally -> assertThat(tally.rate()).isGreaterThanOrEqualTo(.5));
        assertThat(coverage.held / coverage.customers).isCloseTo(coverage.promised / coverage.customers, within(.03));
    }

    private static void run(Coverage coverage, IntConsumer one, int seeds) {
        for (int seed = 0; seed < seeds; seed++) {
            one.accept(FROM + seed);
            if (seed % 50 == 49) {
                System.out.println(coverage);
            }
        }
    }
}
