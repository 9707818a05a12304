package io.filon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopGeneratorTest {

    @TempDir
    private Path folder;

    @Test
    void writes_the_same_bytes_for_the_same_seed() throws IOException {
        assertThat(bytes(write("first", 7, 600))).isEqualTo(bytes(write("second", 7, 600)));
    }

    @Test
    void writes_another_shop_for_another_seed() throws IOException {
        Path pedidos = Path.of("exports", "pedidos.csv");

        assertThat(write("first", 7, 100).resolve(pedidos))
                .content()
                .isNotEqualTo(Files.readString(write("second", 8, 100).resolve(pedidos)));
    }

    @Test
    void does_not_depend_on_how_the_machine_writes_numbers() throws IOException {
        Map<String, String> usual = bytes(write("first", 7, 300));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(bytes(write("second", 7, 300))).isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void tells_how_many_customers_are_done() {
        List<Long> heard = new ArrayList<>();

        new ShopGenerator(ShopOptions.of(1, 600)).writeTo(folder, heard::add);

        assertThat(heard).isSorted().endsWith(600L);
    }

    @Test
    void can_make_a_shop_of_one() {
        assertThat(write("one", 1, 1).resolve("exports").resolve("clientes.csv"))
                .content()
                .hasLineCount(2);
    }

    @Test
    void keeps_the_answers_out_of_the_exports() throws IOException {
        try (Stream<Path> files = Files.list(write("shop", 1, 50).resolve("exports"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "clientes.csv",
                            "devoluciones.csv",
                            "encuesta.csv",
                            "envios_campanas.csv",
                            "eventos.jsonl",
                            "formulario_alta.csv",
                            "inversion.csv",
                            "pedidos.csv",
                            "productos.csv",
                            "tickets.csv");
        }
    }

    private Path write(String name, long seed, long customers) {
        Path shop = folder.resolve(name);
        new ShopGenerator(ShopOptions.of(seed, customers)).writeTo(shop, done -> {});
        return shop;
    }

    private static Map<String, String> bytes(Path shop) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(shop)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(shop.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
