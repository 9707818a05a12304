package io.filon.bench;

import io.filon.behaviour.session.Sessions;
import io.filon.behaviour.session.Vocabulary;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Sessions of made-up events, in a store on disk whose engine has 3 GB and 2 threads.
///
/// `java -cp bench/target/bench.jar io.filon.bench.SessionSpeed [EVENTS]`; 30 million by default, about six a session.
/// Prints seconds, and seconds of the processors.
public final class SessionSpeed {

    private static final String EVENTS = """
            create table in_events as
            select
                false as merged,
                'c' || (number // 60) as customer_id,
                cast(null as varchar) as anonymous_id,
                ['Product List Viewed', 'Product Viewed', 'Products Searched', 'Product Viewed', 'Product Added', 'Checkout Started'][number % 6 + 1] as name,
                timestamp with time zone '2025-01-01 00:00:00+00'
                    + to_seconds(hash(number // 6) % 31000000 + (number % 6) * 70) as occurred_at,
                cast(null as varchar) as session_id,
                cast(null as varchar) as channel,
                case when number % 2 = 0 then 'mobile' else 'desktop' end as device,
                cast(null as varchar) as page,
                'p' || hash(number // 3) % 5000 as product_id,
                'k' || hash(number // 3) % 20 as category,
                case when number % 6 = 0 then 'google' end as source,
                cast(null as varchar) as feature,
                cast(number % 10 as double) as results,
                cast(null as double) as load_seconds,
                cast(null as boolean) as is_robot
            from range(EVENTS) as made(number)
            """;

    private SessionSpeed() {}

    public static void main(String[] arguments) throws IOException {
        long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : 30_000_000;
        Path folder = Files.createTempDirectory("sessions");
        try (DuckStore store = DuckStore.open(folder.resolve("bench.duckdb"), new DuckStore.Limits("3GB", 2))) {
            store.run(Sql.of(EVENTS.replace("EVENTS", Long.toString(events))));
            store.run(Sql.of("create view events as select * from in_events"));
            store.run(Sql.of("create table customers (customer_id varchar, is_staff boolean)"));
            store.run(Sql.of("create table products (product_id varchar, category varchar)"));
            store.run(Sql.of("create table order_lines (customer_id varchar, product_id varchar, ordered_on date)"));
            store.run(Sql.of("create table visits (source_id varchar, row_no bigint, customer_id varchar, "
                    + "anonymous_id varchar, session_id varchar, started_at timestamp with time zone, source varchar, "
                    + "channel varchar, device varchar, pages bigint, product_pages bigint, seconds double, bought boolean)"));
            store.run(
                    Sql.of("create table run as select timestamp with time zone '2026-01-01 00:00:00+00' as as_of_end, "
                            + "'Europe/Madrid' as zone"));
            long start = System.nanoTime();
            long busy = processor();
            new Sessions(Vocabulary.known(), 30).run(store);
            System.out.printf(
                    Locale.ROOT,
                    "%d events, %d sessions: %.1f s, %.1f s of the processors%n",
                    events,
                    store.number(Sql.of("select count(*) from sessions")),
                    (System.nanoTime() - start) / 1e9,
                    (processor() - busy) / 1e3);
        }
    }

    private static long processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }
}
