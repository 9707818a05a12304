package io.filon.bench;

import io.filon.demo.ShopGenerator;
import io.filon.demo.ShopOptions;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Import and audit of a generated shop as one process, beside bare DuckDB reading the same files once.
///
/// `java -jar bench/target/bench.jar [CUSTOMERS] [FOLDER] [MEMORY] [THREADS]`; by default a million customers, 8GB, 2.
/// Prints seconds, peak memory and the ratio. The files are read once before, so all runs find them in the page cache;
/// on a machine that takes back memory which nobody uses, give a FOLDER in memory, such as `/dev/shm/shop`.
public final class WholeRun {

    private final Path shop;
    private final String memory;
    private final int threads;

    private WholeRun(Path shop, String memory, int threads) {
        this.shop = shop;
        this.memory = memory;
        this.threads = threads;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long customers = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        Path shop = Path.of(arguments.length > 1 ? arguments[1] : "target/bench-shop-" + customers);
        String memory = arguments.length > 2 ? arguments[2] : "8GB";
        int threads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2;
        if (!Files.exists(shop)) {
            double seconds =
                    seconds(() -> new ShopGenerator(ShopOptions.bench(1, customers)).writeTo(shop, done -> {}));
            print(String.format(Locale.ROOT, "generated in %.1f s", seconds));
        }
        WholeRun run = new WholeRun(shop.resolve("exports"), memory, threads);
        built();
        run.warm();
        double bare = run.bare();
        Peak ours = run.ours();
        print(String.format(Locale.ROOT, "bare engine   %7.1f s", bare));
        print(String.format(Locale.ROOT, "import, audit %7.1f s, peak %.2f GB", ours.seconds, ours.gigabytes));
        print(String.format(Locale.ROOT, "ratio         %7.2f", ours.seconds / bare));
    }

    /// @param gigabytes the largest resident set seen
    private record Peak(double seconds, double gigabytes) {}

    // Else the time to build it would be measured.
    private static void built() throws IOException, InterruptedException {
        new ProcessBuilder(launcher(), "--version").inheritIO().start().waitFor();
    }

    private void warm() throws IOException {
        byte[] buffer = new byte[1 << 20];
        long bytes = 0;
        for (Path file : files()) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                }
            }
        }
        print(String.format(Locale.ROOT, "%d files, %.2f GB", files().size(), bytes / 1e9));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(shop)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(csv|jsonl)"))
                    .sorted()
                    .toList();
        }
    }

    private double bare() {
        Path orders = shop.resolve("pedidos.csv");
        Path events = shop.resolve("eventos.jsonl");
        String customer = customerColumn(orders);
        try (Store store = DuckStore.inMemory()) {
            store.run(Sql.of("set threads = " + threads));
            store.run(Sql.of("set memory_limit = " + Sql.literal(memory)));
            return seconds(() -> {
                store.number(Sql.of("select count(*) from (select %s, count(*) from read_csv(%s) group by all)"
                        .formatted(Sql.name(customer), Sql.literal(orders.toString()))));
                store.number(Sql.of("select count(*) from (select \"userId\", count(*) from read_json(%s) group by all)"
                        .formatted(Sql.literal(events.toString()))));
            });
        }
    }

    private static String customerColumn(Path orders) {
        try (Stream<String> lines = Files.lines(orders)) {
            String header = lines.findFirst().orElseThrow();
            return Stream.of(header.split("[;,]", -1))
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains("client"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Peak ours() throws IOException, InterruptedException {
        Path json = Files.createTempFile("filon-bench", ".json");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        launcher(),
                        "audit",
                        shop.toString(),
                        "--quiet",
                        "--yes",
                        "--json",
                        json.toString(),
                        "--memory",
                        engineMemory(),
                        "--threads",
                        Integer.toString(threads))
                .inheritIO()
                .start();
        long peakKilobytes = 0;
        while (process.isAlive()) {
            peakKilobytes = Math.max(peakKilobytes, residentKilobytes(process.pid()));
            Thread.sleep(100);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the audit ended with " + process.exitValue());
        }
        Files.delete(json);
        return new Peak(seconds, peakKilobytes / 1e6);
    }

    // The JVM and the engine's unaccounted buffers need room beside the engine's own limit.
    private String engineMemory() {
        return memory.endsWith("GB")
                ? "%.0fMB".formatted(Double.parseDouble(memory.replace("GB", "")) * 1000 * 0.7)
                : memory;
    }

    private static String launcher() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("filon"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static long residentKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/%d/status".formatted(pid)))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    @SuppressWarnings("SystemOut") // a program whose result is what it prints
    private static void print(String line) {
        System.out.println(line);
    }
}
