package io.filon.rule.template;

import io.filon.rule.reference.History;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One customer of the shop, built in a line.
final class Shopper {

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private final List<History.Event> events = new ArrayList<>();
    private final List<History.Stated> facts = new ArrayList<>();
    private String zone = "";

    Shopper zone(String own) {
        zone = own;
        return this;
    }

    /// @param at Madrid's time, `2025-12-01T10:00`, or a day: at noon
    Shopper did(String event, String at, Object... properties) {
        return did(event, at, List.of(), properties);
    }

    private Shopper did(String event, String at, List<Map<String, Object>> items, Object... properties) {
        events.add(new History.Event("e" + events.size(), event, instant(at), map(properties), items));
        return this;
    }

    /// @param days each at noon
    Shopper each(String event, List<String> days, Object... properties) {
        days.forEach(day -> did(event, day, properties));
        return this;
    }

    Shopper order(String at, String revenue, Object... properties) {
        Object[] all = new Object[properties.length + 4];
        System.arraycopy(properties, 0, all, 4, properties.length);
        all[0] = "order_id";
        all[1] = "o" + events.size();
        all[2] = "revenue";
        all[3] = new BigDecimal(revenue);
        return did("Order Completed", at, all);
    }

    Shopper orders(String... days) {
        for (String day : days) {
            order(day, "30");
        }
        return this;
    }

    /// An order of one item.
    Shopper bought(String at, String category) {
        return did("Order Completed", at, List.of(Map.of("category", category)), "order_id", "o" + events.size());
    }

    Shopper told(String fact, Object value) {
        return told(fact, "2025-06-01", value);
    }

    Shopper told(String fact, String at, Object value) {
        facts.add(new History.Stated(fact, instant(at), "zero_party", value));
        return this;
    }

    static Instant instant(String at) {
        return LocalDateTime.parse(at.contains("T") ? at : at + "T12:00")
                .atZone(MADRID)
                .toInstant();
    }

    static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    History named(String id) {
        return new History(id, zone, "", facts, events, List.of());
    }

    private static Map<String, Object> map(Object... properties) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            map.put((String) properties[i], properties[i + 1]);
        }
        return map;
    }
}
