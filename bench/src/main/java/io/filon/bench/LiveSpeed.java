package io.filon.bench;

import io.filon.rule.live.LiveRules;
import io.filon.rule.live.LiveSegments;
import io.filon.rule.reference.History;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Rules kept up to date over a year of made-up events, 100 a customer: events a second of one processor, the work
/// of time passing included, and the heap that is kept of each customer.
///
/// `java -cp bench/target/bench.jar io.filon.bench.LiveSpeed [CUSTOMERS] [RULES] [TIMES]`; by default 20,000, 100 and
/// 2.
public final class LiveSpeed {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int EVENTS = 100;
    private static final long YEAR_SECONDS = 365L * 86_400;

    private record Arrival(String customer, History.Event event) {}

    private LiveSpeed() {}

    public static void main(String[] arguments) {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int rules = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        List<Arrival> arrivals = arrivals(customers);
        for (int time = 0; time < times; time++) {
            run(customers, rules, arrivals);
        }
    }

    @SuppressWarnings("SystemOut") // a program whose result is what it prints
    private static void run(int customers, int rules, List<Arrival> arrivals) {
        long[] changes = new long[1];
        long before = heap();
        LiveSegments live = new LiveSegments(
                LiveRules.of(BehaviouralRules.of(rules), ZoneId.of("Europe/Madrid")),
                id -> new History(id, "", "", List.of(), List.of(), List.of()),
                _ -> changes[0]++);
        for (int i = 0; i < customers; i++) {
            live.add(id(i), START);
        }
        double start = processor();
        for (Arrival arrival : arrivals) {
            live.accept(arrival.customer, arrival.event, arrival.event.occurred());
        }
        double seconds = processor() - start;
        System.out.printf(
                Locale.ROOT,
                "%d rules: %.0f events/s, time passing included; %d changes; %d bytes a customer%n",
                rules,
                arrivals.size() / seconds,
                changes[0],
                (heap() - before) / customers);
        if (live.nextWake().isBefore(START)) {
            throw new IllegalStateException("the customers are still needed here, so that the heap holds them");
        }
    }

    private static List<Arrival> arrivals(int customers) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        List<Arrival> arrivals = new ArrayList<>(customers * EVENTS);
        for (int customer = 0; customer < customers; customer++) {
            for (int i = 0; i < EVENTS; i++) {
                Instant at = START.plus(random.nextLong(YEAR_SECONDS * 1_000_000), ChronoUnit.MICROS);
                arrivals.add(new Arrival(id(customer), event(id(customer) + "-" + i, at, i, random)));
            }
        }
        arrivals.sort(Comparator.comparing(arrival -> arrival.event.occurred()));
        return arrivals;
    }

    /// Of a hundred 60 are views, 20 baskets, 12 orders and 8 opened emails.
    private static History.Event event(String id, Instant at, int number, RandomGenerator random) {
        String cart = "cart " + random.nextInt(1000);
        String channel = random.nextBoolean() ? "app" : "web";
        if (number < 60) {
            return new History.Event(id, "Product Viewed", at, Map.of("channel", channel), List.of());
        }
        if (number < 80) {
            return new History.Event(id, "Product Added", at, Map.of("cart_id", cart), List.of());
        }
        if (number < 92) {
            BigDecimal revenue = BigDecimal.valueOf(random.nextInt(500, 20_000), 2);
            return new History.Event(
                    id,
                    "Order Completed",
                    at,
                    Map.of("cart_id", cart, "channel", channel, "revenue", revenue),
                    List.of());
        }
        return new History.Event(id, "Email Opened", at, Map.of(), List.of());
    }

    private static String id(int customer) {
        return "customer-" + customer;
    }

    /// Of this thread alone, in seconds.
    private static double processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
