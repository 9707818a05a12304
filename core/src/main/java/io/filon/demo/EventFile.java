package io.filon.demo;

import static io.filon.demo.EventPen.DAY_SECONDS;

import io.filon.demo.Tally.Figure;
import io.filon.demo.shop.Almanac.Product;
import io.filon.demo.shop.Calendar;
import io.filon.demo.shop.Customer;
import io.filon.demo.shop.CustomerType.Browsing;
import io.filon.demo.shop.Order;
import io.filon.demo.shop.Order.Channel;
import io.filon.demo.shop.Weighted;
import io.filon.demo.visit.Occasion;
import io.filon.demo.visit.Visit;
import io.filon.demo.visit.Visits;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// When people came to the site and the app: before an order, for one, for nothing, or leaving a cart. What each visit
/// is for and what is done in it is drawn from a stream of its own, so that visits can change and orders stay.
///
/// Every order placed online, also one cancelled later, ends its visit with `Order Completed` of the same `order_id`,
/// unless the customer refuses to be measured.
/// Some visits happen before anybody logs in: they carry the `anonymousId` only.
final class EventFile {

    private static final double NOT_LOGGED_IN = 0.25;

    private final Calendar calendar;
    private final double browsing;
    private final double measured;
    private final long seed;
    private final Visits visits = new Visits();

    EventFile(Calendar calendar, ShopOptions options) {
        this.calendar = calendar;
        browsing = options.browsing();
        measured = options.measured();
        seed = options.seed();
    }

    void write(Block block, Customer customer, List<Order> orders, int alive, RandomGenerator random) {
        Rows rows = block.rows(ShopFile.EVENTOS);
        long before = rows.rows();
        RandomGenerator own = new SplittableRandom(seed * 0x5851F42D4C957F2DL + customer.number());
        if (measured < 1 && own.nextDouble() >= measured) {
            return;
        }
        Visitor visitor = new Visitor(block, calendar, customer, orders, visits, own);
        for (Order order : orders) {
            if (order.online()) {
                research(visitor, order, random);
                order(visitor, order, random);
            }
        }
        double years = browsing * Math.max(0, alive - customer.start() + 1) / 365;
        Browsing habit = customer.model().type.browsing();
        int times = Weighted.poisson(random, habit.visitsYearly() * years);
        for (int i = 0; i < times; i++) {
            EventPen pen = pen(visitor, random);
            visit(visitor, pen, moment(customer, alive, random), random);
        }
        int carts = Weighted.poisson(random, habit.cartsYearly() * years);
        for (int i = 0; i < carts; i++) {
            EventPen pen = pen(visitor, random);
            cart(visitor, pen, moment(customer, alive, random), i, random);
        }
        block.tally().add(Figure.EVENTS, rows.rows() - before);
    }

    private static EventPen pen(Visitor visitor, RandomGenerator random) {
        boolean app =
                random.nextDouble() < visitor.customer().model().type.buying().app();
        return visitor.pen(app, random.nextDouble() >= NOT_LOGGED_IN);
    }

    /// A second between sign-up and the last day alive, Madrid's clock, counted from the calendar's first midnight.
    private static long moment(Customer customer, int alive, RandomGenerator random) {
        int first = customer.start();
        long day = (long) first + random.nextInt(Math.max(1, alive - first + 1));
        return day * DAY_SECONDS + 8 * 3600 + random.nextInt(15 * 3600);
    }

    private static void research(Visitor visitor, Order order, RandomGenerator random) {
        Customer customer = visitor.customer();
        int times = customer.model().type.browsing().researchVisits();
        for (int i = times; i >= 1 && order.day() >= 2 + 2 * i; i--) {
            long at = (order.day() - 2L * i) * DAY_SECONDS + order.second() - random.nextInt(3600);
            pass(random, 1);
            boolean known = at >= (long) customer.signupDay() * DAY_SECONDS;
            EventPen pen = visitor.pen(order.channel() == Channel.APP, known);
            Visit visit = visitor.draw(Occasion.RESEARCH, at);
            visitor.look(
                    pen,
                    visit,
                    at,
                    60L * visit.steps().size(),
                    order.lines().getFirst().product(),
                    true);
        }
    }

    private static void order(Visitor visitor, Order order, RandomGenerator random) {
        double minutes = visitor.customer().model().type.browsing().minutes() * (0.5 + random.nextDouble());
        pass(random, 2 * order.lines().size() + 2);
        long end = order.day() * (long) DAY_SECONDS + order.second();
        visitor.buy(visitor.pen(order.channel() == Channel.APP, true), order, end, Math.max(60, (long) (minutes * 60)));
    }

    private static void visit(Visitor visitor, EventPen pen, long at, RandomGenerator random) {
        int products = 1 + random.nextInt(3);
        Product product = product(visitor, at, random);
        pass(random, 1);
        for (int i = 0; i < products; i++) {
            pass(random, 1);
            product(visitor, at, random);
        }
        Visit visit = visitor.draw(Occasion.VISIT, at);
        visitor.look(pen, visit, at, (long) visit.seconds(), product, visit.looks());
    }

    private static void cart(Visitor visitor, EventPen pen, long at, int number, RandomGenerator random) {
        Product product = product(visitor, at, random);
        pass(random, 2);
        boolean checkout = random.nextBoolean();
        pass(random, checkout ? 1 : 0);
        String cart = visitor.customer().id() + "-" + number;
        visitor.leave(pen, visitor.draw(Occasion.CART, at), at, product, cart, checkout);
    }

    private static Product product(Visitor visitor, long at, RandomGenerator random) {
        return visitor.customer().products((int) (at / DAY_SECONDS)).pick(random);
    }

    /// Draws that earlier versions made here: orders of the next customers follow them.
    private static void pass(RandomGenerator random, int draws) {
        for (int i = 0; i < draws; i++) {
            random.nextLong();
        }
    }
}
