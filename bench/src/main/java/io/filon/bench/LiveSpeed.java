package io.filon.bench;

import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.Change;
import io.filon.rule.live.LiveRules;
import io.filon.rule.live.LiveSegments;
import io.filon.rule.reference.History;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Rules kept up to date over a year of made-up events, 100 a customer: events a second of one processor, the work
/// of time passing included, and the heap that is kept of each customer. Events come by the thousand, as a queue hands
/// them over.
///
/// Three runs, each as often as said: a shop (100 rules as a shop keeps them, events in visits); the hardest (twenty
/// rules in five variants that all look at every event, each event alone); and the state of the named twenty.
///
/// `java -cp bench/target/bench.jar io.filon.bench.LiveSpeed [CUSTOMERS] [TIMES] [shop|twenty|hardest]`; by default
/// 20,000, 2 and all of them. Customers lie scattered in memory: `-XX:+UseTransparentHugePages
/// -XX:+UseCompactObjectHeaders` helps.
public final class LiveSpeed {

    /// How many arrivals are handed over together.
    private static final int TOGETHER = 1_000;

    private LiveSpeed() {}

    public static void main(String[] arguments) {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        Set<String> runs = arguments.length > 2 ? Set.of(arguments[2]) : Set.of("shop", "twenty", "hardest");
        List<LiveSegments.Arrival> visits = YearOfEvents.inVisits(customers);
        for (int time = 0; time < times; time++) {
            if (runs.contains("shop")) {
                run("shop", customers, ShopRules.hundred(), visits);
            }
            if (runs.contains("twenty")) {
                run("twenty", customers, BehaviouralRules.of(20), visits);
            }
        }
        List<LiveSegments.Arrival> alone =
                runs.contains("hardest") ? YearOfEvents.oneByOne(customers) : List.of();
        for (int time = 0; runs.contains("hardest") && time < times; time++) {
            run("hardest", customers, BehaviouralRules.of(100), alone);
        }
    }

    @SuppressWarnings("SystemOut") // a program whose result is what it prints
    private static void run(
            String name, int customers, List<CheckedRule> rules, List<LiveSegments.Arrival> arrivals) {
        long[] changes = new long[2];
        long before = heap();
        LiveSegments live = new LiveSegments(
                LiveRules.of(rules, ZoneId.of("Europe/Madrid")),
                id -> new History(id, "", "", List.of(), List.of(), List.of()),
                change -> changes[change.reason() == Change.Reason.TIME ? 1 : 0]++);
        for (int i = 0; i < customers; i++) {
            live.add(YearOfEvents.id(i), YearOfEvents.START);
        }
        double start = processor();
        for (int from = 0; from < arrivals.size(); from += TOGETHER) {
            live.accept(arrivals.subList(from, Math.min(from + TOGETHER, arrivals.size())));
        }
        double seconds = processor() - start;
        double events = arrivals.size();
        System.out.printf(
                Locale.ROOT,
                "%s, %d rules: %.0f events/s; changes an event %.2f by it and %.2f by time; %d bytes a customer%n",
                name,
                rules.size(),
                events / seconds,
                changes[0] / events,
                changes[1] / events,
                (heap() - before) / customers);
        if (live.nextWake().isBefore(YearOfEvents.START)) {
            throw new IllegalStateException("the customers are still needed here, so that the heap holds them");
        }
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
