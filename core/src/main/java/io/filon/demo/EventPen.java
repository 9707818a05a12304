package io.filon.demo;

import io.filon.demo.shop.Almanac.Product;
import io.filon.demo.shop.Calendar;
import io.filon.demo.shop.Customer;
import io.filon.demo.shop.Order;
import io.filon.demo.shop.Order.Line;
import io.filon.demo.visit.Step;
import java.util.random.RandomGenerator;

/// Writes one visitor's events as Segment's clients send them: one JSON object a line.
///
/// @param app   sent by the app, else by the site
/// @param known logged in; else only the `anonymousId` is known
record EventPen(Rows rows, Calendar calendar, Customer customer, RandomGenerator random, boolean app, boolean known) {

    static final int DAY_SECONDS = 86_400;

    private static final double NOTHING_FOUND = 0.1;

    private static final byte[] MESSAGE = Rows.ascii("{\"messageId\":\"m-");
    private static final byte[] EVENT = Rows.ascii("\",\"type\":\"track\",\"event\":\"");
    private static final byte[] USER = Rows.ascii("\",\"userId\":\"");
    private static final byte[] ANONYMOUS = Rows.ascii("\",\"anonymousId\":\"a-");
    private static final byte[] TIME = Rows.ascii("\",\"timestamp\":\"");
    private static final byte[] PROPERTIES = Rows.ascii("Z\",\"properties\":{");
    private static final byte[] APP =
            Rows.ascii("},\"context\":{\"channel\":\"app\",\"device\":{\"type\":\"mobile\"}}}");
    private static final byte[] WEB =
            Rows.ascii("},\"context\":{\"channel\":\"web\",\"device\":{\"type\":\"desktop\"}}}");

    /// The name a browser carries, without its `a-`.
    static long browser(Customer customer) {
        return customer.number() * 0x9E3779B97F4A7C15L;
    }

    void listed(long at, String category, String source) {
        open("Product List Viewed", at, source)
                .text("\"category\":\"")
                .text(category)
                .put('"');
        close();
    }

    void viewed(long at, Product product, String source) {
        product(open("Product Viewed", at, source), product);
        close();
    }

    void added(long at, Product product, String cart, String source) {
        Rows row = open("Product Added", at, source);
        row.text("\"cart_id\":\"K").text(cart).text("\",\"quantity\":1,");
        product(row, product);
        close();
    }

    void checkout(long at, String cart) {
        open("Checkout Started", at, "").text("\"cart_id\":\"K").text(cart).put('"');
        close();
    }

    void completed(long at, Order order) {
        Rows row = open("Order Completed", at, "");
        row.text("\"order_id\":\"").text(order.id()).text("\",\"cart_id\":\"K").text(order.id());
        row.text("\",\"revenue\":").money(order.amount(), '.').text(",\"currency\":\"EUR\",\"products\":[");
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            row.text(i == 0 ? "{" : ",{");
            product(row, line.product());
            row.text(",\"quantity\":").number(line.quantity()).put('}');
        }
        row.put(']');
        close();
    }

    /// What a visitor does besides looking, buying and going through lists.
    void did(long at, Step step, Product product, String source) {
        Rows row = open(step.event, at, source);
        switch (step) {
            case SEARCH ->
                row.text("\"query\":\"")
                        .text(product.name())
                        .text("\",\"results\":")
                        .number(random.nextDouble() < NOTHING_FOUND ? 0 : 1 + random.nextInt(40));
            case FILTER ->
                row.text("\"category\":\"")
                        .text(product.category())
                        .text("\",\"filters\":[{\"type\":\"")
                        .text(random.nextBoolean() ? "precio" : "marca")
                        .text("\"}]");
            case COMPARE, REVIEW, DOWNLOAD, VIDEO, WISHLIST, REMOVAL -> product(row, product);
            case PROMOTION, ACCOUNT, SUPPORT, CHAT, COUPON ->
                row.text("\"name\":\"").text(step.event).put('"');
            case LIST, OTHER, AGAIN -> throw new IllegalArgumentException(step + " is a look");
        }
        close();
    }

    private static void product(Rows rows, Product product) {
        rows.text("\"product_id\":\"").text(product.id()).text("\",\"category\":\"");
        rows.text(product.category()).text("\",\"price\":").money(product.price(), '.');
    }

    private Rows open(String event, long at, String source) {
        rows.bytes(MESSAGE).hex(random.nextLong()).bytes(EVENT).text(event);
        if (known) {
            rows.bytes(USER).text(customer.id());
        }
        rows.bytes(ANONYMOUS).hex(browser(customer)).bytes(TIME);
        instant(rows, calendar, at);
        rows.bytes(PROPERTIES);
        if (!source.isEmpty()) {
            rows.text("\"utm_source\":\"").text(source).text("\",");
        }
        return rows;
    }

    /// A second of Madrid's clock, counted from the calendar's first midnight, as UTC writes it.
    static void instant(Rows rows, Calendar calendar, long at) {
        int day = (int) Math.clamp(at / DAY_SECONDS, 0, calendar.days - 1L);
        long utc = at - calendar.offsetSeconds(day);
        rows.text(calendar.iso((int) Math.floorDiv(utc, (long) DAY_SECONDS)));
        rows.put('T').time((int) Math.floorMod(utc, (long) DAY_SECONDS));
    }

    private void close() {
        rows.bytes(app ? APP : WEB).end();
    }
}
