package io.filon.behaviour.job;

import io.filon.rule.Catalogue;
import io.filon.rule.Condition;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.sql.RuleSql;
import java.util.ArrayList;
import java.util.List;

/// What a rule may ask of one session: columns of `session_evidence`.
public final class SessionFacts {

    /// How often something happened in a session.
    static final List<String> COUNTS = List.of(
            "events",
            "pages",
            "products",
            "categories",
            "most_of_one",
            "bought_before",
            "new_products",
            "lists",
            "searches",
            "empty_searches",
            "comparisons",
            "filters",
            "product_views",
            "cart_adds",
            "cart_removes",
            "cart_views",
            "wishlists",
            "reviews",
            "promotions",
            "coupons",
            "account_views",
            "checkouts",
            "shipping_steps",
            "payment_steps",
            "purchases",
            "downloads",
            "videos",
            "chats",
            "support_views",
            "errors",
            "slow_pages");

    private static final List<String> TEXTS =
            List.of("landing", "source", "channel", "device", "top_category", "feature", "reached", "outcome");

    public static final Catalogue CATALOGUE = new Catalogue("session_evidence", all());

    private SessionFacts() {}

    /// Whether one session alone tells it: nothing is ranked, nothing is about time.
    static boolean isOfOneSession(CheckedRule rule) {
        return RuleSql.readsFactsAlone(rule) && !ranks(rule.rule());
    }

    private static boolean ranks(Rule rule) {
        return switch (rule) {
            case Rule.All(List<Rule> rules) -> rules.stream().anyMatch(SessionFacts::ranks);
            case Rule.Any(List<Rule> rules) -> rules.stream().anyMatch(SessionFacts::ranks);
            case Rule.Not(Rule inner) -> ranks(inner);
            case Rule.Named(String _, Rule inner) -> ranks(inner);
            case Condition.Top _ -> true;
            case Rule.Everyone _, Rule.ExactlyOne _, Rule.AtLeast _, Rule.PersonTime _, Condition _ -> false;
        };
    }

    private static List<Fact> all() {
        List<Fact> facts = new ArrayList<>();
        COUNTS.forEach(name -> facts.add(Fact.of(name, FactType.COUNT)));
        TEXTS.forEach(name -> facts.add(Fact.of(name, FactType.TEXT)));
        facts.add(Fact.of("minutes", FactType.NUMBER));
        facts.add(Fact.of("hour", FactType.COUNT));
        facts.add(Fact.of("weekday", FactType.COUNT));
        facts.add(Fact.of("month", FactType.COUNT));
        return facts;
    }
}
