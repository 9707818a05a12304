package io.filon.bench;

import static io.filon.bench.BehaviouralRules.EMAILS;
import static io.filon.bench.BehaviouralRules.ORDERS;
import static io.filon.bench.BehaviouralRules.VIEWS;
import static io.filon.bench.BehaviouralRules.abandoned;
import static io.filon.bench.BehaviouralRules.atLeast;
import static io.filon.bench.BehaviouralRules.compare;
import static io.filon.bench.BehaviouralRules.constant;
import static io.filon.bench.BehaviouralRules.last;
import static io.filon.bench.BehaviouralRules.since;
import static io.filon.bench.BehaviouralRules.sum;

import io.filon.rule.Condition;
import io.filon.rule.Events;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.NamedRule;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import io.filon.rule.check.CheckedRule;
import java.util.ArrayList;
import java.util.List;

/// A hundred rules as a shop keeps them: the twenty of [BehaviouralRules], and then interest in each category, habits
/// on each channel, answers to each campaign, and tiers of recency, frequency and money. Windows are the ones that
/// marketers use, so that conditions are shared as they are in life.
final class ShopRules {

    static final List<String> CATEGORIES =
            List.of("shoes", "shirts", "trousers", "coats", "bags", "jewellery", "home", "children");
    static final List<String> CHANNELS = List.of("app", "web", "shop", "phone");
    static final List<String> CAMPAIGNS = List.of("spring", "sales", "summer", "school", "black", "christmas");

    private ShopRules() {}

    static List<CheckedRule> hundred() {
        List<Rule> rules = new ArrayList<>(BehaviouralRules.twenty(0));
        CATEGORIES.forEach(category -> rules.addAll(ofCategory(category)));
        CHANNELS.forEach(channel -> rules.addAll(ofChannel(channel)));
        CAMPAIGNS.forEach(campaign -> rules.addAll(ofCampaign(campaign)));
        rules.addAll(tiers());
        List<CheckedRule> checked = new ArrayList<>();
        for (Rule rule : rules) {
            checked.add(
                    CheckedRule.check(new NamedRule("rule " + checked.size(), rule), BehaviouralRules.CATALOGUE));
        }
        return checked;
    }

    private static List<Rule> ofCategory(String category) {
        Events viewed = where(VIEWS, "category", category);
        Events bought = where(ORDERS, "category", category);
        return List.of(
                atLeast(3, new Measure.Count(last(viewed, 30))),
                new Rule.All(List.of(
                        atLeast(3, new Measure.Count(last(viewed, 14))),
                        compare(new Measure.Count(last(bought, 30)), Operator.IS, 0))),
                atLeast(2, new Measure.Count(last(bought, 365))),
                atLeast(200, sum(last(bought, 365))));
    }

    private static List<Rule> ofChannel(String channel) {
        Filter on = new Filter.Property("channel", constant(Operator.IS, channel));
        return List.of(
                atLeast(1, new Measure.Count(last(ORDERS.where(on), 90))),
                new Condition.Has(
                        new Measure.Share(on, 3, last(ORDERS, 365)), constant(Operator.AT_LEAST, "60 %")),
                atLeast(1, new Measure.Count(last(VIEWS.where(on), 30))));
    }

    private static List<Rule> ofCampaign(String campaign) {
        Events opened = where(EMAILS, "campaign", campaign);
        return List.of(
                atLeast(1, new Measure.Count(last(opened, 30))),
                new Rule.All(List.of(
                        atLeast(1, new Measure.Count(last(opened, 14))),
                        compare(new Measure.Count(last(ORDERS, 14)), Operator.IS, 0))));
    }

    private static List<Rule> tiers() {
        List<Rule> tiers = new ArrayList<>();
        for (int days : List.of(45, 60, 120, 180, 270, 365)) {
            tiers.add(compare(since(ORDERS), Operator.ABOVE, days));
        }
        for (int orders : List.of(3, 4, 6, 8, 12)) {
            tiers.add(atLeast(orders, new Measure.Count(last(ORDERS, 365))));
        }
        for (int money : List.of(100, 250, 750, 1000, 1500)) {
            tiers.add(atLeast(money, sum(last(ORDERS, 365))));
        }
        for (int money : List.of(60, 80, 100)) {
            tiers.add(atLeast(money, new Measure.Total(Measure.Function.AVERAGE, "revenue", last(ORDERS, 365))));
        }
        tiers.add(compare(new Measure.Overdue(2, last(ORDERS, 365)), Operator.ABOVE, 3));
        tiers.add(atLeast(3, abandoned(24, 90)));
        tiers.add(atLeast(1, abandoned(2, 7)));
        tiers.add(atLeast(2, new Measure.Periods(Span.Unit.MONTH, 1, last(ORDERS, 365))));
        tiers.add(atLeast(5, new Measure.Count(last(VIEWS, 7))));
        return tiers;
    }

    private static Events where(Events events, String property, String value) {
        return events.where(new Filter.Property(property, constant(Operator.IS, value)));
    }
}
