package io.filon.bench;

import io.filon.rule.live.LiveSegments;
import io.filon.rule.reference.History;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A year of made-up customers, 100 events each: 60 views, 20 baskets, 12 orders and 8 opened emails.
final class YearOfEvents {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    static final int EVENTS = 100;
    private static final long YEAR_MINUTES = 365L * 1_440;
    private static final int VISITS = 20;
    private static final int ORDERS = 12;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    private final List<LiveSegments.Arrival> arrivals;

    private YearOfEvents(int customers) {
        arrivals = new ArrayList<>(customers * EVENTS);
    }

    /// As people come: in 20 visits of 3 views and a basket, 12 of which end with an order, anywhere in the year; one
    /// category and one channel a visit.
    static List<LiveSegments.Arrival> inVisits(int customers) {
        YearOfEvents year = new YearOfEvents(customers);
        for (int customer = 0; customer < customers; customer++) {
            for (int visit = 0; visit < VISITS; visit++) {
                year.visit(id(customer), visit < ORDERS);
            }
            year.emails(id(customer));
        }
        return year.sorted();
    }

    /// The hardest there can be: each event alone, anywhere in the year, so that whatever it lets somebody enter they
    /// leave again before the next.
    static List<LiveSegments.Arrival> oneByOne(int customers) {
        YearOfEvents year = new YearOfEvents(customers);
        for (int customer = 0; customer < customers; customer++) {
            for (int i = 0; i < EVENTS - 8; i++) {
                String name = i < 60 ? "Product Viewed" : i < 80 ? "Product Added" : "Order Completed";
                year.add(id(customer), name, year.moment(), year.product());
            }
            year.emails(id(customer));
        }
        return year.sorted();
    }

    static String id(int customer) {
        return "customer-" + customer;
    }

    private void visit(String customer, boolean order) {
        Map<String, Object> product = product();
        Instant at = moment();
        for (String name : List.of("Product Viewed", "Product Viewed", "Product Viewed", "Product Added")) {
            at = at.plusSeconds(random.nextLong(10, 300));
            add(customer, name, at, product);
        }
        if (order) {
            add(customer, "Order Completed", at.plusSeconds(random.nextLong(30, 900)), product);
        }
    }

    private void emails(String customer) {
        for (int i = 0; i < 8; i++) {
            add(customer, "Email Opened", moment(), Map.of("campaign", any(ShopRules.CAMPAIGNS)));
        }
    }

    private Map<String, Object> product() {
        return Map.of(
                "cart_id",
                "cart " + random.nextInt(1000),
                "channel",
                any(ShopRules.CHANNELS),
                "category",
                any(ShopRules.CATEGORIES),
                "revenue",
                BigDecimal.valueOf(random.nextInt(500, 20_000), 2));
    }

    private Instant moment() {
        return START.plus(random.nextLong(YEAR_MINUTES * 60_000_000), ChronoUnit.MICROS);
    }

    private <T> T any(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private void add(String customer, String name, Instant at, Map<String, Object> properties) {
        arrivals.add(new LiveSegments.Arrival(
                customer, new History.Event("event-" + arrivals.size(), name, at, properties, List.of()), at));
    }

    /// In order of arrival, in memory too, as whoever reads them off a stream has just made them.
    private List<LiveSegments.Arrival> sorted() {
        arrivals.sort(Comparator.comparing(LiveSegments.Arrival::now));
        arrivals.replaceAll(YearOfEvents::copy);
        return arrivals;
    }

    private static LiveSegments.Arrival copy(LiveSegments.Arrival arrival) {
        History.Event event = arrival.event();
        Map<String, Object> properties = new HashMap<>(event.properties());
        properties.replaceAll((_, value) -> value instanceof BigDecimal number ? copy(number) : value);
        return new LiveSegments.Arrival(
                copy(arrival.customerId()),
                new History.Event(copy(event.id()), event.name(), copy(event.occurred()), properties, List.of()),
                copy(arrival.now()));
    }

    private static String copy(String text) {
        return new String(text.toCharArray());
    }

    private static BigDecimal copy(BigDecimal number) {
        return new BigDecimal(number.unscaledValue(), number.scale());
    }

    private static Instant copy(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond(), instant.getNano());
    }
}
