package io.filon.demo;

import static io.filon.demo.EventPen.DAY_SECONDS;

import io.filon.demo.shop.Almanac.Product;
import io.filon.demo.shop.Calendar;
import io.filon.demo.shop.Customer;
import io.filon.demo.shop.Order;
import io.filon.demo.shop.Order.Line;
import io.filon.demo.shop.Weighted;
import io.filon.demo.visit.BestGuess.Guess;
import io.filon.demo.visit.Occasion;
import io.filon.demo.visit.Step;
import io.filon.demo.visit.Visit;
import io.filon.demo.visit.Visits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/// One customer on the site: draws visits from a stream of its own, writes their events, and what each was for into the
/// answer sheet.
final class Visitor {

    /// The answer sheet names no more visits than those of so many customers.
    private static final long MOST_CUSTOMERS = Truth.MOST_CUSTOMERS_IN_JSON;

    private static final int TRIES = 8;

    private final Block block;
    private final Calendar calendar;
    private final Customer customer;
    private final List<Order> orders;
    private final Visits visits;
    private final RandomGenerator random;
    private final String favourite;

    Visitor(
            Block block,
            Calendar calendar,
            Customer customer,
            List<Order> orders,
            Visits visits,
            RandomGenerator random) {
        this.block = block;
        this.calendar = calendar;
        this.customer = customer;
        this.orders = orders;
        this.visits = visits;
        this.random = random;
        this.favourite = visits.favourite(random);
    }

    Customer customer() {
        return customer;
    }

    EventPen pen(boolean app, boolean known) {
        return new EventPen(block.rows(ShopFile.EVENTOS), calendar, customer, random, app, known);
    }

    Visit draw(Occasion occasion, long at) {
        return visits.draw(occasion, favourite, !bought(at).isEmpty(), random);
    }

    /// A visit without buying, of whatever occasion.
    void look(EventPen pen, Visit visit, long at, long seconds, Product usual, boolean looks) {
        Product product = restocked(visit, usual, at);
        List<LongConsumer> events = new ArrayList<>();
        String source = source(visit);
        if (visit.occasion() == Occasion.VISIT) {
            events.add(when -> pen.listed(when, product.category(), source));
        }
        List<Product> looked = looks ? List.of(product) : List.of();
        events.addAll(around(pen, visit, at, product, looked, events.isEmpty() ? source : ""));
        told(visit, at, at, product);
        spread(events, at, seconds);
    }

    void leave(EventPen pen, Visit visit, long at, Product usual, String cart, boolean checkout) {
        Product product = restocked(visit, usual, at);
        List<LongConsumer> events = around(pen, visit, at, product, List.of(product), source(visit));
        events.add(when -> pen.added(when, product, cart, ""));
        last(pen, visit, product, events);
        if (checkout) {
            events.add(when -> pen.checkout(when, cart));
        }
        told(visit, at, at, product);
        spread(events, at, (long) visit.seconds());
    }

    void buy(EventPen pen, Order order, long end, long seconds) {
        Product first = order.lines().getFirst().product();
        List<Product> before = bought(end);
        boolean again = order.lines().stream().map(Line::product).allMatch(before::contains);
        Visit visit = visits.draw(again ? Occasion.REORDER : Occasion.ORDER, favourite, !before.isEmpty(), random);
        List<LongConsumer> events = around(pen, visit, end, first, List.of(first), source(visit));
        for (Line line : order.lines()) {
            events.add(when -> pen.added(when, line.product(), order.id(), ""));
        }
        last(pen, visit, first, events);
        events.add(when -> pen.checkout(when, order.id()));
        events.add(when -> pen.completed(when, order));
        told(visit, end - seconds, end, first);
        spread(events, end - seconds, seconds);
    }

    /// The visit's steps with looks at products among them; the first bears where the visit came from.
    private List<LongConsumer> around(
            EventPen pen, Visit visit, long at, Product product, List<Product> views, String source) {
        List<LongConsumer> events = new ArrayList<>();
        int strays = visit.strays();
        boolean looked = false;
        for (Step step : visit.steps()) {
            if (step.compareTo(Step.OTHER) >= 0 && !looked) {
                look(pen, views, source, events);
                looked = true;
            }
            String from = events.isEmpty() ? source : "";
            switch (step) {
                case LIST -> {
                    String category = other(product, at, strays > 0).category();
                    events.add(when -> pen.listed(when, category, from));
                }
                case OTHER -> {
                    Product further = other(product, at, strays-- > 0);
                    events.add(when -> pen.viewed(when, further, from));
                }
                case AGAIN -> events.add(when -> pen.viewed(when, product, from));
                case COUPON, REMOVAL -> {}
                case PROMOTION, SEARCH, ACCOUNT, FILTER, COMPARE, REVIEW, DOWNLOAD, VIDEO, WISHLIST, SUPPORT, CHAT ->
                    events.add(when -> pen.did(when, step, product, from));
            }
        }
        if (!looked) {
            look(pen, views, source, events);
        }
        return events;
    }

    private static void look(EventPen pen, List<Product> views, String source, List<LongConsumer> events) {
        for (Product product : views) {
            String from = events.isEmpty() ? source : "";
            events.add(when -> pen.viewed(when, product, from));
        }
    }

    private static void last(EventPen pen, Visit visit, Product product, List<LongConsumer> events) {
        for (Step step : List.of(Step.REMOVAL, Step.COUPON)) {
            for (int i = 0; i < visit.count(step); i++) {
                events.add(when -> pen.did(when, step, product, ""));
            }
        }
    }

    /// Another product of the same category, or of another one; the same when there is none at hand.
    private Product other(Product product, long at, boolean stray) {
        Product other = product;
        for (int i = 0; i < TRIES; i++) {
            Product tried = products(at).pick(random);
            if (!tried.equals(product) && tried.category().equals(product.category()) != stray) {
                return tried;
            }
            other = tried.equals(product) ? other : tried;
        }
        return other;
    }

    private Weighted<Product> products(long at) {
        return customer.products((int) (at / DAY_SECONDS));
    }

    private Product restocked(Visit visit, Product usual, long at) {
        List<Product> bought = bought(at);
        return visit.job().equals("restock") && !bought.isEmpty() ? bought.get(random.nextInt(bought.size())) : usual;
    }

    /// What was ordered on earlier days.
    private List<Product> bought(long at) {
        return orders.stream()
                .filter(order -> order.day() < at / DAY_SECONDS)
                .flatMap(order -> order.lines().stream())
                .map(Line::product)
                .distinct()
                .toList();
    }

    private static String source(Visit visit) {
        return visit.source().equals("directo") ? "" : visit.source();
    }

    private static void spread(List<LongConsumer> events, long at, long seconds) {
        for (int i = 0; i < events.size(); i++) {
            events.get(i).accept(at + (events.size() == 1 ? seconds : seconds * i / (events.size() - 1)));
        }
    }

    private void told(Visit visit, long starts, long at, Product product) {
        if (customer.number() > MOST_CUSTOMERS) {
            return;
        }
        List<Product> bought = bought(at);
        double chance = products(at).mean(each -> bought.contains(each) ? 1 : 0);
        Guess guess = visits.guess(visit, !bought.isEmpty(), bought.contains(product), chance);
        Rows rows = block.rows(ShopFile.TRUTH_SESSIONS);
        rows.text(customer.id()).text(",a-").hex(EventPen.browser(customer)).put(',');
        EventPen.instant(rows, calendar, starts);
        rows.text("Z,").text(visit.occasion().name().toLowerCase(java.util.Locale.ROOT));
        rows.put(',').text(visit.job()).put(',').text(guess.job()).put(',');
        rows.money(Math.round(guess.chance() * 100), '.').end();
    }
}
