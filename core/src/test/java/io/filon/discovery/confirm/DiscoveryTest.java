package io.filon.discovery.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.discovery.PlantedTable;
import io.filon.discovery.confirm.Nulls.Shape;
import io.filon.discovery.search.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Discovery as its users meet it; how often it is right is for the studies.
class DiscoveryTest {

    private static final Wanted PAIRS = new Wanted(false, 2, 200, 0, 12, 2, 1);

    @Test
    void finds_most_planted_groups_of_an_unseen_table() {
        PlantedTable table = new PlantedTable(101, 20_000, 10);

        Recall recall = Recall.of(
                table,
                new Discovery(table.columns(), Target.of(table.profit()), new Wanted(false, 3, 200, 0, 8, 2, 1))
                        .confirmed());

        assertThat(recall.strong()).isPositive();
        // a wide floor for one seed; the study has the rates
        assertThat(recall.found()).isGreaterThanOrEqualTo(recall.strong() / 2);
        assertThat(recall.wrong()).isLessThanOrEqualTo(1 + recall.confirmed() / 5);
    }

    @Test
    void finds_next_to_nothing_where_there_is_nothing() {
        long confirmed = IntStream.range(0, 8)
                .filter(seed ->
                        Nulls.of(seed, 3000, 8, Shape.values()[seed % 2]).found(seed % 4 > 1).findings().stream()
                                .anyMatch(Finding::confirmed))
                .count();

        // 8 bases at 5 %: more than 3 happens once in 2,000 times
        assertThat(confirmed).isLessThanOrEqualTo(3);
    }

    @Test
    void one_true_condition_is_said_alone() {
        Nulls base = Nulls.of(2, 6000, 8, Shape.LOGNORMAL);
        String attribute = base.columns().stream()
                .filter(column -> column instanceof Column.Words)
                .findFirst()
                .orElseThrow()
                .name();

        List<Finding> confirmed = base.with(attribute, 0, 3).found(false).findings().stream()
                .filter(Finding::confirmed)
                .toList();

        assertThat(confirmed).extracting(Finding::rule).containsExactly(attribute + " = v0");
    }

    @Test
    void the_same_for_any_number_of_threads() {
        PlantedTable table = new PlantedTable(5, 8_000, 5);

        assertThat(said(table, 1)).isNotEmpty().isEqualTo(said(table, 3));
    }

    @Test
    void low_is_high_turned_around() {
        PlantedTable table = new PlantedTable(5, 8_000, 5);
        double[] turned = Arrays.stream(table.profit()).map(value -> -value).toArray();

        List<Finding> high = new Discovery(table.columns(), Target.of(table.profit()), PAIRS)
                .confirmed()
                .findings();
        List<Finding> low = new Discovery(table.columns(), Target.of(turned), new Wanted(true, 2, 200, 0, 12, 2, 1))
                .confirmed()
                .findings();

        assertThat(low)
                .extracting(Finding::rule)
                .isEqualTo(high.stream().map(Finding::rule).toList());
        assertThat(low)
                .extracting(Finding::mean)
                .isEqualTo(high.stream().map(finding -> -finding.mean()).toList());
    }

    @Test
    void one_huge_customer_makes_no_group() {
        Nulls base = Nulls.of(3, 4000, 8, Shape.LOGNORMAL);
        base.target()[17] = 1e7;

        assertThat(base.found(false).findings().stream().filter(Finding::confirmed))
                .isEmpty();
    }

    @Test
    void under_fifty_customers_nothing_is_inferred() {
        assertThat(Nulls.of(1, 40, 5, Shape.LOGNORMAL).found(false).findings()).isEmpty();
    }

    @Test
    void bounds_surround_the_mean_and_members_are_counted() {
        PlantedTable table = new PlantedTable(5, 8_000, 5);

        assertThat(new Discovery(table.columns(), Target.of(table.profit()), PAIRS)
                        .confirmed()
                        .findings())
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.mean()).isBetween(finding.low(), finding.high());
                    assertThat(finding.members()).hasSize(finding.customers());
                    assertThat(PlantedTable.members(table.columns(), finding.conditions()))
                            .isEqualTo(finding.members());
                });
    }

    private static List<String> said(PlantedTable table, int threads) {
        Wanted wanted = new Wanted(false, 3, 200, 0, 8, threads, 1);
        return new Discovery(table.columns(), Target.of(table.profit()), wanted)
                .confirmed().findings().stream()
                        .map(finding -> finding.rule() + finding.mean() + finding.low() + finding.pAdjusted())
                        .toList();
    }
}
