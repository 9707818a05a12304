package io.filon.value.rules;

import io.filon.rule.Catalogue;
import io.filon.rule.EventType;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Rule;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the tables rules are read from, and the catalogue of everything a rule may ask of this workspace.
///
/// Needs what *intake* and *value* made. Events are the company's own under their names, and what its files say of
/// orders, returns, messages, tickets and deals under the names below.
public final class RuleTables {

    private static final List<String> SCRIPTS = List.of("rule_customers", "rule_facts", "rule_events", "rule_items");

    private static final List<EventType.Property> ITEMS = List.of(
            new EventType.Property("product_id", FactType.TEXT),
            new EventType.Property("product", FactType.TEXT),
            new EventType.Property("category", FactType.TEXT),
            new EventType.Property("subcategory", FactType.TEXT),
            new EventType.Property("quantity", FactType.NUMBER),
            new EventType.Property("amount", FactType.MONEY),
            new EventType.Property("discount", FactType.MONEY));

    private static final EventType.Correction REFUND =
            new EventType.Correction("Order Completed", "order_id", List.of("revenue"));

    private static final List<EventType> KNOWN = List.of(
            new EventType(
                    "Order Completed",
                    List.of(
                            new EventType.Property("order_id", FactType.TEXT),
                            new EventType.Property("channel", FactType.TEXT),
                            new EventType.Property("coupon", FactType.TEXT),
                            new EventType.Property("payment_method", FactType.TEXT),
                            new EventType.Property("city", FactType.TEXT),
                            new EventType.Property("region", FactType.TEXT),
                            new EventType.Property("country", FactType.TEXT),
                            new EventType.Property("revenue", FactType.MONEY),
                            new EventType.Property("discount", FactType.MONEY),
                            new EventType.Property("shipping", FactType.MONEY),
                            new EventType.Property("units", FactType.NUMBER)),
                    ITEMS,
                    List.of()),
            new EventType(
                    "Order Refunded",
                    List.of(
                            new EventType.Property("order_id", FactType.TEXT),
                            new EventType.Property("revenue", FactType.MONEY),
                            new EventType.Property("reason", FactType.TEXT)),
                    List.of(),
                    List.of(REFUND)),
            message("Message Sent"),
            message("Message Opened"),
            message("Message Clicked"),
            message("Message Bounced"),
            message("Message Redeemed"),
            new EventType(
                    "Ticket Opened",
                    List.of(
                            new EventType.Property("order_id", FactType.TEXT),
                            new EventType.Property("channel", FactType.TEXT),
                            new EventType.Property("reason", FactType.TEXT),
                            new EventType.Property("satisfaction", FactType.SHARE))),
            deal("Deal Opened"),
            deal("Deal Won"),
            deal("Deal Lost"));

    private final Store store;

    public RuleTables(Store store) {
        this.store = store;
    }

    static List<Script> scripts() {
        return SCRIPTS.stream()
                .map(name -> Script.beside(RuleTables.class, name))
                .toList();
    }

    public void build() {
        scripts().forEach(store::build);
        if (store.tables().contains("behaviour_facts")) { // a later stage's, of an earlier run
            store.run(Sql.of("insert into rule_facts (customer_id, name, value, stated_at, source, seq) "
                    + "select customer_id, name, value, stated_at, 'computed', 1 from behaviour_facts "
                    + "order by name, customer_id"));
        }
    }

    /// What rules may ask, once the tables are made.
    ///
    /// @param segments whose recorded memberships may be asked, with their rules
    public Catalogue catalogue(Map<String, Rule> segments) {
        return catalogue(Facts.CUSTOMER, segments);
    }

    /// The same where the facts of a customer are in a table of their own.
    public Catalogue catalogue(Catalogue customers, Map<String, Rule> segments) {
        List<Fact> facts = new ArrayList<>(customers.facts());
        facts.addAll(dated());
        List<EventType> events = new ArrayList<>(KNOWN);
        events.addAll(own());
        return new Catalogue(customers.table(), facts, events, segments);
    }

    private record Named(String name, boolean numbers) {}

    private List<Fact> dated() {
        return store
                .query(
                        Sql.of("select name, bool_and(try_cast(value as double) is not null) as numbers from rule_facts"
                                + " where value is not null group by name order by name"),
                        Named.class)
                .stream()
                .filter(named -> named.name.matches("[a-z][a-z0-9_]*\\.[a-z0-9_]+"))
                .map(named ->
                        Fact.dated(named.name, named.name.startsWith("consent.") ? FactType.FLAG : type(named.numbers)))
                .toList();
    }

    private record Property(String name, String property, boolean numbers) {}

    private List<EventType> own() {
        List<String> known = KNOWN.stream().map(EventType::name).toList();
        List<Property> found = store.query(Sql.of("""
                        select name, property, bool_and(try_cast(property(properties, property) as double) is not null) as numbers
                        from (select name, properties, property_names(properties) as property
                            from rule_events where properties is not null) named
                        group by name, property
                        order by name, property"""), Property.class);
        return store
                .query(Sql.of("select name, true as numbers from rule_events group by name order by name"), Named.class)
                .stream()
                .map(Named::name)
                .filter(name -> !known.contains(name))
                .map(name -> new EventType(name, properties(name, found)))
                .toList();
    }

    private static List<EventType.Property> properties(String event, List<Property> found) {
        List<EventType.Property> properties = new ArrayList<>(List.of(
                new EventType.Property("session_id", FactType.TEXT),
                new EventType.Property("channel", FactType.TEXT),
                new EventType.Property("device", FactType.TEXT),
                new EventType.Property("page", FactType.TEXT),
                new EventType.Property("order_id", FactType.TEXT),
                new EventType.Property("product_id", FactType.TEXT),
                new EventType.Property("revenue", FactType.MONEY)));
        List<String> taken = COLUMNS;
        found.stream()
                .filter(each -> each.name.equals(event)
                        && !each.property.isBlank()
                        && !each.property.startsWith("items.")
                        && !taken.contains(each.property))
                .forEach(each -> properties.add(new EventType.Property(each.property, type(each.numbers))));
        return properties;
    }

    /// Columns of `rule_events`, whose names no other property can have.
    private static final List<String> COLUMNS = List.of(
            "customer_id",
            "event_id",
            "name",
            "occurred_at",
            "seq",
            "time",
            "order_id",
            "channel",
            "coupon",
            "payment_method",
            "city",
            "region",
            "country",
            "revenue",
            "discount",
            "shipping",
            "units",
            "campaign",
            "reason",
            "satisfaction",
            "session_id",
            "device",
            "page",
            "product_id",
            "properties");

    private static FactType type(boolean numbers) {
        return numbers ? FactType.NUMBER : FactType.TEXT;
    }

    private static EventType message(String name) {
        return new EventType(
                name,
                List.of(
                        new EventType.Property("campaign", FactType.TEXT),
                        new EventType.Property("channel", FactType.TEXT)));
    }

    private static EventType deal(String name) {
        return new EventType(
                name,
                List.of(
                        new EventType.Property("channel", FactType.TEXT),
                        new EventType.Property("product_id", FactType.TEXT),
                        new EventType.Property("revenue", FactType.MONEY)));
    }
}
