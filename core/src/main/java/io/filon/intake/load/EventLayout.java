package io.filon.intake.load;

import static io.filon.intake.load.Field.text;
import static io.filon.intake.load.Field.typed;

import io.filon.intake.plan.Role;
import io.filon.store.Sql;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// What is read from files of events. Reading JSON is what costs when there are many: of what a tracker keeps inside it
/// only orders are taken out here; device, page and product are when somebody asks `events` for them.
final class EventLayout {

    static final Layout LAYOUT = new Layout("in_events", fields(), derived(), columns(), List.of());

    private EventLayout() {}

    /// Orders that the events of a source tell of, as rows beside those of order files.
    static Sql orders(String sourceId, ZoneId zone) {
        return Sql.of("""
                insert into in_order_lines (source_id, row_no, merged, level, order_id, customer_key, email,
                    ordered_on, ordered_at, channel, order_total, order_tax, shipping_charged, coupon, amount, is_return)
                select
                    source_id, rowid, false, 'event', order_id, customer_key, email,
                    day_in(occurred_at, ?), occurred_at, channel,
                    try_cast(property(properties, 'total') as decimal(18, 4)),
                    try_cast(property(properties, 'tax') as decimal(18, 4)),
                    try_cast(property(properties, 'shipping') as decimal(18, 4)),
                    property(properties, 'coupon'),
                    try_cast(coalesce(property(properties, 'revenue'), property(properties, 'value')) as decimal(18, 4)),
                    false
                from in_events
                where source_id = ? and name in ('Order Completed', 'purchase') and order_id is not null
                """, zone.getId(), sourceId);
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
                "name in ('Order Completed', 'Order Refunded', 'Order Cancelled', 'Order Updated', 'purchase') as of_order");
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
                        "order_id varchar = coalesce(order_id, case when of_order then "
                                + "coalesce(property(properties, 'order_id'), property(properties, 'transaction_id')) end)",
                        "product_id varchar",
                        "amount decimal(18, 4) = coalesce(amount, case when of_order then "
                                + "try_cast(coalesce(property(properties, 'total'), property(properties, 'revenue'), "
                                + "property(properties, 'value')) as decimal(18, 4)) end)",
                        "properties varchar = {properties}",
                        "context varchar")
                .map(Layout::column)
                .toList();
    }
}
