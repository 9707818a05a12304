package io.filon.demo;

import io.filon.demo.Tally.Figure;
import io.filon.demo.shop.Almanac.Product;
import io.filon.demo.shop.Calendar;
import io.filon.demo.shop.Customer;
import io.filon.demo.shop.CustomerType.Browsing;
import io.filon.demo.shop.Order;
import io.filon.demo.shop.Order.Channel;
import io.filon.demo.shop.Order.Line;
import io.filon.demo.shop.Weighted;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes what people did on the site and in the app, as Segment's clients send it: one JSON object a line.
///
/// Every order placed online, also one cancelled later, ends its session with `Order Completed` of the same `order_id`.
/// Some visits happen before anybody logs in: they carry the `anonymousId` only.
final class EventFile {

    private static final int DAY_SECONDS = 86_400;
    private static final double NOT_LOGGED_IN = 0.25;

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

    private final Calendar calendar;
    private final double browsing;

    EventFile(Calendar calendar, double browsing) {
        this.calendar = calendar;
        this.browsing = browsing;
    }

    /// One person's pen: who writes, where to, and whether they are logged in.
    private record Pen(Rows rows, Customer customer, RandomGenerator random, boolean app, boolean known) {}

    void write(Block block, Customer customer, List<Order> orders, int alive, RandomGenerator random) {
        Rows rows = block.rows(ShopFile.EVENTOS);
        long before = rows.rows();
        for (Order order : orders) {
            if (order.online()) {
                boolean app = order.channel() == Channel.APP;
                research(rows, customer, order, random);
                session(new Pen(rows, customer, random, app, true), order);
            }
        }
        double years = browsing * Math.max(0, alive - customer.start() + 1) / 365;
        Browsing habit = customer.model().type.browsing();
        int visits = Weighted.poisson(random, habit.visitsYearly() * years);
        for (int i = 0; i < visits; i++) {
            visit(pen(rows, customer, random), moment(customer, alive, random));
        }
        int carts = Weighted.poisson(random, habit.cartsYearly() * years);
        for (int i = 0; i < carts; i++) {
            cart(pen(rows, customer, random), moment(customer, alive, random), i);
        }
        block.tally().add(Figure.EVENTS, rows.rows() - before);
    }

    private static Pen pen(Rows rows, Customer customer, RandomGenerator random) {
        boolean app = random.nextDouble() < customer.model().type.buying().app();
        return new Pen(rows, customer, random, app, random.nextDouble() >= NOT_LOGGED_IN);
    }

    /// A second between sign-up and the last day alive, Madrid's clock, counted from the calendar's first midnight.
    private static long moment(Customer customer, int alive, RandomGenerator random) {
        int first = customer.start();
        long day = (long) first + random.nextInt(Math.max(1, alive - first + 1));
        return day * DAY_SECONDS + 8 * 3600 + random.nextInt(15 * 3600);
    }

    private void research(Rows rows, Customer customer, Order order, RandomGenerator random) {
        int visits = customer.model().type.browsing().researchVisits();
        for (int i = visits; i >= 1 && order.day() >= 2 + 2 * i; i--) {
            long at = (order.day() - 2L * i) * DAY_SECONDS + order.second() - random.nextInt(3600);
            boolean known = at >= (long) customer.signupDay() * DAY_SECONDS;
            Pen pen = new Pen(rows, customer, random, order.channel() == Channel.APP, known);
            viewed(pen, at, order.lines().getFirst().product());
        }
    }

    private void session(Pen pen, Order order) {
        double minutes = pen.customer.model().type.browsing().minutes() * (0.5 + pen.random.nextDouble());
        long end = order.day() * (long) DAY_SECONDS + order.second();
        long length = Math.max(60, (long) (minutes * 60));
        long step = length / (2L * order.lines().size() + 1);
        long at = end - length;
        for (Line line : order.lines()) {
            viewed(pen, at, line.product());
            added(pen, at + step, line.product(), order.id());
            at += 2 * step;
        }
        open(pen, "Checkout Started", end - step / 2)
                .text("\"cart_id\":\"K")
                .text(order.id())
                .put('"');
        close(pen);
        completed(pen, end, order);
    }

    private void visit(Pen pen, long at) {
        int views = 1 + pen.random.nextInt(3);
        Product product = pen.customer.model().products.pick(pen.random);
        open(pen, "Product List Viewed", at)
                .text("\"category\":\"")
                .text(product.category())
                .put('"');
        close(pen);
        for (int i = 1; i <= views; i++) {
            viewed(pen, at + 40L * i, product);
            product = pen.customer.model().products.pick(pen.random);
        }
    }

    private void cart(Pen pen, long at, int number) {
        Product product = pen.customer.model().products.pick(pen.random);
        String cart = pen.customer.id() + "-" + number;
        viewed(pen, at, product);
        added(pen, at + 90, product, cart);
        if (pen.random.nextBoolean()) {
            open(pen, "Checkout Started", at + 200)
                    .text("\"cart_id\":\"K")
                    .text(cart)
                    .put('"');
            close(pen);
        }
    }

    private void viewed(Pen pen, long at, Product product) {
        product(open(pen, "Product Viewed", at), product);
        close(pen);
    }

    private void added(Pen pen, long at, Product product, String cart) {
        Rows rows = open(pen, "Product Added", at);
        rows.text("\"cart_id\":\"K").text(cart).text("\",\"quantity\":1,");
        product(rows, product);
        close(pen);
    }

    private void completed(Pen pen, long at, Order order) {
        Rows rows = open(pen, "Order Completed", at);
        rows.text("\"order_id\":\"").text(order.id()).text("\",\"cart_id\":\"K").text(order.id());
        rows.text("\",\"revenue\":").money(order.amount(), '.').text(",\"currency\":\"EUR\",\"products\":[");
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            rows.text(i == 0 ? "{" : ",{");
            product(rows, line.product());
            rows.text(",\"quantity\":").number(line.quantity()).put('}');
        }
        rows.put(']');
        close(pen);
    }

    private static void product(Rows rows, Product product) {
        rows.text("\"product_id\":\"").text(product.id()).text("\",\"category\":\"");
        rows.text(product.category()).text("\",\"price\":").money(product.price(), '.');
    }

    private Rows open(Pen pen, String event, long at) {
        int day = (int) Math.clamp(at / DAY_SECONDS, 0, calendar.days - 1L);
        long utc = at - calendar.offsetSeconds(day);
        Rows rows =
                pen.rows.bytes(MESSAGE).hex(pen.random.nextLong()).bytes(EVENT).text(event);
        if (pen.known) {
            rows.bytes(USER).text(pen.customer.id());
        }
        rows.bytes(ANONYMOUS).hex(pen.customer.number() * 0x9E3779B97F4A7C15L);
        rows.bytes(TIME).text(calendar.iso((int) Math.floorDiv(utc, (long) DAY_SECONDS)));
        rows.put('T').time((int) Math.floorMod(utc, (long) DAY_SECONDS)).bytes(PROPERTIES);
        return rows;
    }

    private static void close(Pen pen) {
        pen.rows.bytes(pen.app ? APP : WEB).end();
    }
}
