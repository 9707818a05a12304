package io.filon.intake.file.text;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// A list of objects that JSON records hold, which are a table of their own: the lines of orders.
///
/// Only where the list's name says goods, the records have a day and a number, and nearly all have the list. Whatever
/// else they hold, events and their payloads above all, stays as it is.
///
/// @param name the field with the list
/// @param key  the field with the number of the record, never the same in two
public record InnerList(String name, String key) {

    private static final int MOST_PERCENT = 90;

    /// What lines of goods are called.
    private static final Set<String> GOODS = Set.of(
            "items",
            "lines",
            "orders",
            "purchases",
            "pedidos",
            "compras",
            "products",
            "goods",
            "details",
            "articles",
            "articulos",
            "artículos",
            "productos",
            "lineas",
            "líneas",
            "detalle",
            "detalles",
            "renglones",
            "partidas",
            "conceptos",
            "cart",
            "basket",
            "cesta",
            "carrito");

    /// What may stand beside it.
    private static final Set<String> OF_WHAT = Set.of(
            "order",
            "line",
            "item",
            "product",
            "sale",
            "sales",
            "invoice",
            "purchase",
            "ticket",
            "pedido",
            "venta",
            "factura",
            "compra",
            "producto",
            "de",
            "del",
            "la");

    private static final Set<String> NUMBERS = Set.of(
            "id",
            "number",
            "num",
            "numero",
            "número",
            "no",
            "nro",
            "code",
            "codigo",
            "código",
            "ref",
            "reference",
            "referencia",
            "key",
            "uuid",
            "folio");

    private static final Set<String> EVENTS = Set.of("event", "evento", "events");

    /// The list in these records; empty when there is none, or more than one.
    public static Optional<InnerList> in(List<JsonNode> records) {
        Set<String> names = new TreeSet<>();
        records.forEach(record -> record.properties().stream()
                .filter(field -> goods(field.getKey()) && objects(field.getValue()))
                .forEach(field -> names.add(field.getKey())));
        if (names.size() != 1 || records.stream().anyMatch(InnerList::event) || !most(records, InnerList::dated)) {
            return Optional.empty();
        }
        String name = names.iterator().next();
        return most(records, record -> record.path(name).isArray())
                ? key(records).map(key -> new InnerList(name, key))
                : Optional.empty();
    }

    /// Whether an object that stands alone and has one list of objects only wraps them, and is no order with its lines.
    static boolean wraps(JsonNode object, JsonNode list) {
        return list.valueStream().anyMatch(inner -> dated(JsonRecords.flat(inner)))
                || in(List.of(JsonRecords.flat(object))).isEmpty();
    }

    private static boolean goods(String field) {
        List<String> words = Words.of(field);
        return words.stream().anyMatch(GOODS::contains)
                && words.stream().allMatch(word -> GOODS.contains(word) || OF_WHAT.contains(word));
    }

    /// Whether it is a list of objects that say how many or how much.
    private static boolean objects(JsonNode value) {
        return value.isArray()
                && !value.isEmpty()
                && value.valueStream()
                        .allMatch(inner -> inner.isObject()
                                && JsonRecords.flat(inner).valueStream().anyMatch(InnerList::number));
    }

    private static boolean number(JsonNode value) {
        return value.isNumber() || (value.isString() && Cells.typed(value.stringValue()));
    }

    /// Whether the record tells what happened, or what a tracker packed: objects are left in nothing else.
    private static boolean event(JsonNode record) {
        return record.properties().stream()
                .anyMatch(field -> field.getValue().isObject()
                        || Words.of(field.getKey()).stream().anyMatch(EVENTS::contains));
    }

    private static boolean dated(JsonNode record) {
        return record.valueStream().anyMatch(value -> value.isString() && Cells.date(value.stringValue()));
    }

    /// The field, of those that tell every record from all others, whose name says number most plainly.
    private static Optional<String> key(List<JsonNode> records) {
        return records.getFirst().propertyNames().stream()
                .filter(field -> Words.of(field).stream().anyMatch(NUMBERS::contains))
                .filter(field -> unique(records, field))
                .min(Comparator.comparingLong(field -> Words.of(field).stream()
                        .filter(word -> !NUMBERS.contains(word))
                        .count()));
    }

    private static boolean unique(List<JsonNode> records, String field) {
        Set<String> seen = new HashSet<>();
        return records.stream()
                .map(record -> record.path(field))
                .allMatch(value -> (value.isString() || value.isIntegralNumber())
                        && !value.asString().isBlank()
                        && !Cells.date(value.asString())
                        && seen.add(value.asString()));
    }

    private static boolean most(List<JsonNode> records, Predicate<JsonNode> asked) {
        return records.stream().filter(asked).count() * 100 >= (long) records.size() * MOST_PERCENT;
    }
}
