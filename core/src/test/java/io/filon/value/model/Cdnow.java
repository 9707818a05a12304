package io.filon.value.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// CDNOW's purchases by customer and day, from the public data beside the project; tests are skipped without them.
///
/// @param byCustomer dollars by day, in order
public record Cdnow(List<TreeMap<LocalDate, Double>> byCustomer) {

    public static final LocalDate SPLIT = LocalDate.of(1997, 9, 30);
    public static final int HOLDOUT_DAYS = 273;

    public static Cdnow sample() {
        return read("CDNOW_sample.txt.gz", 1, 2, 4);
    }

    public static Cdnow master() {
        return read("CDNOW_master.txt.gz", 0, 1, 3);
    }

    private static Cdnow read(String name, int id, int date, int amount) {
        Path file = folder().resolve(name);
        Map<String, TreeMap<LocalDate, Double>> days = new TreeMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.strip().split(" +"))
                    .filter(cells -> cells.length > amount && cells[date].matches("\\d{8}"))
                    .forEach(cells -> days.computeIfAbsent(cells[id], key -> new TreeMap<>())
                            .merge(
                                    LocalDate.parse(cells[date], DateTimeFormatter.BASIC_ISO_DATE),
                                    Double.parseDouble(cells[amount]),
                                    Double::sum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cdnow(List.copyOf(days.values()));
    }

    private static Path folder() {
        String told = System.getenv("FILON_DATA");
        List<Path> places = told != null
                ? List.of(Path.of(told))
                : Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .map(path -> path.resolve("shared/data"))
                        .toList();
        Path found = places.stream()
                .map(place -> place.resolve("cdnow"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "no shared/data above the working directory and no FILON_DATA");
        return found;
    }

    /// What was known on the day of the split.
    public PurchaseHistories histories() {
        int n = byCustomer.size();
        int[] repeats = new int[n];
        int[] last = new int[n];
        int[] observed = new int[n];
        double logGaps = 0;
        for (int i = 0; i < n; i++) {
            TreeMap<LocalDate, Double> days = byCustomer.get(i);
            LocalDate first = days.firstKey();
            LocalDate before = first;
            for (LocalDate day : days.headMap(SPLIT, true).tailMap(first, false).keySet()) {
                logGaps += Math.log(day.toEpochDay() - before.toEpochDay());
                before = day;
                repeats[i]++;
            }
            last[i] = (int) (before.toEpochDay() - first.toEpochDay());
            observed[i] = (int) (SPLIT.toEpochDay() - first.toEpochDay());
        }
        return PurchaseHistories.of(repeats, last, observed).withLogGaps(logGaps);
    }

    /// Mean dollars of repeat days up to the split; 0 without any.
    public double[] meanSpend() {
        return byCustomer.stream()
                .mapToDouble(days -> days.headMap(SPLIT, true).tailMap(days.firstKey(), false).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0))
                .toArray();
    }

    /// Purchase days in the hold-out.
    public double[] holdout() {
        return byCustomer.stream()
                .mapToDouble(days -> days.tailMap(SPLIT, false)
                        .headMap(SPLIT.plusDays(HOLDOUT_DAYS), true)
                        .size())
                .toArray();
    }
}
