package io.filon.bench;

import io.filon.rule.Catalogue;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.EventType;
import io.filon.rule.Events;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.sql.RuleRun;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The exact count of a rule of three conditions over made-up customers and events of three years, warm.
///
/// `java -cp bench/target/bench.jar io.filon.bench.RuleSpeed [CUSTOMERS] [EVENTS] [TIMES] [FILE]`; by default a million,
/// 30 million and 5. A tenth of the events are orders. They are kept in FILE for the next time; without one they are gone
/// afterwards. Prints milliseconds by the wall and of the processors.
public final class RuleSpeed {

    private static final Catalogue CATALOGUE = new Catalogue(
            "customer_facts",
            List.of(Fact.of("city", FactType.TEXT)),
            List.of(
                    new EventType("Order Completed", List.of(new EventType.Property("revenue", FactType.MONEY))),
                    new EventType("Product Viewed", List.of(new EventType.Property("revenue", FactType.MONEY)))),
            Map.of());

    private RuleSpeed() {}

    public static void main(String[] arguments) throws IOException {
        long customers = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long events = arguments.length > 1 ? Long.parseLong(arguments[1]) : 30_000_000;
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        if (arguments.length > 3) {
            run(Path.of(arguments[3]), customers, events, times);
            return;
        }
        Path folder = Files.createTempDirectory("filon-rules");
        Path file = folder.resolve("filon.duckdb");
        try {
            run(file, customers, events, times);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void run(Path file, long customers, long events, int times) {
        try (DuckStore store = DuckStore.open(file, new DuckStore.Limits("5GB", 2))) {
            if (!store.tables().contains("rule_events")) {
                fill(store, customers, events);
            }
            for (int time = 0; time < times; time++) {
                print("viewed 90 d, spent 365 d, last order 60 d", store, threeOfEvents());
                print("orders 90 d, spent 365 d, city", store, twoAndAFact());
                print("spent 365 d, orders 90 d, not viewed 30 d", store, twoAndNone());
                print("not viewed 90 d", store, none(90));
            }
        }
    }

    private static Rule threeOfEvents() {
        return new Rule.All(List.of(
                has(new Measure.Count(days("Product Viewed", 90)), Operator.AT_LEAST, "3"),
                has(
                        new Measure.Total(Measure.Function.SUM, "revenue", days("Order Completed", 365)),
                        Operator.ABOVE,
                        "50"),
                has(
                        new Measure.Since(Measure.End.LAST, Span.Unit.DAY, Events.of("Order Completed")),
                        Operator.AT_MOST,
                        "60")));
    }

    private static Rule twoAndAFact() {
        return new Rule.All(List.of(
                has(new Measure.Count(days("Order Completed", 90)), Operator.AT_LEAST, "1"),
                has(
                        new Measure.Total(Measure.Function.SUM, "revenue", days("Order Completed", 365)),
                        Operator.ABOVE,
                        "50"),
                Condition.compare("city", Operator.IS, "c7")));
    }

    private static Rule twoAndNone() {
        return new Rule.All(List.of(
                has(
                        new Measure.Total(Measure.Function.SUM, "revenue", days("Order Completed", 365)),
                        Operator.ABOVE,
                        "50"),
                has(new Measure.Count(days("Order Completed", 90)), Operator.AT_LEAST, "1"),
                none(30)));
    }

    private static Rule none(int days) {
        return has(new Measure.Count(days("Product Viewed", days)), Operator.IS, "0");
    }

    private static Events days(String name, int days) {
        return Events.of(name).in(new Window.Last(new Span(days, Span.Unit.DAY)));
    }

    private static Rule has(Measure measure, Operator operator, String constant) {
        return new Condition.Has(measure, new Claim.Compare(operator, new Operand.Constant(constant)));
    }

    private static void fill(DuckStore store, long customers, long events) {
        store.run(
                Sql.of("create table run as select timestamptz '2026-01-01 00:00:00+00' as as_of_end, 'UTC' as zone"));
        store.run(Sql.of("""
                create table customer_facts as
                select 'c' || lpad(cast(i as varchar), 8, '0') as customer_id, 'c' || cast(i %% 20 as varchar) as city
                from range(%d) numbers (i)""".formatted(customers)));
        store.run(Sql.of("create table rule_customers as select customer_id, cast(row_number() over (order by"
                + " customer_id) - 1 as integer) as customer_no, cast(null as varchar) as zone,"
                + " cast(null as varchar) as account from customer_facts"));
        store.run(Sql.of("create table rule_items (customer_id varchar, event_id bigint, item_no integer)"));
        store.run(Sql.of("""
                create table rule_events as
                select 'c' || lpad(cast(hash(i) %% %1$d as varchar), 8, '0') as customer_id,
                    cast(hash(i) %% %1$d as integer) as customer_no, i as event_id,
                    case when hash(i + 1) %% 10 = 0 then 'Order Completed' else 'Product Viewed' end as name,
                    timestamptz '2023-01-01 00:00:00+00' + to_seconds(cast(hash(i + 2) %% 94608000 as bigint)) as occurred_at,
                    i as seq, cast(cast(hash(i + 3) %% 10000 as decimal(18, 4)) / 100 as decimal(18, 4)) as revenue
                from range(%2$d) numbers (i)
                order by name, occurred_at""".formatted(customers, events)));
    }

    private static double processor() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e6;
    }

    @SuppressWarnings("SystemOut") // a program whose result is what it prints
    private static void print(String what, DuckStore store, Rule rule) {
        RuleRun run = RuleRun.of(store);
        CheckedRule checked = CheckedRule.check(rule, CATALOGUE);
        long start = System.nanoTime();
        double processor = processor();
        long count = run.count(checked);
        System.out.printf(
                Locale.ROOT,
                "%-45s %9d customers, wall %6.0f ms, processor %6.0f ms%n",
                what,
                count,
                (System.nanoTime() - start) / 1e6,
                processor() - processor);
    }
}
