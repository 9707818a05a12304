package io.filon.demo;

import io.filon.demo.shop.Almanac;
import io.filon.demo.shop.Almanac.Product;
import io.filon.demo.shop.Calendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The shop's files being written, block after block. One thread.
final class ShopWriter implements AutoCloseable {

    private static final List<String> PERSONAS = List.of("joven-urbana.yaml", "familia-tranquila.yaml");

    private final Path folder;
    private final Shop shop;
    private final ShopOptions options;
    private final Almanac almanac;
    private final Calendar calendar;
    private final Tally tally;
    private final Map<ShopFile, OutputStream> files = new EnumMap<>(ShopFile.class);
    private final Map<ShopFile, Long> rows = new EnumMap<>(ShopFile.class);
    private final List<Long> truths = new ArrayList<>();

    ShopWriter(Path folder, ShopOptions options, Almanac almanac, Calendar calendar) {
        this.folder = folder;
        this.options = options;
        this.almanac = almanac;
        this.calendar = calendar;
        shop = Shop.in(folder);
        tally = new Tally(Plant.ALL.size(), calendar.days);
        try {
            Files.createDirectories(shop.exports());
            Files.createDirectories(shop.personas());
            Files.createDirectories(shop.market());
            for (ShopFile file : ShopFile.values()) {
                open(file);
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("Cannot write in " + folder, e);
        }
    }

    private void open(ShopFile file) throws IOException {
        Path parent = file.isTruth() ? folder : shop.exports();
        files.put(file, Files.newOutputStream(parent.resolve(file.fileName())));
        rows.put(file, 0L);
        if (!file.header().isEmpty()) {
            Rows header = new Rows();
            header.text(file.header()).put('\n');
            write(file, header);
        }
    }

    void write(Block block) {
        block.files().forEach(this::write);
        tally.merge(block.tally());
        if (options.customers() <= Truth.MOST_CUSTOMERS_IN_JSON) {
            truths.addAll(block.truths());
        }
    }

    private void write(ShopFile file, Rows more) {
        OutputStream out = files.get(file);
        if (out == null) {
            throw new IllegalStateException(file + " is not open");
        }
        try {
            more.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file.fileName() + " in " + folder, e);
        }
        rows.merge(file, more.rows(), Long::sum);
    }

    /// Writes what needs the whole: spend, products, personas, the market and the answer sheet.
    Shop finish() {
        write(ShopFile.INVERSION, Spend.write(calendar, tally));
        write(ShopFile.PRODUCTOS, products());
        tally.close();
        try {
            for (String persona : PERSONAS) {
                copy(persona, shop.personas());
            }
            copy("market.yaml", shop.market());
            try (OutputStream universe = Files.newOutputStream(shop.market().resolve(Universe.FILE))) {
                Universe.write(almanac, options.niches()).writeTo(universe);
            }
            Files.write(shop.truth(), new Truth(options, calendar, tally).json(rows, truths));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write in " + folder, e);
        }
        return shop;
    }

    private static void copy(String file, Path folder) throws IOException {
        try (InputStream in = Almanac.resource(file)) {
            Files.write(folder.resolve(file), in.readAllBytes());
        }
    }

    private Rows products() {
        Rows lines = new Rows();
        for (Product product : almanac.products()) {
            lines.text(product.id()).put(';').text(product.name()).put(';').text(product.category());
            lines.put(';')
                    .money(product.price(), ',')
                    .put(';')
                    .money(product.cost(), ',')
                    .end();
        }
        return lines;
    }

    @Override
    public void close() {
        for (Map.Entry<ShopFile, OutputStream> file : files.entrySet()) {
            try {
                file.getValue().close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close " + file.getKey().fileName() + " in " + folder, e);
            }
        }
    }
}
