package io.filon.bench;

import io.filon.rule.Catalogue;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.EventType;
import io.filon.rule.Events;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.NamedRule;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Behavioural rules as marketers keep them: counts, recency, sums, shares and abandoned baskets. Twenty of them, and
/// as many sets of twenty as wanted, each with other windows and bounds so that few conditions are shared.
final class BehaviouralRules {

    private static final List<EventType.Property> OF_PRODUCTS = List.of(
            new EventType.Property("category", FactType.TEXT),
            new EventType.Property("channel", FactType.TEXT),
            new EventType.Property("cart_id", FactType.TEXT));

    static final Catalogue CATALOGUE = new Catalogue(
            "customer_facts",
            List.of(),
            List.of(
                    new EventType(
                            "Order Completed",
                            Stream.concat(
                                            OF_PRODUCTS.stream(),
                                            Stream.of(new EventType.Property("revenue", FactType.MONEY)))
                                    .toList()),
                    new EventType("Product Added", OF_PRODUCTS),
                    new EventType("Product Viewed", OF_PRODUCTS),
                    new EventType("Email Opened", List.of(new EventType.Property("campaign", FactType.TEXT)))),
            Map.of());

    static final Events ORDERS = Events.of("Order Completed");
    static final Events ADDED = Events.of("Product Added");
    static final Events VIEWS = Events.of("Product Viewed");
    static final Events EMAILS = Events.of("Email Opened");

    private BehaviouralRules() {}

    static List<CheckedRule> of(int rules) {
        List<CheckedRule> checked = new ArrayList<>();
        for (int set = 0; checked.size() < rules; set++) {
            for (Rule rule : twenty(set)) {
                if (checked.size() < rules) {
                    checked.add(CheckedRule.check(new NamedRule("rule " + checked.size(), rule), CATALOGUE));
                }
            }
        }
        return checked;
    }

    static List<Rule> twenty(int set) {
        Events app = ORDERS.where(new Filter.Property("channel", constant(Operator.IS, "app")));
        return List.of(
                atLeast(2 + set, new Measure.Count(last(ORDERS, 90 - set))),
                new Rule.All(List.of(
                        compare(new Measure.Count(last(ORDERS, 90 - set)), Operator.IS, 0),
                        atLeast(3 + set, new Measure.Count(last(VIEWS, 30 - set))))),
                atLeast(100 + set, sum(last(ORDERS, 90 - set))),
                atLeast(500 + set, sum(last(ORDERS, 365 - set))),
                atLeast(40 + set, new Measure.Total(Measure.Function.AVERAGE, "revenue", last(ORDERS, 180 - set))),
                compare(since(ORDERS), Operator.ABOVE, 30 + set),
                compare(since(ORDERS), Operator.ABOVE, 90 + set),
                compare(since(last(VIEWS, 60)), Operator.AT_MOST, 7 + set),
                atLeast(1, abandoned(24 + set, 30)),
                atLeast(2, abandoned(24 + set, 60)),
                atLeast(1, new Measure.Count(last(VIEWS, 1 + set))),
                atLeast(10 + set, new Measure.Count(last(VIEWS, 30))),
                compare(new Measure.Count(last(VIEWS, 30 + set)), Operator.IS, 0),
                atLeast(1, new Measure.Count(last(EMAILS, 14 + set))),
                compare(new Measure.Count(last(EMAILS, 60 + set)), Operator.IS, 0),
                atLeast(1 + set, new Measure.Count(last(app, 90))),
                new Condition.Has(
                        new Measure.Share(
                                new Filter.Property("channel", constant(Operator.IS, "app")),
                                2,
                                last(ORDERS, 365 - set)),
                        constant(Operator.AT_LEAST, "50 %")),
                atLeast(3, new Measure.Periods(Span.Unit.WEEK, 1, last(VIEWS, 42 + set))),
                compare(new Measure.Overdue(2, last(ORDERS, 365)), Operator.ABOVE, 2 + set),
                new Rule.Not(atLeast(1, new Measure.Count(last(ADDED, 7 + set)))));
    }

    static Events last(Events events, int days) {
        return events.in(new Window.Last(new Span(Math.max(1, days), Span.Unit.DAY)));
    }

    static Measure sum(Events events) {
        return new Measure.Total(Measure.Function.SUM, "revenue", events);
    }

    static Measure since(Events events) {
        return new Measure.Since(Measure.End.LAST, Span.Unit.DAY, events);
    }

    static Measure abandoned(int hours, int days) {
        List<Sequence.Step> steps = List.of(
                new Sequence.Did(List.of("Product Added"), new Filter.Every(), 1, "", Span.NONE, Span.NONE),
                new Sequence.NotDone(List.of("Order Completed"), new Filter.Every(), new Span(hours, Span.Unit.HOUR)));
        return new Measure.Matches(new Sequence(
                steps, "cart_id", Sequence.Order.THEN, Span.NONE, new Window.Last(new Span(days, Span.Unit.DAY))));
    }

    static Rule atLeast(int bound, Measure measure) {
        return compare(measure, Operator.AT_LEAST, bound);
    }

    static Rule compare(Measure measure, Operator operator, int bound) {
        return new Condition.Has(measure, constant(operator, Integer.toString(bound)));
    }

    static Claim constant(Operator operator, String text) {
        return new Claim.Compare(operator, new Operand.Constant(text));
    }
}
