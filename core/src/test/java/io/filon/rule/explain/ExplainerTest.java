package io.filon.rule.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.NamedRule;
import io.filon.rule.RandomConditions;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.SegmentCost;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.reference.History;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant NOW = Instant.parse("2024-03-20T12:00:00Z");

    @Test
    void says_what_is_missing_and_which_events_count() {
        Explanation.Part part = explain("{did: Order Completed, times: '>= 3', window: {last: 30 days}}");

        assertThat(part.holds()).isFalse();
        assertThat(part.gap()).isEqualTo(new Explanation.Gap.Missing(new BigDecimal("2"), false));
        assertThat(part.events()).extracting(Explanation.Counted::id).containsExactly("b");
    }

    @Test
    void says_when_a_condition_turns_by_itself_over_the_change_of_clocks() {
        Explanation.Part part = explain("{did: Order Completed, times: '>= 1', window: {last: 30 days}}");

        assertThat(part.holds()).isTrue();
        // 1 March 10:00 in Madrid is winter time; 31 March 10:00 is summer time
        assertThat(part.flip()).isEqualTo(new Explanation.Flip.At(Instant.parse("2024-03-31T08:00:00Z")));
    }

    @Test
    void over_two_is_three_of_what_is_counted_and_any_more_of_money() {
        assertThat(explain("{did: Order Completed, times: '> 2'}").gap())
                .isEqualTo(new Explanation.Gap.Missing(BigDecimal.ONE, false));
        assertThat(explain("{sum: revenue, of: Order Completed, above: 25}").gap())
                .isEqualTo(new Explanation.Gap.Missing(new BigDecimal("5"), true));
        assertThat(explain("{did: Order Completed, times: '< 2'}").gap())
                .isEqualTo(new Explanation.Gap.Excess(BigDecimal.ONE, false));
        assertThat(explain("{did: Order Completed, times: 3 .. 5}").gap())
                .isEqualTo(new Explanation.Gap.Missing(BigDecimal.ONE, false));
    }

    @Test
    void what_rests_on_others_is_asked_of_them() {
        Explanation.Part part = explain("{top: {fact: points, share: 10 %}}");

        assertThat(part.holds()).isTrue();
        assertThat(part.flip()).isEqualTo(new Explanation.Flip.Unknown());
    }

    @Test
    void the_cost_of_a_count_is_its_instants_for_the_length_of_its_window() {
        SegmentCost cost =
                SegmentCost.of(checked("{did: Order Completed, times: '>= 3', window: {last: 30 days}}"), MADRID);

        assertThat(cost.lines()).singleElement().satisfies(line -> {
            assertThat(line.keeps()).isEqualTo(SegmentCost.Keeps.INSTANTS);
            assertThat(line.bytesPerEvent()).isEqualTo(8);
            assertThat(line.days()).isEqualTo(33);
        });
    }

    private static Explanation.Part explain(String rule) {
        return whole(rule).part();
    }

    private static Explanation whole(String rule) {
        History history = new History(
                "ana",
                "",
                "",
                List.of(),
                List.of(order("a", "2024-01-01T09:00:00Z"), order("b", "2024-03-01T09:00:00Z")),
                List.of());
        return Explainer.explain(checked(rule), history, NOW, MADRID, (condition, personal) -> true);
    }

    private static CheckedRule checked(String rule) {
        NamedRule named = RuleYaml.parse("{name: x, rule: %s}".formatted(rule));
        return CheckedRule.check(named, RandomConditions.CATALOGUE);
    }

    private static History.Event order(String id, String at) {
        return new History.Event(
                id, "Order Completed", Instant.parse(at), Map.of("revenue", BigDecimal.TEN), List.of());
    }
}
