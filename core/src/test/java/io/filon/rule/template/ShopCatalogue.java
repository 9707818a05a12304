package io.filon.rule.template;

import io.filon.rule.Catalogue;
import io.filon.rule.EventType;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Rule;
import java.util.List;
import java.util.Map;

/// What an online shop that keeps events knows: the names the demo shop writes, and those of mail, help desk and app.
public final class ShopCatalogue {

    private static final List<EventType.Property> VISIT =
            List.of(text("product_id"), text("category"), text("channel"), text("session_id"), text("cart_id"));

    private static final List<EventType.Property> MAIL = List.of(text("campaign"));

    private static final List<EventType.Property> ORDER = List.of(
            text("order_id"),
            text("cart_id"),
            text("session_id"),
            text("channel"),
            text("delivery"),
            text("coupon"),
            of("revenue", FactType.MONEY),
            of("discount", FactType.MONEY),
            of("gift", FactType.FLAG),
            of("tags", FactType.LIST),
            of("deadline", FactType.INSTANT),
            of("ship_to", FactType.PLACE));

    private static final List<EventType.Property> ITEM =
            List.of(text("product_id"), text("category"), of("price", FactType.MONEY), of("quantity", FactType.COUNT));

    public static final Catalogue CATALOGUE = new Catalogue(
            "customer_facts",
            List.of(
                    Fact.of("net_12m", FactType.MONEY),
                    Fact.of("orders_12m", FactType.COUNT),
                    Fact.of("margin_share", FactType.SHARE),
                    Fact.of("predicted_value", FactType.MONEY),
                    Fact.of("churn_risk", FactType.SHARE),
                    Fact.of("next_order_on", FactType.DATE),
                    Fact.of("score", FactType.NUMBER),
                    Fact.of("customer_type", FactType.TEXT),
                    Fact.of("country", FactType.TEXT),
                    Fact.of("known", FactType.FLAG),
                    Fact.dated("city", FactType.TEXT),
                    Fact.dated("life_stage", FactType.TEXT),
                    Fact.dated("answer.lifestage", FactType.TEXT),
                    Fact.dated("created_on", FactType.DATE),
                    Fact.dated("birth_on", FactType.DATE),
                    Fact.dated("likes", FactType.LIST),
                    Fact.dated("home", FactType.PLACE),
                    Fact.dated("consent.email", FactType.FLAG),
                    Fact.dated("reach.email", FactType.FLAG)),
            List.of(
                    new EventType("Order Completed", ORDER, ITEM, List.of()),
                    new EventType(
                            "Order Refunded",
                            List.of(ORDER.getFirst(), of("revenue", FactType.MONEY)),
                            List.of(),
                            List.of(new EventType.Correction("Order Completed", "order_id", List.of("revenue")))),
                    new EventType("Product Viewed", VISIT),
                    new EventType("Product List Viewed", VISIT),
                    new EventType("Product Added", VISIT),
                    new EventType("Checkout Started", VISIT),
                    new EventType("Products Searched", VISIT),
                    new EventType("Document Downloaded", List.of(text("document"))),
                    new EventType("Ticket Opened", List.of(text("channel"))),
                    new EventType("Message Sent", MAIL),
                    new EventType("Message Opened", MAIL),
                    new EventType("Message Clicked", MAIL),
                    new EventType("Message Bounced", MAIL),
                    new EventType("Email Delivered", MAIL),
                    new EventType("Email Opened", MAIL),
                    new EventType("Email Link Clicked", MAIL),
                    new EventType("Email Bounced", MAIL)),
            Map.of("Dormidos", new Rule.Everyone(), "Nuevos", new Rule.Everyone()));

    private ShopCatalogue() {}

    private static EventType.Property text(String name) {
        return of(name, FactType.TEXT);
    }

    private static EventType.Property of(String name, FactType type) {
        return new EventType.Property(name, type);
    }
}
