package io.filon.icp.claim;

import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.Rule;
import java.util.Set;

/// What a star customer is made of says nothing about star customers: it would only find itself again.
final class ByDefinition {

    private static final Set<String> FACTS = Set.of(
            "net",
            "net_window",
            "net_12m",
            "net_last_active",
            "orders",
            "order_days",
            "orders_window",
            "orders_12m",
            "orders_last_active",
            "revenue",
            "revenue_12m",
            "present_whole_window",
            "usually_reorders",
            "usual_gap_days",
            "days_since_last_order",
            "last_ordered_on",
            "hiatus_gaps",
            "hiatus_of_dormancy",
            "star",
            "star_when_active");

    private ByDefinition() {}

    static boolean asks(Rule rule) {
        return switch (rule) {
            case Rule.All all -> all.rules().stream().anyMatch(ByDefinition::asks);
            case Rule.Any any -> any.rules().stream().anyMatch(ByDefinition::asks);
            case Rule.ExactlyOne one -> one.rules().stream().anyMatch(ByDefinition::asks);
            case Rule.AtLeast some -> some.rules().stream().anyMatch(ByDefinition::asks);
            case Rule.Not not -> asks(not.rule());
            case Rule.Named named -> asks(named.rule());
            case Rule.PersonTime time -> asks(time.rule());
            case Rule.Everyone _ -> false;
            case Condition.Has has -> measures(has.measure());
            case Condition.HasBeen has -> FACTS.contains(has.fact().name());
            case Condition.Top top -> measures(top.measure());
            case Condition _ -> false;
        };
    }

    private static boolean measures(Measure measure) {
        return measure instanceof Measure.Fact fact && FACTS.contains(fact.name());
    }
}
