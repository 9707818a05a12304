package io.filon.bench;

import io.filon.discovery.PlantedTable;
import io.filon.discovery.confirm.Discovery;
import io.filon.discovery.confirm.Findings;
import io.filon.discovery.confirm.Target;
import io.filon.discovery.confirm.Wanted;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/// A discovery on a made-up table of 30 attributes, as a library and warm: the exact ranking, and what holds up.
///
/// `java -cp bench/target/bench.jar io.filon.bench.DiscoverySpeed [CUSTOMERS] [DEPTH] [TIMES] [heavy|number|yes]`; by
/// default a million, 3, 3 and profit with heavy tails (`number`: without; `yes`: whether they bought). Prints seconds
/// of the search, of all, and of the processors.
public final class DiscoverySpeed {

    private DiscoverySpeed() {}

    public static void main(String[] arguments) {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int depth = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        PlantedTable table = new PlantedTable(1, customers, 10);
        Target target = Target.of(worth(table, arguments.length > 3 ? arguments[3] : "heavy"));
        Wanted wanted = new Wanted(false, depth, 100, 0, 16, 2, 1);
        for (int time = 0; time < times; time++) {
            print("plain", System.nanoTime(), processor(), new Discovery(table.columns(), target, wanted).plain());
            print(
                    "checked",
                    System.nanoTime(),
                    processor(),
                    new Discovery(table.columns(), target, wanted).confirmed());
        }
    }

    private static double[] worth(PlantedTable table, String kind) {
        SplittableRandom random = new SplittableRandom(7);
        return switch (kind) {
            case "heavy" -> table.profit();
            case "number" ->
                Arrays.stream(table.expected())
                        .map(expected -> Math.rint((expected + 20 * random.nextGaussian()) * 100) / 100)
                        .toArray();
            case "yes" ->
                Arrays.stream(table.expected())
                        .map(expected -> random.nextDouble() < expected / 1000 ? 1 : 0)
                        .toArray();
            default -> throw new IllegalArgumentException(kind + ": heavy, number or yes");
        };
    }

    private static double processor() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    // arguments are taken in order, so the clocks are read before the work
    @SuppressWarnings("SystemOut") // a program whose result is what it prints
    private static void print(String what, long start, double processor, Findings findings) {
        System.out.printf(
                Locale.ROOT,
                "%-8s search %6.2f s, all %6.2f s, processor %6.2f s, %d findings, %.0f rules%n",
                what,
                findings.searchSeconds(),
                (System.nanoTime() - start) / 1e9,
                processor() - processor,
                findings.findings().size(),
                findings.candidates());
    }
}
