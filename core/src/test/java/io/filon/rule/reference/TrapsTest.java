package io.filon.rule.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.RandomConditions;
import io.filon.rule.Range;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.LiveRules;
import io.filon.rule.read.RuleYaml;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What other products get wrong, each with our decision.
public class TrapsTest {

    private static Meaning ann() {
        return new Meaning();
    }

    @Test
    void the_last_24_hours_and_yesterday_are_two_different_things() {
        Meaning evening = ann().did("Product Viewed", "2024-05-10T22:00");
        assertThat(evening.holds("{did: Product Viewed, window: {last: 24 hours}}", "2024-05-11T21:59"))
                .isTrue();
        assertThat(evening.holds("{did: Product Viewed, window: {last: 24 hours}}", "2024-05-11T22:00"))
                .isFalse();
        assertThat(evening.holds("{did: Product Viewed, window: yesterday}", "2024-05-11T23:59"))
                .isTrue();
        assertThat(evening.holds("{did: Product Viewed, window: yesterday}", "2024-05-10T23:00"))
                .isFalse();
    }

    @Test
    void months_and_years_are_those_of_the_calendar() {
        assertThat(ann().did("Product Viewed", "2024-02-29T12:00")
                        .holds("{did: Product Viewed, window: {last: 1 month}}", "2024-03-31T11:59"))
                .isTrue();
        assertThat(ann().did("Product Viewed", "2024-02-29T12:00")
                        .holds("{did: Product Viewed, window: {last: 1 month}}", "2024-03-31T12:00"))
                .isFalse();
        assertThat(ann().did("Product Viewed", "2024-02-29T12:00")
                        .holds("{did: Product Viewed, window: {last: 1 year}}", "2025-02-28T12:00:01"))
                .isTrue();
    }

    @Test
    void a_day_is_as_long_as_the_clocks_make_it_and_24_hours_are_24_hours() {
        // 31 March 2024 has 23 hours in Madrid.
        Meaning before = ann().did("Product Viewed", "2024-03-30T12:30");
        assertThat(before.holds("{did: Product Viewed, window: {last: 1 day}}", "2024-03-31T12:15"))
                .isTrue();
        assertThat(before.holds("{did: Product Viewed, window: {last: 24 hours}}", "2024-03-31T13:15"))
                .isTrue();
        assertThat(before.holds("{did: Product Viewed, window: {last: 1 day}}", "2024-03-31T13:15"))
                .isFalse();
    }

    @Test
    void windows_one_after_another_neither_overlap_nor_leave_a_gap() {
        LocalDateTime now = LocalDateTime.parse("2024-03-31T12:00");
        Range last = Range.of(new Window.Last(new Span(30, Span.Unit.DAY)), now.atZone(Meaning.MADRID));
        Range earlier = Range.of(
                new Window.Ago(new Span(90, Span.Unit.DAY), new Span(30, Span.Unit.DAY)), now.atZone(Meaning.MADRID));
        assertThat(earlier.end()).isEqualTo(last.from());
        assertThat(last.contains(now.atZone(Meaning.MADRID).toInstant())).isTrue();
    }

    @Test
    void whoever_has_no_events_has_zero_of_them() {
        assertThat(ann().holds("{did: Order Completed, times: 0}", "2024-05-01T00:00"))
                .isTrue();
        assertThat(ann().holds("{did: Order Completed, times: \"< 1\"}", "2024-05-01T00:00"))
                .isTrue();
        assertThat(ann().holds("{sum: revenue, of: Order Completed, is: 0}", "2024-05-01T00:00"))
                .isTrue();
    }

    @Test
    void a_rule_may_be_nothing_but_a_negation() {
        assertThat(ann().holds("{not: {did: Order Completed}}", "2024-05-01T00:00"))
                .isTrue();
        assertThat(ann().holds("{any: [{not: {did: Order Completed}}, {stage: x}]}", "2024-05-01T00:00"))
                .isTrue();
    }

    @Test
    void the_zone_is_the_brands_unless_the_persons_is_asked_for() {
        Meaning mexican = ann().zone("America/Mexico_City").did("Product Viewed", "2024-05-10T03:00");
        assertThat(mexican.holds("{did: Product Viewed, where: {time: {day: [05-10]}}}", "2024-05-11T00:00"))
                .isTrue();
        assertThat(mexican.holds(
                        "{person_time: {did: Product Viewed, where: {time: {day: [05-09]}}}}", "2024-05-11T00:00"))
                .isTrue();
    }

    @Test
    void conditions_on_items_are_about_one_and_the_same_item() {
        Meaning basket = ann().order(
                        "2024-05-10T10:00",
                        "o1",
                        "35",
                        List.of(
                                Meaning.map("category", "baby", "price", new BigDecimal("10")),
                                Meaning.map("category", "home", "price", new BigDecimal("25"))));
        String both = "{did: Order Completed, where: {%s: {category: baby, price: \"%s\"}}}";
        assertThat(basket.holds(both.formatted("any_item", "> 20"), "2024-05-11T00:00"))
                .isFalse();
        assertThat(basket.holds(both.formatted("any_item", "< 20"), "2024-05-11T00:00"))
                .isTrue();
        assertThat(basket.holds(both.formatted("no_item", "> 20"), "2024-05-11T00:00"))
                .isTrue();
        assertThat(basket.holds(both.formatted("all_items", "< 20"), "2024-05-11T00:00"))
                .isFalse();
    }

    @Test
    void refunds_and_cancellations_do_not_count_unless_gross_is_chosen() {
        Meaning back = ann().order("2024-05-01T10:00", "o1", "30", List.of())
                .order("2024-05-02T10:00", "o2", "20", List.of())
                .order("2024-05-03T10:00", "o3", "50", List.of())
                .did("Order Refunded", "2024-05-04T10:00", "order_id", "o1", "revenue", new BigDecimal("10"))
                .did("Order Refunded", "2024-05-04T11:00", "order_id", "o2", "revenue", new BigDecimal("20"))
                .did("Order Cancelled", "2024-05-06T10:00", "order_id", "o3");
        assertThat(back.holds("{sum: revenue, of: Order Completed, is: 70}", "2024-05-05T00:00"))
                .isTrue();
        assertThat(back.holds("{did: Order Completed, times: 2}", "2024-05-05T00:00"))
                .isTrue();
        assertThat(back.holds("{did: Order Completed, times: 1}", "2024-05-07T00:00"))
                .isTrue();
        assertThat(back.holds("{sum: revenue, of: Order Completed, gross: true, is: 100}", "2024-05-07T00:00"))
                .isTrue();
    }

    @Test
    void a_fact_now_and_at_the_time_of_the_event_are_apart() {
        Meaning moved = ann().told("city", "2024-01-01T00:00", "home")
                .did("Product Viewed", "2024-02-01T00:00")
                .told("city", "2024-03-01T00:00", "away");
        String viewed = "{did: Product Viewed, where: {fact: city, as_of: %s, is: home}}";
        assertThat(moved.holds(viewed.formatted("then"), "2024-04-01T00:00")).isTrue();
        assertThat(moved.holds(viewed.formatted("now"), "2024-04-01T00:00")).isFalse();
        assertThat(moved.holds("{city: {as_of: 2024-02-10, is: home}}", "2024-04-01T00:00"))
                .isTrue();
        assertThat(moved.holds("{city: {is: away, for: 30 days}}", "2024-04-01T00:00"))
                .isTrue();
        assertThat(moved.holds("{city: {is: away, for: 40 days}}", "2024-04-01T00:00"))
                .isFalse();
    }

    @Test
    void late_events_count_when_they_happened_and_repeated_ones_once() {
        Meaning late = ann().did("Product Viewed", "2024-05-10T10:00")
                .did("Product Viewed", "2024-05-01T10:00")
                .again();
        assertThat(late.holds("{did: Product Viewed, times: 2}", "2024-05-11T00:00"))
                .isTrue();
        assertThat(late.holds("{did: Product Viewed, times: 1, window: {last: 7 days}}", "2024-05-11T00:00"))
                .isTrue();
        assertThat(Meaning.holds(
                        "{did: Product Viewed, times: 1}",
                        "2024-05-11T00:00",
                        late.history().arrived(1)))
                .isTrue();
    }

    @Test
    void a_basket_is_abandoned_when_the_24_hours_have_passed_without_any_event() {
        String rule = "{sequence: [{did: Product Added}, {not: Order Completed, within: 24 hours}], same: cart_id}";
        Meaning basket = ann().did("Product Added", "2024-05-10T10:00", "cart_id", "k1")
                .did("Product Added", "2024-05-10T10:05", "cart_id", "k1");
        assertThat(basket.holds(rule, "2024-05-11T09:59:59")).isFalse();
        assertThat(basket.holds(rule, "2024-05-11T10:00")).isTrue();
        assertThat(basket.holds(rule.replace("}], same", "}], times: 1, same"), "2024-06-01T00:00"))
                .isTrue();
        assertThat(basket.did("Order Completed", "2024-05-10T12:00", "cart_id", "k1")
                        .holds(rule, "2024-05-12T00:00"))
                .isFalse();
    }

    @Test
    void who_is_at_the_top_stays_within_the_band() {
        String rule = "{top: {fact: points, share: 10 %, keep: 100 %}}";
        History top = new History(
                "bea",
                "",
                "",
                List.of(new History.Stated("points", Instant.EPOCH, "observed", BigDecimal.TEN)),
                List.of(),
                List.of());
        Meaning second = ann().told("points", "2024-01-01T00:00", BigDecimal.ONE);
        assertThat(members(rule, List.of(top, second.history()))).containsExactly("bea");
        second.member("Loyal", "2024-02-01T00:00", "2024-12-01T00:00");
        assertThat(members(rule, List.of(top, second.history()))).containsExactly("bea", "ann");
    }

    private static List<String> members(String rule, List<History> base) {
        return new ReferenceEvaluator(base, Meaning.MADRID)
                .members(
                        io.filon.rule.check.CheckedRule.check(
                                io.filon.rule.read.RuleYaml.parse("name: Loyal\nrule: " + rule),
                                io.filon.rule.RandomConditions.CATALOGUE),
                        Meaning.instant("2024-06-01T00:00"));
    }

    @Test
    @Timeout(20)
    void an_expression_never_runs_away() {
        History ann = History.ofFacts("ann", Map.of("city", "a".repeat(50_000) + "!"));

        assertThat(Meaning.holds("{city: {matches: '^(a+)+$'}}", "2024-05-10T12:00", ann))
                .isFalse();
    }

    @Test
    void a_condition_that_cannot_be_kept_live_is_refused_by_name_and_answered_all_the_same() {
        CheckedRule rule = CheckedRule.check(
                RuleYaml.parse("{name: best, rule: {any: [{points: 7}, {top: {fact: points, share: 10 %}}]}}"),
                RandomConditions.CATALOGUE);
        History ann = History.ofFacts("ann", Map.of("points", BigDecimal.TEN));

        assertThat(LiveRules.problems(rule))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("rule.live_population"));
        assertThat(new ReferenceEvaluator(List.of(ann), Meaning.MADRID).members(rule, Instant.EPOCH.plusSeconds(1)))
                .containsExactly("ann");
    }
}
