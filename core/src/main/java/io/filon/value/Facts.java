package io.filon.value;

import io.filon.rule.Catalogue;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import java.util.ArrayList;
import java.util.List;

/// What a rule may ask of one customer: the columns of `customer_facts`, by the names rules use.
///
/// "Window" is the star window of the settings, a year unless the history is shorter; `…_12m` are always 365 days.
public final class Facts {

    /// Everything, stars known.
    public static final Catalogue CUSTOMER = new Catalogue("customer_facts", withStars());

    /// What is known before the stars are: the table the star rule runs on.
    static final Catalogue PURCHASE = new Catalogue("purchase_facts", beforeStars());

    private Facts() {}

    private static List<Fact> beforeStars() {
        return List.of(
                new Fact("first_ordered_on", FactType.DATE, "first_order_on"),
                new Fact("last_ordered_on", FactType.DATE, "last_order_on"),
                Fact.of("created_on", FactType.DATE),
                Fact.of("tenure_days", FactType.DAYS),
                Fact.of("days_since_last_order", FactType.DAYS),
                new Fact("orders", FactType.COUNT, "orders_total"),
                Fact.of("order_days", FactType.COUNT),
                new Fact("revenue", FactType.MONEY, "revenue_total"),
                new Fact("net", FactType.MONEY, "net_total"),
                new Fact("returns", FactType.COUNT, "returns_total"),
                new Fact("tickets", FactType.COUNT, "tickets_total"),
                Fact.of("orders_window", FactType.COUNT),
                Fact.of("net_window", FactType.MONEY),
                Fact.of("orders_12m", FactType.COUNT),
                Fact.of("revenue_12m", FactType.MONEY),
                Fact.of("net_12m", FactType.MONEY),
                Fact.of("orders_last_active", FactType.COUNT),
                Fact.of("net_last_active", FactType.MONEY),
                Fact.of("discount_share", FactType.SHARE),
                Fact.of("return_share", FactType.SHARE),
                Fact.of("usual_gap_days", FactType.DAYS),
                Fact.of("hiatus_gaps", FactType.NUMBER),
                Fact.of("hiatus_of_dormancy", FactType.NUMBER),
                Fact.of("present_whole_window", FactType.FLAG),
                Fact.of("usually_reorders", FactType.FLAG),
                Fact.of("has_contract", FactType.FLAG),
                Fact.of("satisfaction", FactType.SHARE),
                Fact.of("acquisition_channel", FactType.TEXT),
                Fact.of("country", FactType.TEXT),
                Fact.of("region", FactType.TEXT),
                Fact.of("city", FactType.TEXT),
                Fact.of("gender", FactType.TEXT),
                new Fact("age", FactType.COUNT, "age_years"));
    }

    private static List<Fact> withStars() {
        List<Fact> facts = new ArrayList<>(beforeStars());
        facts.add(Fact.of("star", FactType.FLAG));
        facts.add(Fact.of("star_when_active", FactType.FLAG));
        return facts;
    }
}
