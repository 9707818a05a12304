package io.filon.intake.load;

import static io.filon.intake.load.Field.text;
import static io.filon.intake.load.Field.typed;

import io.filon.intake.plan.Role;
import io.filon.store.Sql;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is read from files of events. Reading JSON is what costs when there are many: of what a tracker keeps inside it
/// only orders are taken out here, in one look; device, page and product are when somebody asks `events` for them.
final class EventLayout {

    private static final List<String> ORDER_PROPERTIES =
            List.of("order_id", "transaction_id", "total", "revenue", "value", "tax", "shipping", "coupon");

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
                    order_total, order_tax, order_shipping, coupon, order_revenue, false
                from in_events
                where name in ('Order Completed', 'purchase') and order_id is not null and not merged
                    and not exists (select 1 from in_order_lines where in_order_lines.order_id = in_events.order_id)
                qualify row_number() over (
                    partition by order_id order by occurred_at desc nulls last, source_id desc, rowid desc) = 1
                """, zone.getId());
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
        String look = ORDER_PROPERTIES.stream()
                .map(name -> Sql.literal("$." + name))
                .collect(Collectors.joining(", ", "[", "]"));
        return List.of(
                "name in ('Order Completed', 'Order Refunded', 'Order Cancelled', 'Order Updated', 'purchase') as of_order",
                "case when of_order and json_valid(properties) then json_extract_string(properties, %s) end as told"
                        .formatted(look));
    }

    /// The first of these properties that an event of an order has.
    private static String told(String... names) {
        return Stream.of(names)
                .map(name -> "told[%d]".formatted(ORDER_PROPERTIES.indexOf(name) + 1))
                .collect(Collectors.joining(", ", "coalesce(", ")"));
    }

    private static String money(String told) {
        return "try_cast(%s as decimal(18, 4))".formatted(told);
    }

    private static Layout withoutJson() {
        List<String> derived = new ArrayList<>(derived());
        derived.add("try(json_extract_string(context, ['$.device.type', '$.page.url'])) as seen");
        List<Layout.Column> columns = columns().stream()
                .map(column -> switch (column.name()) {
                    case "device" -> Layout.column("device varchar = coalesce(device, seen[1])");
                    case "page" -> Layout.column("page varchar = coalesce(page, seen[2])");
                    case "properties", "context" -> Layout.column(column.name() + " varchar = cast(null as varchar)");
                    default -> column;
                })
                .toList();
        return new Layout("in_events", fields(), derived, columns, List.of());
    }

    private static List<Layout.Column> columns() {
        return Stream.of(
                        "event_id varchar = coalesce(event_id, {row_id})",
                        "customer_key varchar = coalesce(customer_id, email, phone)",
                        "email varchar",
                        "anonymous_id varchar",
                        "name varchar",
                        "occurred_at timestamp with time zone",
                        "session_id varchar",
                        "channel varchar",
                        "device varchar",
                        "page varchar",
                        "order_id varchar = coalesce(order_id, %s)".formatted(told("order_id", "transaction_id")),
                        "product_id varchar",
                        "amount decimal(18, 4) = coalesce(amount, %s)"
                                .formatted(money(told("total", "revenue", "value"))),
                        "order_total decimal(18, 4) = " + money(told("total")),
                        "order_tax decimal(18, 4) = " + money(told("tax")),
                        "order_shipping decimal(18, 4) = " + money(told("shipping")),
                        "order_revenue decimal(18, 4) = " + money(told("revenue", "value")),
                        "coupon varchar = " + told("coupon"),
                        "properties varchar = {properties}",
                        "context varchar")
                .map(Layout::column)
                .toList();
    }
}
