package io.filon.bench.icp;

import io.filon.icp.IcpAudit;
import io.filon.icp.StudiedShop;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the ICP audit adds to an audit: its stage alone, over the tables that earlier stages made of a demo shop with
/// its personas. A large base is a shop of [#SHOP] customers, each as many times as it takes.
///
/// `java -Xmx3g -XX:+UseSerialGC -cp bench/target/bench.jar io.filon.bench.icp.IcpSpeed [CUSTOMERS] [MEMORY]
/// [THREADS]`; by default a million, 6GB and 2. Prints seconds and processor seconds, tables included.
public final class IcpSpeed {

    private static final int SHOP = 20_000;

    /// What its scripts and readers read, one line or more a customer.
    private static final List<String> READ = List.of(
            "customers",
            "units",
            "customer_facts",
            "customer_ledger",
            "customer_costs",
            "order_ledger",
            "outcomes",
            "known_before",
            "lens_people",
            "lens_numbers",
            "traits",
            "contact_traits",
            "persona_members",
            "tickets",
            "reviews");

    private IcpSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        String memory = arguments.length > 1 ? arguments[1] : "6GB";
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        Path folder = Files.createTempDirectory("filon-icp");
        try (StudiedShop shop = StudiedShop.of(folder.resolve("shop"), 1, Math.min(SHOP, customers))) {
            Store store = shop.store();
            store.run(Sql.of("set memory_limit = '%s'".formatted(memory)));
            store.run(Sql.of("set threads = " + threads));
            if (customers > SHOP) {
                READ.forEach(table -> repeat(store, table, customers / SHOP));
            }
            long start = System.nanoTime();
            double processor = processor();
            IcpAudit.Result found = new IcpAudit(store, shop.settings(), shop.personas()).run();
            print(store, found, (System.nanoTime() - start) / 1e9, processor() - processor);
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /// Every row as many times, each time of customers and orders of another name.
    private static void repeat(Store store, String table, int times) {
        String named = store
                .query(
                        Sql.of(
                                "select distinct column_name as name from information_schema.columns where table_name = ? "
                                        + "and column_name in ('customer_id', 'unit_id', 'order_id', 'place')",
                                table),
                        Named.class)
                .stream()
                .map(column -> column.name.equals("place")
                        ? "(place - 1) * %d + times.n + 1 as place".formatted(times) // from 1, without gaps
                        : "%1$s || '~' || times.n as %1$s".formatted(column.name))
                .collect(Collectors.joining(", "));
        String again = store.tables().contains(table) ? "table" : "table passing.main.";
        store.run(Sql.of("create or replace %s %s as select %s.* replace (%s) from %s cross join range(%d) as times (n)"
                .formatted(again, table, table, named, table, times).replace("main. ", "main.")));
    }

    private record Named(String name) {}

    @SuppressWarnings("SystemOut") // a program whose result is what it prints
    private static void print(Store store, IcpAudit.Result found, double seconds, double processor) {
        System.out.printf(
                Locale.ROOT,
                "%d customers, %d personas, %d groups served: %.1f s, processor %.1f s%n",
                store.number(Sql.of("select count(*) from customer_facts")),
                found.realities().size(),
                found.served().size(),
                seconds,
                processor);
    }

    private static double processor() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }
}
