package io.filon.intake.load;

import static io.filon.intake.load.Field.text;
import static io.filon.intake.load.Field.typed;

import io.filon.intake.plan.Role;
import io.filon.store.Sql;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is read from files of events. Of many events, reading the JSON costs most: all that later stages ask of it is
/// taken out here, in one look at the properties and one at the context.
final class EventLayout {

    /// The names trackers give them: Segment's first, then Google Analytics', then what home-made logs say.
    private static final List<String> PROPERTIES = List.of(
            "order_id",
            "transaction_id",
            "total",
            "revenue",
            "value",
            "tax",
            "shipping",
            "coupon",
            "product_id",
            "sku",
            "item_id",
            "items[0].item_id",
            "category",
            "item_category",
            "items[0].item_category",
            "price",
            "results",
            "result_count",
            "load_ms",
            "filters[0].type",
            "feature",
            "utm_source",
            "source",
            "page_location",
            "url",
            "page_referrer",
            "referrer",
            "device_category",
            "user_agent",
            "userAgent");

    /// What else they call an order's number and its amount. Each name costs when it is looked for in every event, so
    /// these are looked for in purchases only.
    private static final List<String> OF_ORDERS = List.of("orderId", "OrderId", "order_number", "$value", "amount");

    private static final List<String> CONTEXT =
            List.of("device.type", "page.url", "page.referrer", "campaign.source", "userAgent");

    private static final String PURCHASE = "lower(name) in (%s)"
            .formatted(Sql.literals(List.of(
                    "order completed",
                    "order_completed",
                    "completed order",
                    "order placed",
                    "order_placed",
                    "placed order",
                    "placed_order",
                    "checkout completed",
                    "checkout_completed",
                    "purchase",
                    "purchased",
                    "purchase completed",
                    "purchase_completed",
                    "transaction",
                    "buy",
                    "compra",
                    "compra realizada",
                    "compra completada",
                    "pedido realizado",
                    "pedido completado")));

    private static final String ROBOT =
            "bot|crawl|spider|slurp|headless|lighthouse|pingdom|uptime|monitor|scrapy|curl/|wget|python-|java/|okhttp/0";

    static final Layout LAYOUT = new Layout("in_events", fields(), derived(), columns(), List.of());

    /// The same table without the JSON: see [Keeping#FOR_THE_AUDIT].
    static final Layout WITHOUT_JSON = withoutJson();

    private EventLayout() {}

    /// Orders that only events tell of, as rows beside those of order files: what the last event says of each.
    static Sql orders(ZoneId zone) {
        return Sql.of("""
                insert into in_order_lines (source_id, row_no, merged, level, order_id, customer_key, email,
                    ordered_on, ordered_at, channel, order_total, order_tax, shipping_charged, coupon, amount, is_return)
                select
                    source_id, rowid, false, 'event', order_id, customer_key, email,
                    day_in(occurred_at, ?), occurred_at, channel,
                    order_total, order_tax, order_shipping, coupon,
                    case when order_total is null then coalesce(order_revenue, amount) else order_revenue end, false
                from in_events
                where %s and order_id is not null and not merged
                    and not exists (select 1 from in_order_lines where in_order_lines.order_id = in_events.order_id)
                qualify row_number() over (
                    partition by order_id order by occurred_at desc nulls last, source_id desc, rowid desc) = 1
                """.formatted(PURCHASE), zone.getId());
    }

    /// Where no file lists orders and events give them no number: each product bought is a line of its visit's order.
    static Sql purchases(ZoneId zone) {
        return Sql.of("""
                insert into in_order_lines (source_id, row_no, merged, level, order_id, customer_key, email,
                    ordered_on, ordered_at, channel, product_id, category, quantity, amount, is_return)
                select
                    source_id, rowid, false, 'line',
                    coalesce(session_id, concat_ws(' ', customer_key, day_in(occurred_at, ?))),
                    customer_key, email, day_in(occurred_at, ?), occurred_at, channel,
                    product_id, category, 1, amount, false
                from in_events
                where %s and not merged
                    and order_id is null and product_id is not null and amount is not null and customer_key is not null
                    and not exists (select 1 from in_order_lines)
                """.formatted(PURCHASE), zone.getId(), zone.getId());
    }

    /// Purchases that made no order, by the file that tells them: `source_id`, `purchases`.
    static Sql unnumbered() {
        return Sql.of("""
                select source_id, count(*) as purchases
                from in_events
                where %s and not merged and order_id is null and not exists (select 1 from in_order_lines)
                group by source_id
                order by source_id
                """.formatted(PURCHASE));
    }

    private static List<Field> fields() {
        return List.of(
                text(Role.EVENT_ID),
                text(Role.CUSTOMER_ID),
                typed(As.EMAIL, Role.EMAIL),
                typed(As.PHONE, Role.PHONE),
                text(Role.ANONYMOUS_ID),
                text(Role.EVENT_NAME, Role.PAGE, Role.TOUCH_KIND).named("name").required(),
                typed(As.INSTANT, Role.OCCURRED_AT, Role.SENT_AT, Role.CREATED_AT)
                        .named("occurred_at")
                        .required(),
                text(Role.SESSION_ID),
                text(Role.CHANNEL, Role.SOURCE).named("channel"),
                text(Role.DEVICE),
                text(Role.PAGE),
                text(Role.ORDER_ID),
                text(Role.PRODUCT_ID, Role.PRODUCT),
                typed(As.MONEY, Role.AMOUNT, Role.ORDER_TOTAL, Role.UNIT_PRICE).named("amount"),
                text(Role.PROPERTIES),
                text(Role.CONTEXT));
    }

    private static List<String> derived() {
        return List.of(
                "(%s or name in ('Order Refunded', 'Order Cancelled', 'Order Updated')) as of_order"
                        .formatted(PURCHASE),
                "(name like 'Product %' or name in ('view_item', 'add_to_cart', 'remove_from_cart')) as of_product",
                look("{properties}", PROPERTIES) + " as told",
                "case when of_order then %s end as also_told".formatted(look("{properties}", OF_ORDERS)),
                look("context", CONTEXT) + " as seen");
    }

    private static String look(String json, List<String> names) {
        return "try(json_extract_string(%s, %s))"
                .formatted(
                        json,
                        names.stream()
                                .map(name -> Sql.literal("$." + (name.startsWith("$") ? "\"" + name + "\"" : name)))
                                .collect(Collectors.joining(", ", "[", "]")));
    }

    /// The first of these properties that an event has.
    private static String told(String... names) {
        return first("told", PROPERTIES, names);
    }

    /// The first of these properties that a purchase has.
    private static String alsoTold(String... names) {
        return first("also_told", OF_ORDERS, names);
    }

    private static String first(String looked, List<String> of, String... names) {
        return Stream.of(names)
                .map(name -> "%s[%d]".formatted(looked, of.indexOf(name) + 1))
                .collect(Collectors.joining(", ", "coalesce(", ")"));
    }

    private static String seen(String name) {
        return "seen[%d]".formatted(CONTEXT.indexOf(name) + 1);
    }

    private static String ofOrder(String told) {
        return "case when of_order then %s end".formatted(told);
    }

    private static String money(String told) {
        return "try_cast(%s as decimal(18, 4))".formatted(told);
    }

    private static String host(String address) {
        return "nullif(regexp_extract(%s, '^[a-z]+://(?:www\\.)?([^/:?#]+)', 1), '')".formatted(address);
    }

    private static Layout withoutJson() {
        List<Layout.Column> columns = columns().stream()
                .map(column -> switch (column.name()) {
                    case "properties", "context" -> Layout.column(column.name() + " varchar = cast(null as varchar)");
                    default -> column;
                })
                .toList();
        return new Layout("in_events", fields(), derived(), columns, List.of());
    }

    private static List<Layout.Column> columns() {
        return Stream.of(
                        "event_id varchar = coalesce(event_id, {row_id})",
                        "customer_key varchar = coalesce(customer_id, email, phone)",
                        "email varchar",
                        "phone varchar",
                        "anonymous_id varchar",
                        "name varchar",
                        "occurred_at timestamp with time zone",
                        "session_id varchar",
                        "channel varchar",
                        "device varchar = coalesce(device, %s, %s)"
                                .formatted(seen("device.type"), told("device_category")),
                        "page varchar = coalesce(page, %s, %s)"
                                .formatted(seen("page.url"), told("page_location", "url")),
                        "order_id varchar = coalesce(order_id, %s, %s)"
                                .formatted(
                                        ofOrder(told("order_id", "transaction_id")),
                                        alsoTold("orderId", "OrderId", "order_number")),
                        "product_id varchar = coalesce(product_id, case when of_product then %s end)"
                                .formatted(told("product_id", "sku", "item_id", "items[0].item_id")),
                        "amount decimal(18, 4) = coalesce(amount, case when of_order then coalesce(%s, %s) when of_product then %s end)"
                                .formatted(
                                        money(told("total", "revenue", "value")),
                                        money(alsoTold("$value", "amount")),
                                        money(told("price"))),
                        "category varchar = " + told("category", "item_category", "items[0].item_category"),
                        "source varchar = coalesce(%s, %s, %s)"
                                .formatted(
                                        told("utm_source", "source"),
                                        seen("campaign.source"),
                                        host("coalesce(%s, %s)"
                                                .formatted(told("page_referrer", "referrer"), seen("page.referrer")))),
                        "feature varchar = " + told("feature", "filters[0].type"),
                        "results double = try_cast(%s as double)".formatted(told("results", "result_count")),
                        "load_seconds double = try_cast(%s as double) / 1000".formatted(told("load_ms")),
                        "is_robot boolean = regexp_matches(lower(coalesce(%s, %s)), %s)"
                                .formatted(seen("userAgent"), told("user_agent", "userAgent"), Sql.literal(ROBOT)),
                        "order_total decimal(18, 4) = " + ofOrder(money(told("total"))),
                        "order_tax decimal(18, 4) = " + ofOrder(money(told("tax"))),
                        "order_shipping decimal(18, 4) = " + ofOrder(money(told("shipping"))),
                        "order_revenue decimal(18, 4) = coalesce(%s, %s)"
                                .formatted(
                                        ofOrder(money(told("revenue", "value"))), money(alsoTold("$value", "amount"))),
                        "coupon varchar = " + ofOrder(told("coupon")),
                        "properties varchar = {properties}",
                        "context varchar")
                .map(Layout::column)
                .toList();
    }
}
