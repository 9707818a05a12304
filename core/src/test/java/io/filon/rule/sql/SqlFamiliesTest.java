package io.filon.rule.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.problem.FilonException;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Events;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.NamedRule;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.RandomConditions;
import io.filon.rule.RandomHistories;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.reference.History;
import io.filon.rule.reference.ReferenceEvaluator;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the generator of rules seldom or never writes, by the same comparison.
class SqlFamiliesTest {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Events ORDERS = Events.of("Order Completed");

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    private final List<History> base = new RandomHistories(random).histories(150);
    private final ReferenceEvaluator reference = new ReferenceEvaluator(base, RandomHistories.BRAND);

    @BeforeEach
    void load() {
        new HistoryTables(store).load(base);
    }

    @Test
    void stand_so_far_from_the_mean() {
        Measure spent = new Measure.Total(Measure.Function.SUM, "revenue", ORDERS);
        agree(has(new Measure.Standing(Measure.Scale.Z_SCORE, spent, new Rule.Everyone()), Operator.ABOVE, "0.3"));
    }

    @Test
    void count_quarters_and_years_in_a_row() {
        agree(has(new Measure.Periods(Span.Unit.QUARTER, 1, ORDERS), Operator.AT_LEAST, "2"));
        agree(has(new Measure.Streak(Span.Unit.QUARTER, ORDERS), Operator.AT_LEAST, "1"));
        agree(has(new Measure.Streak(Span.Unit.YEAR, ORDERS), Operator.AT_LEAST, "2"));
    }

    @Test
    void know_a_fact_when_the_event_happened_if_it_was_not_too_old_by_then() {
        for (Span span :
                List.of(new Span(1, Span.Unit.MONTH), new Span(30, Span.Unit.DAY), new Span(24, Span.Unit.HOUR))) {
            Filter known = told(new Window.Last(span));
            agree(has(new Measure.Count(ORDERS.where(known)), Operator.AT_LEAST, "1"));
            agree(new Rule.PersonTime(has(new Measure.Count(ORDERS.where(known)), Operator.AT_LEAST, "1")));
        }
    }

    @Test
    void ask_each_condition_only_of_whom_the_ones_before_have_left() {
        RandomConditions conditions = new RandomConditions(random);
        for (int i = 0; i < 12; i++) {
            List<Rule> rules = IntStream.range(0, random.nextInt(2, 5))
                    .mapToObj(_ -> conditions.rule(0))
                    .toList();
            agree(new Rule.All(rules));
            agree(new Rule.All(List.of(
                    rules.getFirst(), has(new Measure.Count(ORDERS), Operator.AT_LEAST, "1"), rules.getLast())));
        }
    }

    @Test
    void rank_among_everybody_and_not_among_those_other_conditions_leave() {
        Measure spent = new Measure.Total(Measure.Function.SUM, "revenue", ORDERS);
        agree(new Rule.All(List.of(
                has(new Measure.Count(ORDERS), Operator.AT_LEAST, "3"),
                new Condition.Top(spent, Condition.Side.LOWEST, HALF, HALF, new Rule.Everyone()),
                has(
                        new Measure.People(has(new Measure.Count(ORDERS), Operator.AT_MOST, "2")),
                        Operator.AT_LEAST,
                        "1"))));
    }

    @Test
    void count_nobody_whose_events_are_not_of_a_customer() {
        store.run(Sql.of("update rule_events set customer_no = null where customer_id = 'c001'"));
        store.run(Sql.of("delete from rule_customers where customer_id = 'c001'"));
        CheckedRule rule = checked(has(new Measure.Count(ORDERS), Operator.AT_LEAST, "1"));
        Asked asked = asked(RandomHistories.INSTANTS.getLast(), Set.of()).byNumber();
        assertThat(store.number(RuleSql.count(RuleSql.narrowing(rule, asked))))
                .isEqualTo(ids(rule, asked).size())
                .isEqualTo(reference.members(rule, RandomHistories.INSTANTS.getLast()).stream()
                        .filter(id -> !id.equals("c001"))
                        .count());
    }

    @Test
    void refuse_other_windows_before_an_event_in_words() {
        Filter known = told(new Window.Calendar(Span.Unit.MONTH, 1, 1));
        CheckedRule rule = checked(has(new Measure.Count(ORDERS.where(known)), Operator.AT_LEAST, "1"));
        assertThatThrownBy(() -> RuleSql.members(rule, asked(Instant.EPOCH, Set.of())))
                .isInstanceOf(FilonException.class);
    }

    @Test
    void find_the_same_where_properties_are_columns() {
        store.run(Sql.of("""
                create or replace table rule_events as
                select *, try_cast(property(properties, 'revenue') as decimal(18, 4)) as revenue from rule_events"""));
        CheckedRule rule =
                checked(has(new Measure.Total(Measure.Function.SUM, "revenue", ORDERS), Operator.ABOVE, "25"));
        for (Instant now : RandomHistories.INSTANTS) {
            assertThat(ids(rule, asked(now, Set.of("revenue")))).isEqualTo(reference.members(rule, now));
        }
    }

    private static Filter told(Window window) {
        return new Filter.Customer(new Measure.Fact("city", new Moment.Then(), List.of(), window), new Claim.Known());
    }

    private static Rule has(Measure measure, Operator operator, String constant) {
        return new Condition.Has(measure, new Claim.Compare(operator, new Operand.Constant(constant)));
    }

    private void agree(Rule rule) {
        CheckedRule checked = checked(rule);
        for (Instant now : RandomHistories.INSTANTS) {
            assertThat(ids(checked, asked(now, Set.of())))
                    .as("%s at %s", rule, now)
                    .isEqualTo(reference.members(checked, now));
        }
    }

    private static CheckedRule checked(Rule rule) {
        return CheckedRule.check(new NamedRule("Loyal", rule), RandomConditions.CATALOGUE);
    }

    private static Asked asked(Instant now, Set<String> columns) {
        return Asked.at(now, RandomHistories.BRAND, SqlAgreementTest.ZONES, columns);
    }

    private List<String> ids(CheckedRule rule, Asked asked) {
        return store.query(RuleSql.members(rule, asked), SqlAgreementTest.Member.class).stream()
                .map(SqlAgreementTest.Member::customerId)
                .toList();
    }
}
