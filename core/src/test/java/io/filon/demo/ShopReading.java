package io.filon.demo;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A written shop read back with DuckDB, one table a file, apart from all code that wrote it.
final class ShopReading implements AutoCloseable {

    private final DuckStore store = DuckStore.inMemory();
    private final JsonNode truth;

    ShopReading(Shop shop) {
        Map<String, String> spanish = Map.of(
                "clientes", "clientes.csv",
                "devoluciones", "devoluciones.csv",
                "encuesta", "encuesta.csv",
                "formulario", "formulario_alta.csv",
                "inversion", "inversion.csv",
                "productos", "productos.csv");
        spanish.forEach((table, file) -> read(
                table,
                shop,
                file,
                "read_csv(%s, delim = ';', decimal_separator = ',', header = true, dateformat = '%%d/%%m/%%Y')"));
        Map<String, String> platform =
                Map.of("pedidos", "pedidos.csv", "tickets", "tickets.csv", "envios", "envios_campanas.csv");
        platform.forEach((table, file) -> read(table, shop, file, "read_csv(%s, delim = ',', header = true)"));
        read("eventos", shop, "eventos.jsonl", "read_json(%s, format = 'newline_delimited')");
        Path answers = shop.truth().resolveSibling("truth_customers.csv");
        store.run(Sql.of(
                "create table answers as select * from read_csv(%s)".formatted(Sql.literal(answers.toString()))));
        truth = JsonMapper.shared().readTree(shop.truth().toFile());
    }

    private void read(String table, Shop shop, String file, String reader) {
        String path = Sql.literal(shop.exports().resolve(file).toString());
        store.run(Sql.of("create table %s as select * from %s".formatted(table, reader.formatted(path))));
    }

    BigDecimal amount(String select) {
        return new BigDecimal(store.text(Sql.of(select)).orElse("0"));
    }

    void run(String sql) {
        store.run(Sql.of(sql));
    }

    JsonNode truth() {
        return truth;
    }

    BigDecimal total(String name) {
        return truth.path("totals").path(name).decimalValue();
    }

    JsonNode plant(String name) {
        for (JsonNode plant : truth.path("plants")) {
            if (plant.path("name").asString().equals(name)) {
                return plant;
            }
        }
        throw new AssertionError("No plant " + name);
    }

    @Override
    public void close() {
        store.close();
    }
}
