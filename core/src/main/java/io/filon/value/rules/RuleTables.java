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
import java.util.stream.Collectors;

/// Makes the tables rules are read from, and the catalogue of everything a rule may ask of this workspace.
///
/// Needs what *intake* and *value* made. Events are the company's own under their names, and what its files say of
/// orders, returns, messages, tickets and deals under the names below.
public final class RuleTables {

    private static final List<String> SCRIPTS =
            List.of("rule_customers", "rule_facts", "rule_events", "rule_items", "rule_fact_names", "rule_properties");

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

    /// All that says how the tables are made.
    public static String text() {
        return scripts().stream().map(Script::text).collect(Collectors.joining("\n"));
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
        List<Property> found = store.query(
                Sql.of("select name, property, kind from rule_properties order by name, property"), Property.class);
        List<EventType> events = new ArrayList<>();
        KNOWN.forEach(type -> events.add(withOwn(type, found)));
        events.addAll(own(found));
        return new Catalogue(customers.table(), facts, events, segments);
    }

    private record Named(String name, boolean numbers) {}

    private List<Fact> dated() {
        return store.query(Sql.of("select name, numbers from rule_fact_names order by name"), Named.class).stream()
                .filter(named -> named.name.matches("[a-z][a-z0-9_]*\\.[a-z0-9_]+"))
                .map(named -> Fact.dated(
                        named.name,
                        isYesOrNo(named.name) ? FactType.FLAG : named.numbers ? FactType.NUMBER : FactType.TEXT))
                .toList();
    }

    private static boolean isYesOrNo(String name) {
        return name.startsWith("consent.") || name.startsWith("reach.");
    }

    private record Property(String name, String property, String kind) {}

    /// With what the company's own events say of the same.
    private static EventType withOwn(EventType type, List<Property> found) {
        if (found.stream().noneMatch(each -> each.name.equals(type.name()))) {
            return type;
        }
        List<EventType.Property> properties = new ArrayList<>(type.properties());
        properties(type.name(), found).stream()
                .filter(own ->
                        type.property(own.name()).isEmpty() && !own.name().equals("product_id"))
                .forEach(properties::add);
        return new EventType(type.name(), properties, type.items(), type.corrects());
    }

    private List<EventType> own(List<Property> found) {
        List<String> known = KNOWN.stream().map(EventType::name).toList();
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
                .forEach(each -> properties.add(new EventType.Property(each.property, type(each.kind))));
        return properties;
    }

    /// Columns of `rule_events`, whose names no other property can have.
    private static final List<String> COLUMNS = List.of(
            "customer_id",
            "customer_no",
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

    private static FactType type(String kind) {
        return switch (kind) {
            case "number" -> FactType.NUMBER;
            case "flag" -> FactType.FLAG;
            case "instant" -> FactType.INSTANT;
            default -> FactType.TEXT;
        };
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
