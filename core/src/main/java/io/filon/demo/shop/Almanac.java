package io.filon.demo.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the shop is made of: its products, and Spain's common names and some provinces.
public record Almanac(List<Product> products, Map<Boolean, List<Province>> provinces, Map<String, List<String>> names) {

    /// @param price with IVA, cents
    /// @param cost  without IVA, cents
    public record Product(String id, String name, String category, long price, long cost) {}

    /// @param prefix     the two first digits of its postal codes
    /// @param households in it who could buy of the shop
    public record Province(String name, String prefix, long households) {}

    Province province(String name) {
        return provinces.values().stream()
                .flatMap(List::stream)
                .filter(province -> province.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No province '%s'".formatted(name)));
    }

    public static Almanac load() {
        return new Almanac(loadProducts(), loadProvinces(), loadNames());
    }

    private static List<Product> loadProducts() {
        List<String> lines = lines("products.csv");
        return java.util.stream.IntStream.range(1, lines.size())
                .mapToObj(i -> {
                    String[] cells = lines.get(i).split(";", -1);
                    String id = "A" + (100 + i);
                    return new Product(id, cells[0], cells[1], Long.parseLong(cells[2]), Long.parseLong(cells[3]));
                })
                .toList();
    }

    private static Map<Boolean, List<Province>> loadProvinces() {
        return lines("provinces.csv").stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .collect(Collectors.partitioningBy(
                        cells -> cells[2].equals("1"),
                        Collectors.mapping(
                                cells -> new Province(cells[0], cells[1], Long.parseLong(cells[3])),
                                Collectors.toList())));
    }

    private static Map<String, List<String>> loadNames() {
        return lines("names.txt").stream()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1].split(" ", -1))));
    }

    private static List<String> lines(String file) {
        try (InputStream in = resource(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    public static InputStream resource(String file) {
        InputStream in = Almanac.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("No %s beside %s".formatted(file, Almanac.class.getName()));
        }
        return in;
    }
}
